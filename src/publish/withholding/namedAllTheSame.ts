import type { Claim, DatasetPart, Entity, Properties } from '../../model';
import { namedIn } from './nameMask';

/**
 * Of what is hidden, who is named all the same in the words of what is published: what claims say, titles and authors of
 * sources, roles, labels, summaries and properties. In the order of `hidden`. Cost O(words).
 */
export function namedAllTheSame(published: DatasetPart, hidden: readonly Entity[]): Entity[] {
  return namedIn(textsOf(published), hidden, published.entities);
}

function textsOf({ entities, relationships, sources }: DatasetPart): string[] {
  return [
    ...entities.flatMap(({ summary, claims, properties }) => [summary, ...claimTexts(claims), ...propertyTexts(properties)]),
    ...relationships.flatMap(({ role, label, claims, properties }) => [role, label, ...claimTexts(claims), ...propertyTexts(properties)]),
    ...sources.flatMap(({ title, author, url, archived }) => [title, author, url, archived]),
  ].filter((text) => text !== undefined);
}

function claimTexts(claims: readonly Claim[] = []): (string | undefined)[] {
  return claims.flatMap(({ statement, quote, locator }) => [statement, quote, locator]);
}

function propertyTexts(properties: Properties = {}): string[] {
  return Object.values(properties).flat().filter((value) => typeof value === 'string');
}
