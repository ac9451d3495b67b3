import {
  compareIds, DATASET_FORMAT, edited, type AnyRecord, type Edits, type Entity, type Note, type Relationship, type Source,
} from '../../model';
import type { GraphIndex, RecordTable, TableChanges } from '../../graph';

/** What edits come to, record by record, over a table and its index, which stay as they are. Records that were read once are kept. */
export class ChangesOver {
  #entities = new Map<number, Entity>();
  #relationships = new Map<number, Relationship>();

  constructor(
    private readonly table: RecordTable,
    private readonly index: GraphIndex,
  ) {}

  /** Cost O(edits · log), and the reading of records that are edited for the first time. */
  async of(edits: Edits): Promise<TableChanges> {
    const { table, index } = this;
    const entities = sorted<Entity>(edits, 'entities', (id) => index.entityIndexOf(id));
    const relationships = sorted<Relationship>(edits, 'relationships', (id) => table.relationshipIndexOf(id));
    const sources = sorted<Source>(edits, 'sources', (id) => table.sourceIndexOf(id));
    this.#entities = await read(this.#entities, [...entities.changed.keys()], (integers) => table.entities(integers));
    this.#relationships = await read(this.#relationships, [...relationships.changed.keys()], (integers) => table.relationships(integers));
    const was = this.#relationships;
    return {
      entities: entities.changed,
      newEntities: entities.fresh,
      entitiesBefore: this.#entities,
      relationships: new Map([...relationships.changed].map(([integer, now]) => [integer, { was: was.get(integer)!, now }])),
      newRelationships: relationships.fresh,
      changedSources: sources.changed,
      newSources: sources.fresh,
      sources: new Map([...edits.values()].flatMap((e) => (e.list === 'sources' ? [[e.id, e.record ?? undefined] as const] : []))),
      notes: this.#notes(edits),
    };
  }

  #notes(edits: Edits): readonly Note[] {
    const own = new Map([...edits].filter(([, edit]) => edit.list === 'notes'));
    return edited({ ...this.table.head, format: DATASET_FORMAT, sources: [], entities: [], relationships: [] }, own).notes ?? [];
  }
}

/** The edits of a list: by integer what is there already, and what comes, in the order of ids. */
function sorted<R extends AnyRecord>(
  edits: Edits, list: 'entities' | 'relationships' | 'sources', integerOf: (id: string) => number,
): { changed: Map<number, R | null>; fresh: R[] } {
  const changed = new Map<number, R | null>();
  const fresh: R[] = [];
  for (const { list: of, id, record } of edits.values()) {
    if (of !== list) continue;
    const integer = integerOf(id);
    if (integer !== -1) changed.set(integer, record as R | null);
    else if (record) fresh.push(record as R);
  }
  return { changed, fresh: fresh.sort(compareIds) };
}

/** The records at these integers, of which some may be known. */
async function read<R>(
  known: ReadonlyMap<number, R>, integers: readonly number[], below: (integers: readonly number[]) => Promise<R[]>,
): Promise<Map<number, R>> {
  const missing = integers.filter((integer) => !known.has(integer));
  const records = missing.length > 0 ? await below(missing) : [];
  const found = new Map(missing.map((integer, i) => [integer, records[i]!]));
  return new Map(integers.map((integer) => [integer, known.get(integer) ?? found.get(integer)!]));
}
