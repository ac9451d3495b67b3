import type { Snapshot } from '../../model';
import type { CallOptions } from '../../store';
import type { OutputFile, SnapshotKind, SnapshotOptions, SnapshotPreview } from '../platform';
import type { Session } from '../session';
import { snapshotOf, titleOf } from './snapshotOf';

export interface SnapshotRequest extends Omit<SnapshotOptions, 'leaf'> {
  kind: SnapshotKind;
  /** In place of the title that follows from the chart. */
  title?: string;
}

/**
 * Draws a snapshot of what is seen as files: `huawei-koryolink.svg`, and where references have a page of their own
 * `huawei-koryolink-sources.svg`.
 */
export async function snapshotFiles(session: Session, request: SnapshotRequest, ask: CallOptions): Promise<OutputFile[]> {
  const { kind, title, ...options } = request;
  const snapshot = titled(session, title);
  const stem = await slug(snapshot.title);
  const picture = { name: `${stem}.${kind}`, blob: await session.deps.renderSnapshot(snapshot, kind, options, ask) };
  if (options.references !== 'page' || !isPicture(kind)) return [picture];
  const sources = await session.deps.renderSnapshot(snapshot, kind, { ...options, leaf: 'references' }, ask);
  return [picture, { name: `${stem}-sources.${kind}`, blob: sources }];
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
  const { kind, title, ...options } = request;
  const { deps } = session;
  if (kind === 'json') return { pictures: [] };
  const snapshot = titled(session, title);
  if (kind === 'md') {
    const brief = await deps.renderSnapshot(snapshot, kind, {}, ask);
    return { pictures: [], text: (await brief.text()).slice(0, LONGEST_PREVIEW) };
  }
  const [form, look] = kind === 'html' ? (['svg', { frame: false }] as const) : [kind, options];
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
