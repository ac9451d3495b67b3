import type { ConnectAnswer } from '../model';
import { list } from './questionText';

/** "2 connections; the first is the smallest there is, and there are no others of up to one hop more." */
export function countConnectionsText({ connections, exact, bound, complete }: ConnectAnswer): string {
  const [first] = connections;
  if (!first) return 'Nothing here ties all of them.';
  const many = connections.length === 1 ? '1 connection' : `${connections.length} connections`;
  const within = `it has at most ${bound.toFixed(2)} times as many hops as the smallest there is`;
  const size = exact ? 'the first is the smallest there is' : within;
  return `${many}; ${size}${complete ? ', and there are no others of up to one hop more' : '; there may be more'}.`;
}

/** "Panda International can be done without: for it there is another connection of the same size that does not pass there." */
export function dispensableText({ dispensable }: Pick<ConnectAnswer, 'dispensable'>, nameOf: (id: string) => string): string {
  const each = dispensable.length > 1 ? 'each of them' : 'it';
  const another = `for ${each} there is another connection of the same size that does not pass there`;
  return `${list(dispensable.map(nameOf))} can be done without: ${another}.`;
}

/** Which parties are tied to which, a sentence a group; none where all are tied. */
export function groupTexts({ groups }: Pick<ConnectAnswer, 'groups'>, nameOf: (id: string) => string): string[] {
  if (groups.length < 2) return [];
  return groups.map((group) => {
    const names = list(group.map(nameOf));
    return group.length === 1 ? `${names} is tied to none of the others.` : `${names} are tied.`;
  });
}
