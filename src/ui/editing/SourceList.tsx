import { useId } from 'react';
import { compareText, type Source } from '../../model';
import { lookup } from '../../workspace';
import { useShown } from '../shell/useWorkspace';

interface Props {
  readonly label: string;
  /** The source that is edited: it does not derive from itself. */
  readonly but: string;
  /** Ids with semicolons. */
  readonly ids: string;
  readonly onChange: (ids: string) => void;
}

/** Sources of the data, chosen by what they are called and taken out one by one. */
export function SourceList({ label, but, ids, onChange }: Props) {
  const choices = useId();
  const sources = useShown((s) => s.records.sources);
  const source = useShown((s) => lookup(s).source);
  const taken = ids.split(';').map((id) => id.trim()).filter((id) => id !== '');
  const free = [...sources.values()].filter((s) => s.id !== but && s.kind !== 'reading' && !taken.includes(s.id)).sort(byWords);
  const put = (next: readonly string[]) => onChange(next.join('; '));
  const choiceOf = (s: Source) => `${wordsOf(s)} (${s.id})`;
  const choose = (field: HTMLInputElement) => {
    const chosen = free.find((s) => choiceOf(s) === field.value || s.id === field.value);
    if (!chosen) return;
    field.value = '';
    put([...taken, chosen.id]);
  };
  return (
    <div className="edit-wide">
      <label>
        {label} (choose a source)
        <input list={choices} placeholder="publisher or title" onChange={(e) => choose(e.target)} />
      </label>
      <datalist id={choices}>{free.map((s) => <option key={s.id} value={choiceOf(s)} />)}</datalist>
      {taken.length > 0 && (
        <ul className="chips" aria-label={label}>
          {taken.map((id) => (
            <li key={id}>
              <button type="button" className="chip" onClick={() => put(taken.filter((one) => one !== id))}>
                {wordsOf(source(id) ?? { id, publisher: id, title: id })}
                <span aria-hidden="true"> ×</span>
                <span className="unseen">, take it out</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Publisher, title and date. */
function wordsOf({ publisher, title, published }: Pick<Source, 'id' | 'publisher' | 'title' | 'published'>): string {
  return [publisher, ...(title === publisher ? [] : [title]), ...(published === undefined ? [] : [published])].join(', ');
}

function byWords(a: Source, b: Source): number {
  return compareText(wordsOf(a), wordsOf(b));
}
