import { compareText } from '../../model';
interface Props {
  title: string;
  /** What becomes of such fields. */
  note: string;
  /** How many records had each. */
  fields: Readonly<Record<string, number>> | undefined;
}

/** Fields of a file that the model has no place for, folded under their heading, those of most records first. */
export function ReportFields({ title, note, fields }: Props) {
  const rows = Object.entries(fields ?? {}).sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  if (rows.length === 0) return null;
  return (
    <details className="report-fields">
      <summary>{title} <span className="quiet">{rows.length === 1 ? 'one field' : `${rows.length} fields`}</span></summary>
      <p className="quiet">{note}</p>
      <ul className="report-field-list">
        {rows.map(([field, n]) => (
          <li key={field}>
            <span className="mono">{field}</span>{' '}
            <span className="quiet figure">
              {n.toLocaleString('en')} {n === 1 ? 'record' : 'records'}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
