import type { Adjacency } from '../adjacency';
import type { GraphIndex } from '../graphIndex';
import type { EntityIndex, RelationshipIndex } from '../integers';
import type { SlotRoom } from './slotRoom';

/** What changes in the slots of an entity. */
interface RowChange {
  /** Relationships that are no longer here. */
  readonly gone: Set<RelationshipIndex>;
  /** Slots that come. */
  readonly put: { readonly tie: number; readonly neighbour: EntityIndex }[];
}

/** The slots of entities as changes to relationships leave them, written anew behind those of the base. */
export class ChangedRows {
  readonly #changes = new Map<EntityIndex, RowChange>();

  constructor(private readonly base: GraphIndex) {}

  /** The entities whose slots are written anew. */
  get entities(): EntityIndex[] {
    return [...this.#changes.keys()];
  }

  /** Has the slots of an entity written anew. */
  touch(entity: EntityIndex): RowChange {
    const change = this.#changes.get(entity) ?? { gone: new Set(), put: [] };
    this.#changes.set(entity, change);
    return change;
  }

  take(relationship: RelationshipIndex, [from, to]: readonly [EntityIndex, EntityIndex]): void {
    this.touch(from).gone.add(relationship);
    this.touch(to).gone.add(relationship);
  }

  put(relationship: RelationshipIndex, [from, to]: readonly [EntityIndex, EntityIndex]): void {
    this.touch(from).put.push({ tie: relationship * 2 + 1, neighbour: to });
    if (from !== to) this.touch(to).put.push({ tie: relationship * 2, neighbour: from });
  }

  /** The adjacency of so many entities. Cost O(slots that are written), and the copying of where slots are. */
  laidOver(entityCount: number): Adjacency {
    const { base } = this;
    const degree = (entity: number) => (entity < base.entityCount ? base.degree(entity) : 0);
    let count = 0;
    for (const [entity, { put }] of this.#changes) count += degree(entity) + put.length;
    const room = base.roomForSlots(count);
    const starts = new Uint32Array(entityCount);
    const stops = new Uint32Array(entityCount);
    starts.set(base.adjacency.starts.subarray(0, base.entityCount));
    stops.set(base.adjacency.stops);
    let at = room.take(count);
    for (const [entity, change] of this.#changes) {
      starts[entity] = at;
      at = this.#write(entity, change, room, at);
      stops[entity] = at;
    }
    return { starts, stops, neighbours: room.neighbours.subarray(0, at), ties: room.ties.subarray(0, at) };
  }

  /** Writes the slots of an entity in the order of relationships; gives where they stop. */
  #write(entity: EntityIndex, { gone, put }: RowChange, { neighbours, ties }: SlotRoom, start: number): number {
    const { base: { adjacency, entityCount } } = this;
    const come = put.sort((a, b) => a.tie - b.tie);
    let at = start;
    let next = 0;
    const write = (tie: number, neighbour: number) => {
      ties[at] = tie;
      neighbours[at++] = neighbour;
    };
    if (entity < entityCount)
      for (let slot = adjacency.starts[entity]!; slot < adjacency.stops[entity]!; slot++) {
        const tie = adjacency.ties[slot]!;
        if (gone.has(tie >>> 1)) continue;
        for (; next < come.length && come[next]!.tie < tie; next++) write(come[next]!.tie, come[next]!.neighbour);
        write(tie, adjacency.neighbours[slot]!);
      }
    for (; next < come.length; next++) write(come[next]!.tie, come[next]!.neighbour);
    return at;
  }
}
