import fc from 'fast-check';
import { drop, edited, NO_EDITS, put, withEdits, type Dataset, type Edit, type Edits } from '../../model';
import { anyEntity, anyRelationship, anySource } from './anyDataset';

/** A step of editing; the numbers say which of the records that are there then. */
const step = fc.record({
  what: fc.constantFrom('entity', 'other entity', 'no entity', 'tie', 'tie', 'other tie', 'no tie', 'source', 'no source'),
  entity: anyEntity, tie: anyRelationship, source: anySource, at: fc.nat(), from: fc.nat(), to: fc.nat(),
});
export type EditStep = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A script of edits, which fits any dataset. */
export const anyScript = fc.array(step, { minLength: 1, maxLength: 12 });

/** The edits after each step of a script over a dataset: ends are there, and with an entity go its ties. */
export function editsAfter(data: Dataset, script: readonly EditStep[]): Edits[] {
  const states: Edits[] = [];
  let now = NO_EDITS;
  for (const [i, one] of script.entries()) states.push((now = withEdits(now, editsOf(edited(data, now), one, i))));
  return states;
}

function editsOf(
  { entities, relationships, sources }: Dataset, { what, entity, tie, source, at, from, to }: EditStep, i: number,
): Edit[] {
  const [e, r] = [entities[at % entities.length], relationships[at % relationships.length]];
  const ends = entities.length > 0 && { from: entities[from % entities.length]!.id, to: entities[to % entities.length]!.id };
  if (what === 'entity' || !e || !ends) return [put('entities', { id: `new${i}`, ...entity })];
  if (what === 'other entity') return [put('entities', { ...entity, id: e.id })];
  if (what === 'no entity') {
    const ties = relationships.filter((x) => x.from === e.id || x.to === e.id);
    return [...ties.map((x) => drop('relationships', x.id)), drop('entities', e.id)];
  }
  if (what === 'tie') return [put('relationships', { id: `tie${at % 20}`, ...ends, ...tie })];
  if (what === 'other tie') return r ? [put('relationships', { ...r, ...(at % 2 === 0 ? ends : {}), ...tie })] : [];
  if (what === 'no tie') return r ? [drop('relationships', r.id)] : [];
  if (what === 'source') return [put('sources', { id: `s${at % 5}`, ...source })];
  const s = sources[at % sources.length];
  return s ? [drop('sources', s.id)] : [];
}
