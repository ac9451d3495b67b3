import { useId, useState } from 'react';
import { READ } from './readFormats';

interface Props {
  /** The id of the format that the file was taken for; `unknown` where none fits. */
  format: string | undefined;
  onChoose: (format: string) => void;
}

/** For a file whose content does not tell what it is: the same file read as a format of the user's choice. */
export function ReadAs({ format, onChoose }: Props) {
  const id = useId();
  const others = READ.filter((f) => f.id !== format && !f.writeOnly);
  const [chosen, setChosen] = useState(others[0]!.id);
  return (
    <div className="read-as">
      <label htmlFor={id}>Read it as</label>
      <select id={id} className="select" value={chosen} onChange={(e) => setChosen(e.target.value)}>
        {others.map((f) => <option key={f.id} value={f.id}>{f.label}</option>)}
      </select>
      <button type="button" className="button" onClick={() => onChoose(chosen)}>Read again</button>
    </div>
  );
}
