import type { Snapshot } from '../../model';
import type { CallOptions } from '../../store';
import type { OutputFile, SnapshotKind, SnapshotOptions, SnapshotPreview } from '../platform';
import type { Session } from '../session';
import { snapshotOf, titleOf } from './snapshotOf';
import type { WithheldPublication, Withholding } from './withholding';

export interface SnapshotRequest extends Omit<SnapshotOptions, 'leaf'> {
  kind: SnapshotKind;
  /** In place of the title that follows from the chart. */
  title?: string;
  /** What is taken out of it, or published under another name. */
  withholding?: Withholding | undefined;
}

/** Texts name what is withheld, and nobody has rewritten them or left them out. */
class UndecidedTextsError extends Error {
  override readonly name = 'UndecidedTextsError';
  constructor(count: number) {
    super(`${count === 1 ? 'One text names' : `${count} texts name`} what is withheld. Rewrite or leave out each of them first.`);
  }
}

/**
 * Draws a snapshot of what is seen as files: `huawei-koryolink.svg`, and where references have a page of their own
 * `huawei-koryolink-sources.svg`.
 */
export async function snapshotFiles(session: Session, request: SnapshotRequest, ask: CallOptions): Promise<OutputFile[]> {
  const { kind, title, withholding, ...options } = request;
  const { snapshot, undecided, refuseTelling } = await published(session, title, withholding);
  if (undecided.length > 0) throw new UndecidedTextsError(undecided.length);
  const stem = await slug(snapshot.title);
  const drawn = async (look: typeof options & Pick<SnapshotOptions, 'leaf'>) => {
    const blob = await session.deps.renderSnapshot(snapshot, kind, look, ask);
    if (withholding) refuseTelling(new Uint8Array(await blob.arrayBuffer()));
    return blob;
  };
  const picture = { name: `${stem}.${kind}`, blob: await drawn(options) };
  if (options.references !== 'page' || !isPicture(kind)) return [picture];
  return [picture, { name: `${stem}-sources.${kind}`, blob: await drawn({ ...options, leaf: 'references' }) }];
}

export type WithheldTexts = Pick<WithheldPublication, 'telling' | 'undecided' | 'warnings'>;

/** What is withheld of a snapshot of what is seen: the texts that name it, and what could still give it away. */
export async function withheldTexts(session: Session, { title, withholding }: SnapshotRequest): Promise<WithheldTexts> {
  const { telling, undecided, warnings } = await published(session, title, withholding);
  return { telling, undecided, warnings };
}

/** What is seen, frozen, without what is withheld. */
async function published(
  session: Session, title: string | undefined, withholding: Withholding | undefined,
): Promise<WithheldPublication> {
  const snapshot = titled(session, title);
  if (!withholding?.withheld.length) return { snapshot, telling: [], undecided: [], warnings: [], refuseTelling: () => undefined };
  return (await import('./withholding')).withheldPublication(snapshot, withholding);
}

/** How wide a picture is painted to be looked at, in pixels. */
const WIDEST_PREVIEW = 960;

/** How much of a text is looked at, in characters. */
const LONGEST_PREVIEW = 1500;

/**
 * What `snapshotFiles` will write: its pictures; of a page that opens offline the chart that it begins with; of a brief its
 * beginning; of data nothing.
 */
export async function snapshotPreview(session: Session, request: SnapshotRequest, ask: CallOptions): Promise<SnapshotPreview> {
  const { kind, title, withholding, ...options } = request;
  const { deps } = session;
  if (kind === 'json') return { pictures: [] };
  const { snapshot } = await published(session, title, withholding);
  if (kind === 'md') {
    const brief = await deps.renderSnapshot(snapshot, kind, {}, ask);
    return { pictures: [], text: (await brief.text()).slice(0, LONGEST_PREVIEW) };
  }
  // A page, slides and a report begin with the chart as it is, without title and sources around it.
  const look = isPicture(kind) || kind === 'pdf' ? options : { frame: false };
  const form = kind === 'png' ? kind : 'svg';
  return { pictures: await deps.previewPictures(snapshot, form, WIDEST_PREVIEW, look, ask) };
}

/** What is seen, frozen under a title of its own or the one that follows from the chart. */
function titled(session: Session, title: string | undefined): Snapshot & { title: string } {
  const state = session.get();
  return { ...snapshotOf(state), title: title?.trim() || titleOf(state) };
}

function isPicture(kind: SnapshotKind): kind is 'png' | 'svg' {
  return kind === 'png' || kind === 'svg';
}

/**
 * A title as the stem of a file name: Latin letters, digits and hyphens, at most 60. The tables of other scripts are large,
 * so they wait until they are needed.
 */
export async function slug(title: string): Promise<string> {
  const { default: anyAscii } = await import('any-ascii');
  const words = anyAscii(title).toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-+|-+$/g, '');
  return words === '' ? 'chart' : words;
}
