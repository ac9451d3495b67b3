import type { SetAside } from '../model';
import { list } from './questionText';

/** "What if Panda International is out?" */
export function asideText(names: readonly string[]): string {
  return `What if ${list(names)} ${names.length === 1 ? 'is' : 'are'} out?`;
}

/** "3 of 10 routes are lost, 7 remain." */
export function fellText({ before, remain }: Pick<SetAside, 'before' | 'remain'>): string {
  const fell = before - remain;
  if (before === 0) return 'There was no route with them either.';
  if (fell === 0) return before === 1 ? 'The one route remains.' : `All ${before} routes remain.`;
  if (remain === 0) return before === 1 ? 'The only route is lost.' : `All ${before} routes are lost.`;
  return `${fell} of ${before} routes ${fell === 1 ? 'is' : 'are'} lost, ${remain} ${remain === 1 ? 'remains' : 'remain'}.`;
}
