import { useId, useState } from 'react';
import { dateText } from '../../wording';
import type { CheckRow } from '../../model';
import { Progress } from '../parts/Progress';
import { useRun, useShown } from '../shell/useWorkspace';
import { DataGrid, type DrawnColumn } from '../tables/DataGrid';
import './checks.css';

type Row = CheckRow & { readonly id: string };

const text = (id: string, label: string, width: string, of: (row: Row) => string, more = ''): DrawnColumn<Row> => ({
  id, label, width, value: (row) => of(row), cell: (row) => <span className={`cut ${more}`} title={of(row)}>{of(row)}</span>,
});

const address = (id: string, label: string, of: (row: Row) => string): DrawnColumn<Row> => ({
  id, label, width: '64px', value: of,
  cell: (row) => of(row) !== '' && <a href={of(row)} title={of(row)} target="_blank" rel="noreferrer noopener">open</a>,
});

const COLUMNS: readonly DrawnColumn<Row>[] = [
  { id: 'checked', label: 'Checked', width: 'minmax(104px, 0.7fr)', value: (row) => row.checkedBy, cell: (row) => <Tick row={row} /> },
  text('sentence', 'Sentence', 'minmax(260px, 1.8fr)', (row) => row.sentence),
  text('claim', 'Claim', 'minmax(220px, 1.6fr)', (row) => row.statement),
  text('stance', 'Stance', '74px', (row) => row.stance),
  text('quote', 'Quote', 'minmax(120px, 1.2fr)', (row) => row.quote, 'quiet'),
  text('source', 'Source', 'minmax(160px, 1.2fr)', (row) => [row.sourceTitle, row.publisher].filter((part) => part !== '').join(', ')),
  text('locator', 'Locator', '70px', (row) => row.locator),
  address('link', 'Link', (row) => row.link),
  address('archive', 'Archive', (row) => row.archived),
  text('hash', 'Hash', '64px', (row) => row.hash, 'mono'),
];

/** Every claim of the data in a row, to be held against its source and ticked. */
export function CheckSheet({ sought }: { sought: string }) {
  const sheet = useShown((s) => s.checkSheet);
  const selected = useShown((s) => s.selection?.id);
  const run = useRun();
  const rows: readonly Row[] = (sheet?.answer ?? NONE).map((row) => ({ ...row, id: idOf(row) }));
  if (sheet?.phase === 'failed') return <p className="table-note" role="alert">{sheet.message}</p>;
  if (!sheet?.answer) return <div className="table-note"><Progress label="Looking for claims" /></div>;
  return (
    <>
      <Editor rows={rows} />
      <DataGrid
        label="Check sheet" rows={rows} columns={COLUMNS} sought={sought} empty="No claim was entered yet."
        selected={rows.find((row) => row.record === selected)?.id}
        onSelect={(id) => {
          const row = rows.find((one) => one.id === id);
          if (row) void run('showRecord', { list: row.list, id: row.record });
        }}
      />
    </>
  );
}

const NONE: readonly CheckRow[] = [];
const idOf = ({ list, record, claim }: CheckRow) => `${list}/${record}/${claim}`;

/** Who ticks, how far the sheet is, and the sheet as a file. */
function Editor({ rows }: { rows: readonly Row[] }) {
  const editor = useShown((s) => s.view.editor);
  const [typed, setTyped] = useState(editor ?? '');
  const run = useRun();
  const id = useId();
  const checked = rows.filter((row) => row.checkedBy !== '').length;
  return (
    <div className="sheet-tools small-text">
      <label htmlFor={id}>Checked by</label>
      <input
        id={id} className="field sheet-editor" value={typed} placeholder="your name" onChange={(e) => setTyped(e.target.value)}
        onBlur={() => run('setEditor', typed)}
        onKeyDown={(e) => e.key === 'Enter' && run('setEditor', typed)}
      />
      <span role="status">{checked.toLocaleString('en')} of {rows.length.toLocaleString('en')} claims checked</span>
      {!editor && <span className="quiet">Give your name to tick claims.</span>}
      <button type="button" className="chip" onClick={() => run('saveCheckSheet')}>Save as a workbook</button>
    </div>
  );
}

function Tick({ row }: { row: Row }) {
  const editor = useShown((s) => s.view.editor);
  const run = useRun();
  const { list, record, claim, key } = row;
  const checked = row.checkedBy !== '';
  const said = [row.checkedBy, row.checkedOn === '' ? '' : dateText(row.checkedOn)].filter((part) => part !== '').join(', ');
  return (
    <label className="sheet-tick" onClick={(e) => e.stopPropagation()}>
      <input
        type="checkbox" checked={checked} disabled={editor === undefined} aria-label={`Checked: ${row.sentence}`}
        onChange={(e) => run('tickClaim', { list, record, claim, key, checked: e.target.checked })}
      />
      <span className="cut quiet" title={said || undefined}>
        {said}
      </span>
    </label>
  );
}
