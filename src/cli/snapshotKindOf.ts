import { extname } from 'node:path';
import { snapshotKinds, type SnapshotKind } from '../publish';
import { MisuseError } from './io';

const KINDS = Object.keys(snapshotKinds) as SnapshotKind[];

/** What to write, by a file's ending. Throws MisuseError for another. */
export function snapshotKindOf(path: string): SnapshotKind {
  const ending = extname(path).slice(1).toLowerCase();
  const kind = KINDS.find((k) => k === ending);
  if (!kind) throw new MisuseError(`${path}: the ending says what is written, one of ${KINDS.map((k) => `.${k}`).join(' ')}.`);
  return kind;
}

