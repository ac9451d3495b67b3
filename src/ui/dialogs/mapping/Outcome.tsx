import type { TableReading } from '../../../workspace';

/** What comes of reading the file so, told as it changes. */
export function Outcome({ reading: { counts, counting, preview, mapping } }: { reading: TableReading }) {
  const rows = preview.tables.reduce((n, { total }, i) => n + (mapping.tables[i]?.role === 'ignore' ? 0 : total), 0);
  const warnings = counts?.issues.length ?? 0;
  return (
    <div className="mapping-outcome" role="status" data-counting={counting || undefined}>
      {counts ? <b className="figure">{counted(counts.relationships, 'relationship')} between {counted(counts.entities, 'entity', 'entities')}</b> : <b className="figure">{counted(rows, 'row')} to read</b>}
      {warnings > 0 && <span className="mapping-remarks"> · {counted(warnings, 'remark')}, told after it is opened</span>}
    </div>
  );
}

function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
