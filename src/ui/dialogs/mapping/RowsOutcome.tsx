import type { RowRead, RowVerdict } from '../../../entry';
import type { TableReading } from '../../../workspace';
import { useShown } from '../../shell/useWorkspace';

/** How many rows are listed of each verdict. */
const LISTED = 50;

const VERDICTS: readonly { readonly id: RowVerdict; readonly title: string }[] = [
  { id: 'contradicting', title: 'say otherwise than what is there; they stand beside it' },
  { id: 'unclear', title: 'are left out, since it is unclear who is meant' },
  { id: 'new', title: 'are new' },
  { id: 'known', title: 'are there already and get a claim more' },
];

/** What becomes of each pasted row, those to look at first, and what they contradict. */
export function RowsOutcome({ reading: { rows } }: { reading: TableReading }) {
  const source = useShown((s) => s.entry.source);
  if (!rows) return null;
  return (
    <section className="rows-outcome" aria-label="What becomes of the rows" tabIndex={0}>
      {source && <p className="small-text">Each row that names no source cites <b>{source.title}</b>.</p>}
      {rows.contradicts.map((text) => <p key={text} className="rows-contradicts">{text}</p>)}
      {VERDICTS.map(({ id, title }) => {
        const own = rows.rows.filter((row) => row.verdict === id);
        if (own.length === 0) return null;
        return <Rows key={id} title={`${own.length.toLocaleString('en')} ${title}`} rows={own} open={id !== 'known'} />;
      })}
    </section>
  );
}

function Rows({ title, rows, open }: { title: string; rows: readonly RowRead[]; open: boolean }) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul className="mapping-remark-list">
        {rows.slice(0, LISTED).map((row, i) => (
          <li key={i}>{row.says} {row.because !== undefined && <span className="quiet">{row.because}</span>}</li>
        ))}
      </ul>
      {rows.length > LISTED && <p className="quiet">and {(rows.length - LISTED).toLocaleString('en')} more</p>}
    </details>
  );
}
