import type { DatasetPart, Entity, Relationship } from '../../model';
import type { DrawnPart } from './derived';

/** Entities drawn within another one: who is drawn within whom, by id. Whom others are drawn within is drawn itself. */
export type Joined = ReadonlyMap<string, string>;

/** In whose box an entity is drawn: its own, unless it is joined to one that is drawn. */
export function boxFor(joined: Joined, drawn: ReadonlySet<string>): (id: string) => string {
  return (id) => {
    const head = joined.get(id) ?? id;
    return drawn.has(head) ? head : id;
  };
}

/**
 * A part with some entities drawn as one: their ties end at one box, and that they are the same needs no line. Nothing
 * is merged: every relationship stays a line of its own under its id, and without `joined` the part is what it was, the
 * very same records. An entity whose head is not in the part is drawn by itself. O(entities + relationships).
 */
export function withJoined(part: DatasetPart, joined: Joined): Pick<DrawnPart, 'part' | 'within'> {
  const box = boxFor(joined, new Set(part.entities.map((e) => e.id)));
  const within = new Map<string, Entity[]>();
  for (const entity of part.entities) {
    const head = box(entity.id);
    if (head !== entity.id) within.set(head, [...(within.get(head) ?? []), entity]);
  }
  if (within.size === 0) return { part, within };
  return {
    part: {
      ...part, entities: part.entities.filter((e) => box(e.id) === e.id), relationships: part.relationships.flatMap((r) => redrawn(r, box)),
    },
    within,
  };
}

function redrawn(r: Relationship, box: (id: string) => string): Relationship[] {
  const [from, to] = [box(r.from), box(r.to)];
  if (from === to && r.from !== r.to && r.type === 'sameAs') return [];
  return [from === r.from && to === r.to ? r : { ...r, from, to }];
}
