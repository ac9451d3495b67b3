import { useState } from 'react';
import { formats, type Format } from '../../formats';
import { hiddenSummary, LARGEST_WRITTEN, visiblePart } from '../../workspace';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import './export.css';

/** What there is to say of a format besides its name, by its id. */
const NOTES: Readonly<Record<string, string>> = {
  throughline: 'opens here again, and from the command line',
  bods: 'for registers of beneficial ownership',
  'csv-zip': 'a file each for entities, relationships, claims and sources',
  xlsx: 'a sheet each for entities, relationships, claims and sources',
  mermaid: 'a diagram in a Markdown page',
};

/** Every format that can be written, in the order of the registry. */
const WRITTEN = formats.filter((f) => f.write);

/** Data as a file for other tools: which format, and whether what is drawn or everything. */
export function ExportDialog() {
  const run = useRun();
  const [format, setFormat] = useState(WRITTEN[0]!.id);
  const drawn = useShown((s) => s.chart.entities.size > 0);
  const [what, setWhat] = useState<'drawn' | 'all'>(drawn ? 'drawn' : 'all');
  const close = () => run('closeDialog');
  const save = () => {
    void run('exportData', { format, what });
    close();
  };
  const foot = (
    <>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="button" className="button primary" onClick={save}>Save {WRITTEN.find((f) => f.id === format)!.extensions[0]}</button>
    </>
  );
  return (
    <Window title="Save as data" wide onClose={close} foot={foot}>
      <div className="export-form">
        <What what={what} onChange={setWhat} />
        <fieldset className="export-formats">
          <legend className="section-title">Format</legend>
          {WRITTEN.map((f) => <FormatChoice key={f.id} format={f} chosen={f.id === format} onChoose={() => setFormat(f.id)} />)}
        </fieldset>
        <p className="quiet export-note">
          The file is written on this machine. What its format cannot hold is told to you afterwards, counted; what is only alleged is not
          turned into a fact.
        </p>
      </div>
    </Window>
  );
}

function FormatChoice({ format: { label, id, extensions }, chosen, onChoose }: { format: Format; chosen: boolean; onChoose: () => void }) {
  return (
    <label className="export-format">
      <input type="radio" name="export-format" checked={chosen} onChange={onChoose} />
      <b>{label}</b>
      <span className="mono quiet">{extensions[0]}</span>
      {NOTES[id] && <span className="quiet export-format-note">{NOTES[id]}</span>}
    </label>
  );
}

/** What goes into the file, in figures, and what does not. */
function What({ what, onChange }: { what: 'drawn' | 'all'; onChange: (what: 'drawn' | 'all') => void }) {
  const part = useShown(visiblePart);
  const hidden = useShown(hiddenSummary);
  const all = useShown((s) => s.dataset?.description);
  const tooMuch = all !== undefined && all.entities + all.relationships > LARGEST_WRITTEN;
  const figures = (entities: number, relationships: number) =>
    `${entities.toLocaleString('en')} entities, ${relationships.toLocaleString('en')} relationships`;
  return (
    <fieldset className="export-what">
      <legend className="section-title">What</legend>
      <label className="export-choice">
        <input
          type="radio"
          name="export-what"
          checked={what === 'drawn'}
          disabled={part.entities.length === 0}
          onChange={() => onChange('drawn')}
        />
        <b>What is drawn</b>
        <span className="quiet">
          {figures(part.entities.length, part.relationships.length)}, where they stand{hidden.text && `; not what is ${hidden.text}`}
        </span>
      </label>
      {all && (
        <label className="export-choice">
          <input type="radio" name="export-what" checked={what === 'all'} disabled={tooMuch} onChange={() => onChange('all')} />
          <b>Everything</b>
          <span className="quiet">
            {figures(all.entities, all.relationships)},{' '}
            {tooMuch
              ? `more than the ${LARGEST_WRITTEN.toLocaleString('en')} that are written at once here: use the command “throughline convert”`
              : 'whatever is hidden or filtered out'}
          </span>
        </label>
      )}
    </fieldset>
  );
}
