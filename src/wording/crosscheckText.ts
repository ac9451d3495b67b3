import type { ListedName, NameCandidate, NamesAnswer, PartyTie, TiesAnswer } from '../model';

/** A list of names that were checked against the data. */
export interface Crosscheck {
  readonly names: readonly ListedName[];
  readonly matches: NamesAnswer['matches'];
  /** By name: who it was taken for; undefined where nobody, or nobody yet. */
  readonly taken: readonly (NameCandidate | undefined)[];
  /** Absent where fewer than two names were taken for somebody. */
  readonly ties?: TiesAnswer | undefined;
}

/** "5 of 7 names were taken for an entity; 1 is left open, and for 1 there is nobody." */
export function takenText({ matches, taken }: Crosscheck): string {
  const count = taken.filter((one) => one !== undefined).length;
  const nobody = matches.filter(({ candidates }) => candidates.length === 0).length;
  const open = matches.length - count - nobody;
  const rest = [
    ...(open > 0 ? [`${open} ${open === 1 ? 'is' : 'are'} left open`] : []),
    ...(nobody > 0 ? [`for ${nobody} there is nobody`] : []),
  ];
  const names = matches.length === 1 ? 'name was' : 'names were';
  return `${count} of ${matches.length} ${names} taken for an entity${rest.length > 0 ? `; ${rest.join(', and ')}` : ''}.`;
}

/** "4 of 10 pairs are tied within 3 hops." */
export function tiedText({ tied, pairs, ties }: TiesAnswer, maxHops: number): string {
  const shown = ties.length < tied ? ` The first ${ties.length} are listed.` : '';
  return `${tied} of ${pairs} ${pairs === 1 ? 'pair is' : 'pairs are'} tied within ${maxHops} ${maxHops === 1 ? 'hop' : 'hops'}.${shown}`;
}

/** "2 hops · disputed · 1 publisher": the best route of a pair. */
export function tieText({ hops, strength, publishers }: PartyTie): string {
  return `${hops} ${hops === 1 ? 'hop' : 'hops'} · ${strength} · ${publishersText(publishers)}`;
}

/** How many independent publishers the hop has that has fewest. */
function publishersText(publishers: number): string {
  return publishers === 0 ? 'no publisher' : publishers === 1 ? '1 publisher' : `${publishers} publishers`;
}

/** "Korea Post stands on the best route of 6 of the 9 tied pairs." */
export function standsBetweenText({ between, tied }: TiesAnswer, nameOf: (id: string) => string): string[] {
  return between.map(({ entity, pairs }) => `${nameOf(entity)} stands on the best route of ${pairs} of the ${tied} tied pairs.`);
}
