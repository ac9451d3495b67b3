import { useId, useState } from 'react';
import { READ } from './readFormats';

/** What a file that no format claims is most often: a table that is written oddly. */
const LIKELIEST = 'table';

interface Props {
  /** The id of the format that the file was taken for; `unknown` where none fits. */
  format: string | undefined;
  onChoose: (format: string) => void;
}

/** For a file whose content does not tell what it is: the same file read as a format of the user's choice. */
export function ReadAs({ format, onChoose }: Props) {
  const id = useId();
  const others = READ.filter((f) => f.id !== format);
  const [chosen, setChosen] = useState((others.find((f) => f.id === LIKELIEST) ?? others[0]!).id);
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
