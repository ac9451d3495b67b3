import type { Session } from '../session';
import type { EntryState } from '../state';
import { stopReading } from './typeLine';

/** A line on its way into the data. */
export interface Entering {
  readonly text: string;
  /** Enter was pressed on its doubts. */
  readonly confirmed: boolean;
  /** What was left in the field. */
  readonly left: string;
}

/** The first name as this very text has it, where it was read and nothing is to be asked; else nothing. */
function leftOf(text: string, { line, source, confirm }: EntryState): string {
  if (line?.text !== text || !line.claim || !source || (line.doubts.length > 0 && !confirm)) return '';
  const { from, to } = line.claim.subject;
  return `${text.slice(from, to).replace(/[,;]+$/, '')} `;
}

/**
 * Enters the line as it stands: source, entities, tie and claim as one step of undo, shown on the chart. A line with doubts asks once; one
 * that says no claim, or cites nothing, says what it wants. The field is free at once, since fingers do not wait: lines are entered one
 * after another, and one that is not entered comes back before what was typed since. The first name of a line that was read is left in the
 * field for the next claim, at Enter and never later, so that it is not joined to what is typed while the store is asked. What enters it is
 * loaded only then.
 */
export async function enterLine(session: Session, text: string): Promise<void> {
  if (text.trim() === '') return;
  const { entry } = session.get();
  const entering: Entering = { text, confirmed: entry.confirm && entry.text === text, left: leftOf(text, entry) };
  stopReading(session);
  session.set({ entry: { ...entry, text: entering.left, line: undefined, preview: undefined, completions: [], confirm: false } });
  await (await import('./enterLine')).enterFreed(session, entering);
}
