import { useEffect, useState } from 'react';
import { fonts } from '../../drawing';
import { messageOf, visiblePart, type PictureChoice, type PicturePreview, type Withholding } from '../../workspace';
import { useShown, useWorkspace } from '../shell/useWorkspace';
import { sizeIsRight } from './PictureSizeField';

interface Props {
  picture: PictureChoice;
  title: string;
  withholding?: Withholding | undefined;
}

/** How long nothing must change before what will come is drawn, in ms: a title is not drawn at every letter. */
const SETTLES_AFTER = 200;
/** Names that are lower than this, in pixels, are hard to read. */
const LOWEST_NAME = 9;

/** What was drawn last, each picture under an address of its own. */
interface Drawn {
  readonly pictures: readonly (PicturePreview & { readonly url: string })[];
  readonly text?: string | undefined;
  readonly failed?: string;
}

/** What will be saved, drawn as it will be, and how large it is. What was drawn before stays until then. */
export function SnapshotPreview({ picture, title, withholding }: Props) {
  const { drawn, busy } = usePreview(picture, title, withholding);
  const alt = useAlt(picture, title);
  if (picture.kind === 'json') {
    return (
      <section className="snapshot-preview" aria-label="Preview">
        <p className="quiet small-text">Data has no picture. Opened here again, the chart is as it is now.</p>
      </section>
    );
  }
  return (
    <section className="snapshot-preview" aria-label="Preview" aria-busy={busy}>
      {drawn.failed !== undefined && <p role="alert">{drawn.failed}</p>}
      {drawn.pictures.map(({ url, width, height }, i) => (
        <figure key={i} className="snapshot-figure">
          <img src={url} alt={i === 0 ? alt : sourcesAlt(title)} style={{ aspectRatio: `${width} / ${height}` }} />
          <figcaption className="quiet small-text" role="status">
            {i === 0 ? sizeText(picture, drawn.pictures[0]!) : 'The sources, saved as a file of their own'}
          </figcaption>
        </figure>
      ))}
      {drawn.text !== undefined && <pre className="snapshot-text" tabIndex={0} aria-label="The beginning of the brief">{drawn.text}</pre>}
    </section>
  );
}

/** What will be saved, once the options have been still for a while; what is under way for others is left. */
function usePreview(
  picture: PictureChoice, title: string, withholding: Withholding | undefined,
): { drawn: Drawn; busy: boolean } {
  const workspace = useWorkspace();
  const [drawn, setDrawn] = useState<Drawn>({ pictures: [] });
  const [drawnOf, setDrawnOf] = useState<readonly unknown[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const draw = async () => {
      if (!sizeIsRight(picture.size)) return;
      try {
        const { pictures, text } = await workspace.previewSnapshot({ ...picture, title, withholding }, signal);
        if (signal.aborted) return;
        setDrawn({ pictures: pictures.map((p) => ({ ...p, url: URL.createObjectURL(p.blob) })), text });
      } catch (error) {
        if (signal.aborted) return;
        setDrawn({ pictures: [], failed: messageOf(error) });
      }
      setDrawnOf([picture, title, withholding]);
    };
    const waiting = setTimeout(() => void draw(), SETTLES_AFTER);
    return () => {
      clearTimeout(waiting);
      leaving.abort();
    };
  }, [workspace, picture, title, withholding]);
  useEffect(() => () => drawn.pictures.forEach((p) => URL.revokeObjectURL(p.url)), [drawn]);
  return { drawn, busy: drawnOf[0] !== picture || drawnOf[1] !== title || drawnOf[2] !== withholding };
}

function sourcesAlt(title: string): string {
  return `The page of the sources of “${title}”`;
}

function useAlt({ kind, references }: PictureChoice, title: string): string {
  const { entities, relationships } = useShown(visiblePart);
  const listed = { below: ', its sources listed below', page: ', its lines numbered by source', none: '' };
  const sources = kind === 'html' ? '' : listed[references];
  return `The picture “${title}” as it will be saved: ${entities.length} entities and ${relationships.length} relationships${sources}`;
}

/** How large it will be, and whether names can be read then. */
function sizeText({ kind, size, references }: PictureChoice, { width, height, scale }: PicturePreview): string {
  if (kind === 'html') return 'The page begins with this chart; routes, claims and sources follow, and its theme is the reader’s.';
  const [across, down] = [width, height].map((side) => Math.round(side).toLocaleString('en'));
  if (kind === 'svg' && size === 'a4') return '210 × 297 mm';
  if (kind === 'svg' && size === 'a4-landscape') return '297 × 210 mm';
  if (kind === 'svg' && typeof size === 'string') return `${across} × ${down} units, sharp at any size`;
  const name = fonts.nameCompact.size * scale;
  const said = `${across} × ${down} pixels, names ${Math.round(name)} pixels high`;
  if (name >= LOWEST_NAME) return said;
  return `${said}: too small to read. Choose a larger size${references === 'below' ? ', or give the sources a page of their own' : ''}.`;
}
