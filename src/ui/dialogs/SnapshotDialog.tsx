import { useState } from 'react';
import { footnotesOf, list, untoldSentences } from '../../wording';
import type { Entity } from '../../model';
import type { SnapshotKind } from '../../workspace';
import { chartSpoken, hiddenSummary, publishedAnswer, publishedPart, titleOf, visiblePart } from '../../workspace';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import { Check } from '../parts/Check';
import { Segments } from '../parts/Segments';

const KINDS: readonly { id: SnapshotKind; label: string; note: string }[] = [
  { id: 'png', label: 'Image', note: 'PNG, for a document or a slide' },
  { id: 'svg', label: 'Vector', note: 'SVG with real text, for print' },
  { id: 'html', label: 'Page', note: 'HTML that opens offline, with its evidence' },
  { id: 'md', label: 'Brief', note: 'Markdown: the routes with footnotes' },
  { id: 'json', label: 'Data', note: 'JSON that opens here again exactly' },
];

const THEMES = [{ id: 'light', label: 'Light' }, { id: 'dark', label: 'Dark' }] as const;
const SCALES = [1, 2, 3, 4].map((n) => ({ id: String(n), label: `${n}×` }));

/** A picture of the chart for others: in which form, and what will and will not be in it. */
export function SnapshotDialog() {
  const run = useRun();
  const dataset = useShown(titleOf);
  const [kind, setKind] = useState<SnapshotKind>('png');
  const [title, setTitle] = useState(dataset);
  const [scale, setScale] = useState('2');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [references, setReferences] = useState(true);
  const close = () => run('closeDialog');
  const save = () => {
    run('snapshot', { kind, title: title.trim() || dataset, theme, scale: Number(scale), references });
    close();
  };
  const pictured = kind === 'png' || kind === 'svg' || kind === 'html';
  const foot = (
    <>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button type="button" className="button primary" onClick={save}>Save {KINDS.find((k) => k.id === kind)!.label.toLowerCase()}</button>
    </>
  );
  return (
    <Window title="Take a snapshot" onClose={close} foot={foot}>
      <div className="snapshot-form">
        <fieldset className="snapshot-kinds">
          <legend className="unseen">Form</legend>
          {KINDS.map(({ id, label, note }) => (
            <label key={id} className="snapshot-kind">
              <input type="radio" name="snapshot-kind" checked={kind === id} onChange={() => setKind(id)} />
              <b>{label}</b>
              <span className="quiet">{note}</span>
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span className="field-label">Title</span>
          <input type="text" value={title} maxLength={160} onChange={(e) => setTitle(e.target.value)} />
        </label>
        {pictured && (
          <div className="field-row">
            {kind !== 'html' && <Segments label="Theme" value={theme} options={THEMES} onChange={setTheme} />}
            {kind === 'png' && <Segments label="Size" value={scale} options={SCALES} onChange={setScale} />}
          </div>
        )}
        {(kind === 'png' || kind === 'svg') && (
          <Check checked={references} onChange={setReferences}>Number the sources on the lines and list them below</Check>
        )}
        <Contents />
      </div>
    </Window>
  );
}

/** What is published and what stays here, said before anything leaves the machine. */
function Contents() {
  const drawn = useShown(visiblePart);
  const part = useShown(publishedPart);
  const told = useShown(publishedAnswer);
  const filter = useShown(chartSpoken);
  const hidden = useShown(hiddenSummary);
  const citations = footnotesOf(part, [], filter).list.length;
  const identified = part.entities.filter((e) => e.identifiers?.length).length;
  const routes = told?.routes.length ?? 0;
  return (
    <div className="snapshot-contents">
      <ul>
        <li>✓ {drawn.entities.length} entities and {drawn.relationships.length} relationships as drawn, with {citations} numbered citations{routes > 0 && `, and ${routes === 1 ? '1 route' : `${routes} routes`}`}</li>
        {told && told.beside.entities.length > 0 && <li>✓ named in the answer and not on the chart: {namesText(told.beside.entities)}</li>}
        {identified > 0 && <li>✓ identifiers of {identified} {identified === 1 ? 'entity' : 'entities'}, in the data that every form but the brief carries</li>}
        {told && untoldSentences(0, told.left).map((sentence) => <li key={sentence}>✕ {sentence}</li>)}
        <li>✕ nothing else that is not drawn{hidden.text && `: ${hidden.text.replace(/^hidden: /, '')}`}</li>
      </ul>
    </div>
  );
}

/** How many names are listed. */
const NAMED = 6;

function namesText(entities: readonly Entity[]): string {
  const names = entities.slice(0, NAMED).map((e) => e.shortName ?? e.name);
  return entities.length > NAMED ? `${names.join(', ')} and ${entities.length - NAMED} more` : list(names);
}
