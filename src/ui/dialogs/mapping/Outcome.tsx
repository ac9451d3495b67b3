import type { TableReading } from '../../../workspace';
import { groupIssues } from '../groupIssues';

/** What reading the file so warns of, folded, each kind once. */
export function Remarks({ reading: { counts } }: { reading: TableReading }) {
  const groups = groupIssues(counts?.issues ?? []);
  if (groups.length === 0) return null;
  return (
    <details className="mapping-remarks-found">
      <summary>{counted(counts?.issues.length ?? 0, 'warning')}</summary>
      <ul className="mapping-remark-list">
        {groups.map(({ code, severity, issues }) => (
          <li key={`${severity} ${code}`}>
            {issues[0]!.message}{' '}
            <span className="quiet">{issues.length > 1 ? `${issues.length} times, first at ${issues[0]!.at}` : issues[0]!.at}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What comes of reading the file so, told as it changes. */
export function Outcome({ reading: { counts, counting, preview, mapping, seen } }: { reading: TableReading }) {
  const rows = preview.tables.reduce((n, { total }, i) => n + (mapping.tables[i]?.role === 'ignore' ? 0 : total), 0);
  const warnings = counts?.issues.length ?? 0;
  return (
    <div className="mapping-outcome" role="status" data-counting={counting || undefined}>
      {counts ? (
        <b className="figure">
          {counted(counts.relationships, 'relationship')} between {counted(counts.entities, 'entity', 'entities')}
        </b>
      ) : (
        <b className="figure">
          {seen === 1 ? counted(rows, 'row') : `about ${counted(Number((rows / seen).toPrecision(2)), 'row')}`} to read
        </b>
      )}
      {warnings > 0 && <span className="mapping-remarks"> · {counted(warnings, 'warning')}</span>}
    </div>
  );
}

function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
