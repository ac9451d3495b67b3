import type { Claim, DatasetPart, Entity, Properties, Relationship, Source } from '../model';
import { quoted } from './quotation';

/** How many properties of an entity an answer tells, how many names and numbers. */
const MOST_LISTED = 40;
const LONGEST_NAME = 300;

/**
 * Records whose every text is marked as quoted. Whatever is worded from them (sentences, citations) is marked where it quotes, so that no
 * tool needs to think of it. Ids stay as they are, since records are looked up by them.
 */
export function markedPart({ entities, relationships, sources }: DatasetPart): DatasetPart {
  return { entities: entities.map(markedEntity), relationships: relationships.map(markedRelationship), sources: sources.map(markedSource) };
}

function markedEntity(
  { id, type, name, shortName, aliases, jurisdiction, start, end, identifiers, summary, ...rest }: Entity,
): Entity {
  return {
    id, type, name: quoted(name, LONGEST_NAME),
    ...(shortName ? { shortName: quoted(shortName) } : {}),
    ...(aliases ? { aliases: aliases.slice(0, MOST_LISTED).map((a) => quoted(a, LONGEST_NAME)) } : {}),
    ...(jurisdiction ? { jurisdiction } : {}), ...(start ? { start } : {}), ...(end ? { end } : {}),
    ...(identifiers
      ? { identifiers: identifiers.slice(0, MOST_LISTED).map(({ scheme, value }) => ({ scheme: quoted(scheme), value: quoted(value) })) }
      : {}),
    ...(summary ? { summary: quoted(summary) } : {}),
    ...(rest.claims ? { claims: rest.claims.map(markedClaim) } : {}),
    ...(rest.properties ? { properties: markedProperties(rest.properties) } : {}),
  };
}

function markedRelationship({ label, role, claims, properties: _properties, ...rest }: Relationship): Relationship {
  return {
    ...rest, ...(label ? { label: quoted(label, LONGEST_NAME) } : {}), ...(role ? { role: quoted(role, LONGEST_NAME) } : {}),
    claims: claims.map(markedClaim),
  };
}

function markedClaim({ statement, quote, locator, checked: _checked, ...rest }: Claim): Claim {
  return {
    ...rest, ...(statement ? { statement: quoted(statement) } : {}), ...(quote ? { quote: quoted(quote) } : {}),
    ...(locator ? { locator: quoted(locator) } : {}),
  };
}

export function markedSource({ title, publisher, author, url, archived, file: _file, ...rest }: Source): Source {
  return {
    ...rest, title: quoted(title), publisher: quoted(publisher, LONGEST_NAME), ...(author ? { author: quoted(author, LONGEST_NAME) } : {}),
    ...(url ? { url: quoted(url) } : {}), ...(archived ? { archived: quoted(archived) } : {}),
  };
}

function markedProperties(properties: Properties): Properties {
  const marked = Object.entries(properties)
    .slice(0, MOST_LISTED)
    .map(([name, value]) => [quoted(name), quoted(Array.isArray(value) ? value.join('; ') : String(value))]);
  return Object.fromEntries(marked) as Properties;
}
