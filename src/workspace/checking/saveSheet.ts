import { writeCheckSheet } from '../../formats';
import { slug, titleOf } from '../snapshot';
import { FixedDataError } from '../../store';
import type { Session } from '../session';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Hands the check sheet over as a workbook, to be ticked by somebody else; dropped on the window it brings the ticks back. Throws
 * `FixedDataError` where what is open is only read.
 */
export async function saveSheet(session: Session): Promise<void> {
  const name = `${await slug(titleOf(session.get()))}-checks.xlsx`;
  await session.settled();
  const rows = await session.opened().claims?.();
  if (!rows) throw new FixedDataError();
  const { bytes } = await session.job('export', `Writing ${name}`, () => writeCheckSheet(rows));
  session.deps.page.save({ name, blob: new Blob([bytes as BlobPart], { type: WORKBOOK }) });
  session.notify('info', `Saved ${name}. Drop it on the window to take its ticks.`);
}
