import { lookup } from '../../workspace';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import { cellEdits } from '../tables/cellEdits';

/** How many changes are listed; all of them are made. */
const LISTED = 300;

/** What filling down would change, a row each, before anything is. */
export default function FillDown() {
  const cells = useShown((s) => s.cells);
  const find = useShown(lookup);
  const run = useRun();
  const close = () => void run('closeDialog');
  if (!cells) return null;
  const rows = cells.ids.flatMap((id) => {
    if (cells.list === 'entities') {
      const record = find.entity(id);
      return record ? [{ id, name: record.name, text: cellEdits.entities[cells.column]!.text(record) }] : [];
    }
    const record = find.relationship(id);
    const edit = cellEdits.relationships[cells.column]!;
    return record ? [{ id, name: `${find.name(record.from)} – ${find.name(record.to)}`, text: edit.text(record) }] : [];
  });
  const [first] = rows;
  const changes = rows.filter((row) => row.text !== first?.text);
  const foot = (
    <>
      <span role="status" className="mapping-outcome">{changes.length === 0 ? 'All of them say so already.' : ''}</span>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="button" autoFocus className="button primary" disabled={changes.length === 0} onClick={() => run('fillCells')}>
        Fill {changes.length === 0 ? '' : changes.length.toLocaleString('en')}
      </button>
    </>
  );
  return (
    <Window title={`Fill down: ${cells.label}`} onClose={close} foot={foot}>
      <p>
        What {first?.name} says, {first?.text === '' ? <i>nothing</i> : <b>{first?.text}</b>}, is put into these:
      </p>
      <ul className="replacements" aria-label="Changes">
        {changes.slice(0, LISTED).map((row) => (
          <li key={row.id}>{row.name}: {row.text === '' ? <i className="quiet">nothing</i> : <s>{row.text}</s>} {first!.text}</li>
        ))}
      </ul>
      {changes.length > LISTED && <p className="quiet">and {(changes.length - LISTED).toLocaleString('en')} more</p>}
    </Window>
  );
}
