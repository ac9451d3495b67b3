import { groupedBy, isDoubtful, relationshipType, statuses, type CallOptions, type Entity } from '../model';
import { sentencesOf } from '../wording';
import type { GraphStore } from '../store';
import { OWN_PROPERTIES, TIE_PROPERTIES, type TieProperty } from './properties';
import type { ExtensionQuery } from './protocol';

type Cell = { readonly str: string } | { readonly id: string; readonly name: string } | Record<string, never>;
type Asked = ExtensionQuery['properties'][number];

/** Neighbours of one entity that a cell is made of. */
const MOST_NEIGHBOURS = 1000;

/**
 * Values of properties for rows of a table. Ids and properties that are not there have no values. A tie that is doubtful or denied comes
 * only where it is asked for, as a text that says so: a cell of a table has no place for a status.
 */
export async function extend(store: GraphStore, { ids, properties }: ExtensionQuery, options: CallOptions) {
  const known = properties.filter(({ id }) => Object.hasOwn(OWN_PROPERTIES, id) || Object.hasOwn(TIE_PROPERTIES, id));
  const entities = new Map((await store.entities({ ids: [...new Set(ids)] }, options)).map((e) => [e.id, e]));
  const rows: Record<string, Record<string, Cell[]>> = {};
  for (const id of ids) rows[id] = await rowOf(store, entities.get(id), known, options);
  return {
    meta: known.map(({ id }) => ({ id, name: (OWN_PROPERTIES[id] ?? TIE_PROPERTIES[id])!.name })),
    rows,
  };
}

async function rowOf(
  store: GraphStore, entity: Entity | undefined, properties: readonly Asked[], options: CallOptions,
): Promise<Record<string, Cell[]>> {
  const row: Record<string, Cell[]> = {};
  for (const asked of properties) {
    const own = OWN_PROPERTIES[asked.id];
    const values = !entity ? [] : own ? own.values(entity).map((str) => ({ str })) : await tied(store, entity.id, asked, options);
    const limit = Number(asked.settings?.limit ?? 0);
    row[asked.id] = limit > 0 ? values.slice(0, limit) : values;
  }
  return row;
}

async function tied(store: GraphStore, entity: string, { id, settings }: Asked, options: CallOptions): Promise<Cell[]> {
  const { type, forward } = TIE_PROPERTIES[id] as TieProperty;
  const all = settings?.status === 'all';
  const { directed } = relationshipType(type);
  const kinds = directed ? [{ type, forward }] : [{ type, forward: true }, { type, forward: false }];
  const part = await store.neighbours(
    { entity, kinds, limit: MOST_NEIGHBOURS, ...(all ? { filter: { statuses: [...statuses] } } : {}) }, options,
  );
  const sentences = sentencesOf(part);
  const names = new Map(part.entities.map((e) => [e.id, e.name]));
  const ties = part.relationships.filter((r) => r.type === type && (!directed || (forward ? r.from === entity : r.to === entity)));
  return [...groupedBy(ties, (r) => (r.from === entity ? r.to : r.from))].flatMap(([other, relationships]): Cell[] => {
    const said = relationships.map((r) => sentences.statusOf(r.id)!).sort((a, b) => statuses.indexOf(a) - statuses.indexOf(b))[0]!;
    const name = names.get(other) ?? other;
    if (!isDoubtful(said) && said !== 'denied') return [{ id: other, name }];
    return all ? [{ str: `${name} (${said})` }] : [];
  });
}
