import type { Settings } from '../platform';
import { keptWork, writtenWork, type KeptWork } from './keptWork';

const KEY = 'work-left';
/** Longer work, in characters (1 Mi), is left to the database alone: the place for small settings has little room. */
const LONGEST_LEFT = 1024 * 1024;

/** Puts work down at once, as the page is left: the database may not come to its end before the page is gone. */
export function leaveWork(settings: Settings, work: KeptWork | undefined): void {
  const text = work ? JSON.stringify(writtenWork(work)) : '';
  settings.set(KEY, text.length <= LONGEST_LEFT ? text : '');
}

/** The database has the work by now. */
export function forgetLeft(settings: Settings): void {
  if (settings.get(KEY)) settings.set(KEY, '');
}

/** The work that was put down as the page was left; nothing where the database had it in time, or it cannot be read. */
export function leftWork(settings: Settings): KeptWork | undefined {
  const text = settings.get(KEY);
  if (!text) return undefined;
  try {
    return keptWork.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
