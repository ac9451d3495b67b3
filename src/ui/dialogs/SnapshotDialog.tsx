import { lazy, Suspense, useState, type ComponentProps } from 'react';
import type { SnapshotKind, PictureChoice, Withholding as Withheld } from '../../workspace';
import { titleOf } from '../../workspace';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import { Segments } from '../parts/Segments';
import { PictureSizeField, sizeIsRight } from './PictureSizeField';
import { SnapshotContents } from './SnapshotContents';
import { SnapshotPreview } from './SnapshotPreview';
import './snapshot.css';

const Withholding = lazy(async () => ({ default: (await import('./Withholding')).Withholding }));

const KINDS: readonly { id: SnapshotKind; label: string; note: string }[] = [
  { id: 'png', label: 'Image', note: 'PNG, for a document or a slide' },
  { id: 'svg', label: 'Vector', note: 'SVG with real text, for print' },
  { id: 'pdf', label: 'PDF', note: 'PDF with real text and its fonts, for a file' },
  { id: 'html', label: 'Page', note: 'HTML that opens offline, with its evidence' },
  { id: 'report.docx', label: 'Report', note: 'Word, with notes, tables and method' },
  { id: 'report.pdf', label: 'Report, PDF', note: 'The same to be read, tagged' },
  { id: 'report.xlsx', label: 'Report, tables', note: 'The same as a workbook' },
  { id: 'pptx', label: 'Slides', note: 'PPTX: the chart, then a slide a route' },
  { id: 'md', label: 'Brief', note: 'Markdown: the routes with footnotes' },
  { id: 'json', label: 'Data', note: 'JSON that opens here again exactly' },
];

const THEMES = [
  { id: 'light', label: 'Light' }, { id: 'dark', label: 'Dark' }, { id: 'print', label: 'Print', name: 'For print, without colour' },
] as const;
const MADE_FOR = [
  { id: 'readers', label: 'Readers' }, { id: 'drawing', label: 'Drawing', name: 'Drawing programs: layers and groups with names' },
] as const;
const SCALES = [1, 2, 3, 4].map((n) => ({ id: String(n), label: `${n}×` }));
const REFERENCES = [
  { id: 'below', label: 'Below', name: 'Sources below the chart' },
  { id: 'page', label: 'Own page', name: 'Sources on a page of their own' },
  { id: 'none', label: 'None', name: 'No sources and no numbers' },
] as const;

/**
 * A picture of the chart for others: in which form, how large, and what will and will not be in it. The form and look
 * chosen last are kept.
 */
export function SnapshotDialog() {
  const run = useRun();
  const dataset = useShown(titleOf);
  const kept = useShown((s) => s.view.picture);
  const [picture, setPicture] = useState(kept);
  const [title, setTitle] = useState(dataset);
  const [withholding, setWithholding] = useState<Withheld>();
  const [undecided, setUndecided] = useState(0);
  const change = (patch: Partial<PictureChoice>) => setPicture((now) => ({ ...now, ...patch }));
  const close = () => run('closeDialog');
  const { kind } = picture;
  const save = () => {
    run('choosePicture', picture);
    run('snapshot', { ...picture, title: title.trim() || dataset, ...(withholding ? { withholding } : {}) });
    close();
  };
  const foot = (
    <>
      <button type="button" className="button" onClick={close}>Cancel</button>
      <button
        type="button" className="button primary" onClick={save}
        disabled={undecided > 0 || (isPicture(kind) && !sizeIsRight(picture.size))}
      >
        Save {kind === 'pdf' ? 'PDF' : KINDS.find((k) => k.id === kind)!.label.toLowerCase()}
      </button>
    </>
  );
  return (
    <Window title="Take a snapshot" onClose={close} foot={foot} wide>
      <div className="snapshot-columns">
        <div className="snapshot-form">
          <Kinds kind={kind} onChange={(next) => change({ kind: next })} />
          <label className="field">
            <span className="field-label">Title</span>
            <input type="text" value={title} maxLength={160} onChange={(e) => setTitle(e.target.value)} />
          </label>
          {isPicture(kind) && <Look picture={picture} onChange={change} />}
          <SnapshotContents />
          {withholding ? (
            <Suspense fallback={<p className="quiet small-text" role="status">Loading…</p>}>
              <Withholding
                title={title.trim() || dataset} withholding={withholding} onChange={setWithholding} onUndecided={setUndecided}
              />
            </Suspense>
          ) : (
            <button type="button" className="button" onClick={() => setWithholding({ withheld: [], rewritten: {}, leftOut: [] })}>
              Withhold…
            </button>
          )}
        </div>
        <SnapshotPreview picture={picture} title={title.trim() || dataset} withholding={withholding} />
      </div>
    </Window>
  );
}

function isPicture(kind: SnapshotKind): boolean {
  return kind === 'png' || kind === 'svg' || kind === 'pdf';
}

function Kinds({ kind, onChange }: { kind: SnapshotKind; onChange: (kind: SnapshotKind) => void }) {
  return (
    <fieldset className="snapshot-kinds">
      <legend className="unseen">Form</legend>
      {KINDS.map(({ id, label, note }) => (
        <label key={id} className="snapshot-kind">
          <input type="radio" name="snapshot-kind" checked={kind === id} onChange={() => onChange(id)} />
          <b>{label}</b>
          <span className="quiet">{note}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What only pictures have: a size, a theme, and where their sources are listed. */
function Look({ picture, onChange }: { picture: PictureChoice; onChange: (patch: Partial<PictureChoice>) => void }) {
  const { kind, size, theme, scale, references, layers } = picture;
  return (
    <>
      <PictureSizeField size={size} onChange={(next) => onChange({ size: next })} />
      <div className="snapshot-row">
        {kind === 'png' && typeof size === 'string' && (
          <Choice label="Pixels" value={String(scale)} options={SCALES} onChange={(next) => onChange({ scale: Number(next) })} />
        )}
        <Choice label="Theme" value={theme} options={THEMES} onChange={(next) => onChange({ theme: next })} />
        {kind === 'svg' && (
          <Choice
            label="For" value={layers ? 'drawing' : 'readers'} options={MADE_FOR}
            onChange={(next) => onChange({ layers: next === 'drawing' })}
          />
        )}
        <Choice label="Sources" value={references} options={REFERENCES} onChange={(next) => onChange({ references: next })} />
      </div>
    </>
  );
}

/** A switch with its name above it. */
function Choice<Id extends string>(props: ComponentProps<typeof Segments<Id>>) {
  return <div className="snapshot-choice"><span className="quiet small-text">{props.label}</span><Segments {...props} /></div>;
}
