import type { CallOptions } from '../../store';
import type { OutputFile, SnapshotKind, SnapshotOptions, SnapshotPreview } from '../platform';
import type { Session } from '../session';
import { snapshotOf, titleOf } from './snapshotOf';

export interface SnapshotRequest extends Omit<SnapshotOptions, 'leaf'> {
  kind: SnapshotKind;
  /** In place of the title that follows from the chart. */
  title?: string;
}

/** Draws a snapshot of what is seen as files: `huawei-koryolink.svg`, and where references have a page of their own `huawei-koryolink-sources.svg`. */
export async function snapshotFiles(session: Session, { kind, title, ...options }: SnapshotRequest, ask: CallOptions): Promise<OutputFile[]> {
  const state = session.get();
  const named = title?.trim() || titleOf(state);
  const snapshot = { ...snapshotOf(state), title: named };
  const stem = await slug(named);
  const picture = { name: `${stem}.${kind}`, blob: await session.deps.renderSnapshot(snapshot, kind, options, ask) };
  if (options.references !== 'page' || !isPicture(kind)) return [picture];
  return [picture, { name: `${stem}-sources.${kind}`, blob: await session.deps.renderSnapshot(snapshot, kind, { ...options, leaf: 'references' }, ask) }];
}

/** How wide a picture is painted to be looked at, in pixels. */
const WIDEST_PREVIEW = 960;

/** How much of a text is looked at, in characters. */
const LONGEST_PREVIEW = 1500;

/** What `snapshotFiles` will write: its pictures; of a page that opens offline the chart that it begins with; of a brief its beginning; of data nothing. */
export async function snapshotPreview(session: Session, { kind, title, ...options }: SnapshotRequest, ask: CallOptions): Promise<SnapshotPreview> {
  const { deps } = session;
  if (kind === 'json') return { pictures: [] };
  const state = session.get();
  const snapshot = { ...snapshotOf(state), title: title?.trim() || titleOf(state) };
  if (kind === 'md') return { pictures: [], text: (await (await deps.renderSnapshot(snapshot, kind, {}, ask)).text()).slice(0, LONGEST_PREVIEW) };
  const pictures = await (kind === 'html' ? deps.previewPictures(snapshot, 'svg', WIDEST_PREVIEW, { frame: false }, ask) : deps.previewPictures(snapshot, kind, WIDEST_PREVIEW, options, ask));
  return { pictures };
}

function isPicture(kind: SnapshotKind): kind is 'png' | 'svg' {
  return kind === 'png' || kind === 'svg';
}

/** A title as the stem of a file name: Latin letters, digits and hyphens, at most 60. The tables of other scripts are large, so they wait until they are needed. */
export async function slug(title: string): Promise<string> {
  const { default: anyAscii } = await import('any-ascii');
  const words = anyAscii(title).toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-+|-+$/g, '');
  return words === '' ? 'chart' : words;
}
