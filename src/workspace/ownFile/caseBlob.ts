import type { DatasetHead } from '../../model';
import { caseCharts } from '../chart';
import { slug, titleOf } from '../snapshot';
import type { Session } from '../session';

/** Under which name the case in hand is saved first. */
export async function caseFileName(session: Session): Promise<string> {
  return `${await slug(titleOf(session.get()))}.case.json`;
}

/** All of the case in hand, with the chart in hand and the others that came with it, as its file. */
export async function caseBlob(session: Session, name: string, head?: DatasetHead): Promise<Blob> {
  const charts = caseCharts(session.get());
  await session.settled();
  const { blob } = await session.job('save', `Writing ${name}`, (ask) =>
    session.opened().write({ format: 'throughline-case', charts, ...(head ? { head } : {}) }, ask),
  );
  return blob;
}
