import type { CallOptions } from '../../model';
import type { TieKindsAnswer, TieKindsQuestion, TieKind } from '../graphStore';
import type { DatasetReader } from './datasetReader';
import { tiesAt } from './neighboursOf';

/** The ways in which an entity is tied, most neighbours first, then by type, outward before inward. Throws `UnknownEntityError`. */
export async function tieKindsIn(
  reader: DatasetReader, { entity, filter = {}, without = [] }: TieKindsQuestion, options: CallOptions,
): Promise<TieKindsAnswer> {
  const { index } = reader;
  const centre = index.knownEntity(entity);
  const drawn = new Set(without.map((id) => index.entityIndexOf(id)));
  const others = new Set<number>();
  const kinds = new Map<string, { kind: TieKind; others: Set<number> }>();
  for (const { other, relationship, forward } of tiesAt(index, centre, await reader.compiled(filter, options))) {
    if (drawn.has(other)) continue;
    others.add(other);
    const type = index.relationshipTypeAt(relationship);
    const key = `${type} ${forward ? 0 : 1}`;
    const kind = kinds.get(key) ?? { kind: { type, forward, neighbours: 0 }, others: new Set() };
    kinds.set(key, { ...kind, others: kind.others.add(other) });
  }
  const counted = [...kinds].map(([key, { kind, others: tied }]) => ({ key, kind: { ...kind, neighbours: tied.size } }));
  counted.sort((a, b) => b.kind.neighbours - a.kind.neighbours || (a.key < b.key ? -1 : 1));
  return { total: others.size, kinds: counted.map((c) => c.kind) };
}
