import { entityTypeIds, relationshipTypeIds, statusOf, type Dataset, type Entity, type Relationship } from '../../model';
import type { Writing } from '../format';
import { Losses } from '../output';
import { cypherComment, cypherMap, labelsOfTypes, typesInCypher } from './cypherText';
import { fieldsOfEntity, fieldsOfRelationship, fieldsOfSource, type CypherFields } from './fieldsOf';

/** How many records a statement creates. */
export const BATCH = 500;

/**
 * Writes a dataset as a script in openCypher 9, for an empty database: nodes for sources and entities, then relationships,
 * each statement with the literals of up to `BATCH` records. Sources are not tied to anything, so that no path runs
 * through them; records name them by their ids. What is denied is left out: whoever matches OWNS would take it for a fact.
 */
export function writeCypher(dataset: Dataset): Writing {
  const losses = new Losses('Cypher');
  const lines = [...head(dataset), ...sources(dataset), ...entities(dataset.entities, losses), ...relationships(dataset, losses)];
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), issues: losses.issues() };
}

function head({ title, summary, licence }: Dataset): string[] {
  return [
    ...[title, ...(summary ? [summary] : []), ...(licence ? [`Licence: ${licence}`] : [])].map(cypherComment),
    '//',
    '// Run it in an empty database: cypher-shell -f this-file.cypher',
    '// In Neo4j, take the slashes off the next two lines: ids are unique, and are found quickly.',
    '// CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;',
    '// CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;',
    '//',
    '// The sources of a record:   MATCH (a)-[r]->(b) UNWIND r.sources AS id MATCH (s:Source {id: id}) RETURN a, r, b, s',
    '// What is more than alleged: MATCH p = (a)-[r]-(b) WHERE r.status IN [\'confirmed\', \'reported\'] RETURN p',
    '',
  ];
}

function sources(dataset: Dataset): string[] {
  return batches(dataset.sources.map((s) => cypherMap(fieldsOfSource(s)))).flatMap((rows) =>
    statement(rows, 'CREATE (n:Source) SET n = row;'),
  );
}

function entities(all: readonly Entity[], losses: Losses): string[] {
  return entityTypeIds.flatMap((type) => {
    const rows = all.filter((e) => e.type === type).map((e) => cypherMap(fieldsOfEntity(e, losses)));
    return batches(rows).flatMap((some) => statement(some, `CREATE (n:Entity:${labelsOfTypes.get(type)!}) SET n = row;`));
  });
}

function relationships({ relationships: all, sources: known }: Dataset, losses: Losses): string[] {
  const byId = new Map(known.map((s) => [s.id, s]));
  const written = all.flatMap((r) => {
    const at = `relationship ${r.id}`;
    const status = statusOf(r.claims, (id) => byId.get(id));
    if (status !== 'denied') return [{ r, fields: fieldsOfRelationship(r, status, at, losses) }];
    losses.add(
      'lost-denied', at, 'a relationship that its sources deny; elsewhere it would read as a fact, so it was left out',
      'Keep a copy as a Throughline dataset.',
    );
    return [];
  });
  return relationshipTypeIds.flatMap((type) => {
    const rows = written.filter(({ r }) => r.type === type).map(({ r, fields }) => row(r, fields));
    return batches(rows).flatMap((some) =>
      statement(
        some, `MATCH (a:Entity {id: row.from})`, `MATCH (b:Entity {id: row.to})`,
        `CREATE (a)-[r:${typesInCypher.get(type)!}]->(b) SET r = row.fields;`,
      ),
    );
  });
}

function row({ from, to }: Relationship, fields: CypherFields): string {
  return `${cypherMap(new Map([['from', from], ['to', to]])).slice(0, -1)}, fields: ${cypherMap(fields)}}`;
}

function statement(rows: readonly string[], ...then: readonly string[]): string[] {
  return ['UNWIND [', ...rows.map((text, i) => `  ${text}${i < rows.length - 1 ? ',' : ''}`), '] AS row', ...then, ''];
}

function batches(rows: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) => rows.slice(i * BATCH, (i + 1) * BATCH));
}
