import type { CallOptions } from '../../store';
import type { OutputFile, SnapshotKind, SnapshotOptions } from '../platform';
import type { Session } from '../session';
import { snapshotOf, titleOf } from './snapshotOf';

export interface SnapshotRequest extends SnapshotOptions {
  kind: SnapshotKind;
  /** In place of the title that follows from the chart. */
  title?: string;
}

/** Draws a snapshot of what is seen as a file: `huawei-koryolink.svg`. */
export async function snapshotFile(session: Session, { kind, title, ...options }: SnapshotRequest, ask: CallOptions): Promise<OutputFile> {
  const state = session.get();
  const named = title?.trim() || titleOf(state);
  const blob = await session.deps.renderSnapshot({ ...snapshotOf(state), title: named }, kind, options, ask);
  return { name: `${await slug(named)}.${kind}`, blob };
}

/** A title as the stem of a file name: Latin letters, digits and hyphens, at most 60. The tables of other scripts are large, so they wait until they are needed. */
export async function slug(title: string): Promise<string> {
  const { default: anyAscii } = await import('any-ascii');
  const words = anyAscii(title).toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-+|-+$/g, '');
  return words === '' ? 'chart' : words;
}
