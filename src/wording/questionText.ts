import { entityTypes, relationshipTypes, type Filter, type RouteQuestion } from '../model';
import { dateText } from './citation';

/** What a question or chart is narrowed to, a short phrase each, statuses always among them. */
export function filterPhrases(filter: Filter, publisherOf: (source: string) => string): string[] {
  const phrases: string[] = [];
  if (filter.period) phrases.push(`${filter.certainly ? 'certainly held' : 'held'} ${periodText(filter.period)}`);
  if (filter.period && filter.undated === 'held') phrases.push('what has no start date is taken as held');
  if (filter.statuses) phrases.push(`status ${list(filter.statuses)}`);
  else phrases.push('every status but denied');
  if (filter.families) phrases.push(`families ${list(filter.families)}`);
  if (filter.relationshipTypes) phrases.push(`relationships: ${list(filter.relationshipTypes.map((t) => relationshipTypes[t].verb))}`);
  if (filter.entityTypes) phrases.push(`entities: ${list(filter.entityTypes.map((t) => entityTypes[t].plural))}`);
  if (filter.sources) phrases.push(`only with sources ${list(filter.sources.map(publisherOf))}`);
  if (filter.withoutSources?.length) phrases.push(`without sources ${list(filter.withoutSources.map(publisherOf))}`);
  return phrases;
}

/** "as of 2009", "between 2008 and 15 Mar 2016". */
export function periodText({ from, to }: { from: string; to: string }): string {
  return from === to ? `as of ${dateText(from)}` : `between ${dateText(from)} and ${dateText(to)}`;
}

/** How a route question was narrowed beyond its filter, a short phrase each. */
export function questionPhrases(question: RouteQuestion, nameOf: (entity: string) => string): string[] {
  const phrases = [`at most ${question.maxHops} hops`, question.direction === 'along' ? 'along the arrows' : 'in any direction'];
  if (question.via !== undefined) phrases.push(`through ${nameOf(question.via)}`);
  if (question.avoid.length > 0) phrases.push(`avoiding ${list(question.avoid.map(nameOf))}`);
  if (question.hub !== undefined) phrases.push(`no stepping stone with more than ${question.hub} relationships`);
  if (question.places) phrases.push('places count as stepping stones');
  return phrases;
}

/** "a", "a and b", "a, b and c". */
export function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
