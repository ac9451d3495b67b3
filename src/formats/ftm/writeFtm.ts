import type { Dataset, Relationship } from '../../model';
import type { Writing } from '../format';
import { Losses, WrittenLines } from '../output';
import { isA, propertiesOf } from './schemata';
import { writeLink } from './writeLink';
import { referenceName, schemaOf, writeThing } from './writeThing';

/** Writes a dataset as FollowTheMoney entities, NDJSON: things in their order, then links in theirs. */
export function writeFtm(dataset: Dataset): Writing {
  const losses = new Losses('FollowTheMoney');
  const sources = new Map(dataset.sources.map((s) => [s.id, s]));
  const references = referencesOf(dataset);
  const schemata = new Map(dataset.entities.map((e) => [e.id, schemaOf(e, references.get(e.id) ?? [])]));
  const names = new Map(dataset.entities.map((e) => [e.id, e.name]));
  const plain = new Set<Relationship>();
  const lines = new WrittenLines();
  for (const entity of dataset.entities) {
    const schema = schemata.get(entity.id)!;
    const fitting = (references.get(entity.id) ?? []).filter((r) => isReference(r, schema, schemata));
    for (const r of fitting) plain.add(r);
    lines.add(JSON.stringify(writeThing(entity, schema, fitting, sources, losses)));
  }
  const ids = new Set(schemata.keys());
  for (const r of dataset.relationships) {
    if (plain.has(r)) continue;
    const written = writeLink(r, ids.has(r.id) ? `link-${r.id}` : r.id, { schemata, names, sources, losses });
    if (written) lines.add(JSON.stringify(written));
  }
  return { bytes: lines.bytes(), issues: losses.issues() };
}

/** The relationships that were read from a reference, by the entity that refers. */
function referencesOf(dataset: Dataset): Map<string, Relationship[]> {
  const found = new Map<string, Relationship[]>();
  for (const r of dataset.relationships.filter((one) => referenceName(one) !== '')) {
    const known = found.get(r.from);
    if (known) known.push(r);
    else found.set(r.from, [r]);
  }
  return found;
}

/** Whether a relationship may be written as the reference that it was: nothing was said of it since, and the schemata take it. */
function isReference(r: Relationship, schema: string, schemata: ReadonlyMap<string, string>): boolean {
  const entry = propertiesOf(schema).get(referenceName(r));
  const bare = r.claims.length === 0 && r.start === undefined && r.end === undefined && r.share === undefined && r.amount === undefined;
  return bare && entry?.range !== undefined && isA(schemata.get(r.to)!, entry.range);
}
