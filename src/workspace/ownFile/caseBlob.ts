import type { DatasetHead } from '../../model';
import { caseCharts } from '../chart';
import { keptCaptured } from '../persistence/capturedFiles';
import type { WrittenFile } from '../platform';
import { slug, titleOf } from '../snapshot';
import type { Session } from '../session';

/** The ending of a case with its files. */
const WITH_FILES = '.throughline-case';

/** Under which name the case in hand is saved first. */
export async function caseFileName(session: Session, withFiles: boolean): Promise<string> {
  return `${await slug(titleOf(session.get()))}${withFiles ? WITH_FILES : '.case.json'}`;
}

/**
 * All of the case in hand, with the chart in hand and the others that came with it, as its file; with the captured files that are kept here
 * where its name says so.
 */
export async function caseBlob(session: Session, name: string, head?: DatasetHead): Promise<WrittenFile> {
  const charts = caseCharts(session.get());
  const withFiles = name.toLowerCase().endsWith(WITH_FILES);
  await session.settled();
  const files = withFiles ? { files: await keptCaptured(session) } : {};
  return session.job('save', `Writing ${name}`, (ask) =>
    session.opened().write(
      { format: withFiles ? 'throughline-case-zip' : 'throughline-case', charts, ...files, ...(head ? { head } : {}) }, ask,
    ),
  );
}
