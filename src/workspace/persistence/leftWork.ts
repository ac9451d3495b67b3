import type { Settings } from '../platform';
import { keptWork, writtenWork, type KeptWork } from './keptWork';

/** With the name of a tab after it; earlier versions had one for all tabs, without a name. */
const KEY = 'work-left';
const keyOf = (tab: string) => `${KEY}-${tab}`;
/** Longer work, in characters (1 Mi), is left to the database alone: the place for small settings has little room. */
const LONGEST_LEFT = 1024 * 1024;

/** Puts the work of a tab down at once, as the page is left: the database may not come to its end before the page is gone. */
export function leaveWork(settings: Settings, tab: string, work: KeptWork | undefined): void {
  const text = work ? JSON.stringify(writtenWork(work)) : '';
  if (text !== '' && text.length <= LONGEST_LEFT) settings.set(keyOf(tab), text);
  else forgetLeft(settings, tab);
}

/** The database has the work by now. */
export function forgetLeft(settings: Settings, tab: string): void {
  settings.delete(tab === '' ? KEY : keyOf(tab));
}

/** The tabs of which work was put down that the database did not have in time; '' for that of earlier versions. */
export function tabsThatLeft(settings: Settings): string[] {
  return settings.keys().flatMap((key) => (key === KEY ? [''] : key.startsWith(keyOf('')) ? [key.slice(keyOf('').length)] : []));
}

/** The work that was put down as the page was left; nothing where the database had it in time, or it cannot be read. */
export function leftWork(settings: Settings, tab: string): KeptWork | undefined {
  const text = settings.get(tab === '' ? KEY : keyOf(tab));
  if (!text) return undefined;
  try {
    return keptWork.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
