import type { Position } from '../../model';
import { addViews, type DatasetBuilder, fileLayout, positionOf } from '../builder';
import { asObject, type Json } from '../records';

/** What of an Aleph diagram is picture: where its vertices stand, and the groups that were drawn around some of them. */
export interface Diagram {
  readonly positions: ReadonlyMap<string, Position>;
  readonly groups: readonly { readonly label: string; readonly entities: readonly string[] }[];
}

/**
 * The picture of a diagram (both versions: in `layout`, or beside the entities).
 * What is drawn of values, such as a country by itself, has no place here and is counted.
 */
export function readDiagram(json: Json, builder: DatasetBuilder): Diagram {
  const layout = asObject(json.layout) ?? json;
  const vertices = objectsOf(layout.vertices);
  const placed = vertices.flatMap((vertex) => {
    const at = asObject(vertex.position);
    const [id, position] = [entityOf(vertex), at && positionOf(at.x, at.y)];
    return id !== undefined && position ? [[id, position] as const] : [];
  });
  if (vertices.length > placed.length) builder.miss('vertices that are values, or have no place', vertices.length - placed.length);
  const drawn = objectsOf(layout.edges).length;
  if (drawn > 0) builder.miss('drawn edges', drawn);
  const byVertex = new Map(vertices.map((vertex) => [vertex.id, entityOf(vertex)]));
  const groups = objectsOf(layout.groupings).map(({ label, vertices: members }) => ({
    label: typeof label === 'string' ? label : '',
    entities: (Array.isArray(members) ? members : []).flatMap((id) => byVertex.get(id) ?? []),
  }));
  return { positions: new Map(placed), groups };
}

/** Adds the diagram as the view to open with, and each of its groups as a view of its own. Only entities that were read are in them. */
export function addDiagram({ positions, groups }: Diagram, builder: DatasetBuilder): void {
  const known = new Map([...positions].filter(([id]) => builder.hasEntity(id)));
  if (known.size === 0) return;
  const among = (ids: readonly string[]) => Object.fromEntries(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)!] as const] : [])));
  const views = groups.filter(({ entities }) => entities.some((id) => known.has(id)));
  addViews(builder, '(layout)', [
    () => fileLayout(known),
    ...views.map(({ label, entities }, i) => () => ({
      id: `group-${i + 1}`, title: label || `Group ${i + 1}`, summary: 'A group of the diagram.', positions: among(entities),
    })),
  ]);
}

function objectsOf(list: unknown): Json[] {
  return Array.isArray(list) ? list.map(asObject).filter((item) => item !== undefined) : [];
}

/** The entity that a vertex stands for: named, or by the vertex's own id. */
function entityOf({ entityId, id, type }: Json): string | undefined {
  if (typeof entityId === 'string' && (type === undefined || type === 'entity')) return entityId;
  return typeof id === 'string' && id.startsWith('entity:') ? id.slice('entity:'.length) : undefined;
}
