import type { Claim } from './claim';
import type { DatasetPart, Entity, Relationship } from './dataset';

/**
 * A part as it goes out by itself: its readings name those of their grounds that are in it, and nothing outside of it. A reading
 * that rests on nothing within the part stays, without grounds. Records that need no change are the same objects.
 */
export function groundedPart<P extends Pick<DatasetPart, 'entities' | 'relationships'>>(part: P): P {
  const said = new Map<string, ReadonlySet<string>>();
  for (const list of [part.entities, part.relationships])
    for (const { id, claims } of list) said.set(id, new Set(claims?.map((c) => c.source)));
  const within = (record: string, source: string) => said.get(record)?.has(source) === true;
  return {
    ...part,
    entities: part.entities.map((e): Entity => (e.claims ? grounded(e, e.claims, within) : e)),
    relationships: part.relationships.map((r): Relationship => grounded(r, r.claims, within)),
  };
}

function grounded<R extends Entity | Relationship>(
  record: R, claims: readonly Claim[], within: (record: string, source: string) => boolean,
): R {
  const kept = claims.map((claim): Claim => {
    const grounds = claim.restsOn?.filter((g) => within(g.record, g.source));
    if (grounds === undefined || grounds.length === claim.restsOn!.length) return claim;
    const { restsOn: _outside, ...rest } = claim;
    return grounds.length === 0 ? rest : { ...rest, restsOn: grounds };
  });
  return kept.every((claim, i) => claim === claims[i]) ? record : { ...record, claims: kept };
}
