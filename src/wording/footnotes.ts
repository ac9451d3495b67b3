import { routeRelationships, type Claim, type DatasetPart, type Route, type Source } from '../model';

/** One citation: a place in a source. The same place cited twice has one number. */
export interface Footnote {
  /** From 1, in order of first appearance. */
  readonly number: number;
  readonly sourceId: string;
  /** Absent where the part lacks the source. */
  readonly source?: Source;
  readonly locator?: string;
}

/** The numbered citations of what is shown. */
export interface Footnotes {
  readonly list: readonly Footnote[];
  /** The number of a claim's citation. The claim must be one of the part's. */
  ofClaim(claim: Claim): number;
  /** Numbers behind a relationship or an entity, ascending; empty for one that the part lacks. */
  ofRelationship(id: string): readonly number[];
  ofEntity(id: string): readonly number[];
}

/**
 * Numbers every citation of a part: first those of the routes as they are read, then the other relationships, then the
 * entities, each in the order of the part and of its claims. The same part and routes give the same numbers everywhere.
 */
export function footnotesOf(part: DatasetPart, routes: readonly Route[] = []): Footnotes {
  const sources = new Map(part.sources.map((s) => [s.id, s]));
  const claimsOf = { relationship: claimsById(part.relationships), entity: claimsById(part.entities) };
  const list: Footnote[] = [];
  const byPlace = new Map<string, number>();
  const number = (claim: Claim) => {
    const place = placeOf(claim);
    if (!byPlace.has(place)) {
      const source = sources.get(claim.source);
      list.push({ number: list.length + 1, sourceId: claim.source, ...(source ? { source } : {}), ...(claim.locator === undefined ? {} : { locator: claim.locator }) });
      byPlace.set(place, list.length);
    }
    return byPlace.get(place)!;
  };
  for (const id of routes.flatMap(routeRelationships)) claimsOf.relationship.get(id)?.forEach(number);
  for (const claims of [...claimsOf.relationship.values(), ...claimsOf.entity.values()]) claims.forEach(number);
  const numbers = (claims: readonly Claim[] = []) => [...new Set(claims.map(number))].sort((a, b) => a - b);
  return {
    list,
    ofClaim: number,
    ofRelationship: (id) => numbers(claimsOf.relationship.get(id)),
    ofEntity: (id) => numbers(claimsOf.entity.get(id)),
  };
}

function claimsById(records: readonly { id: string; claims?: Claim[] | undefined }[]): Map<string, Claim[]> {
  return new Map(records.map((r) => [r.id, r.claims ?? []]));
}

function placeOf({ source, locator }: Claim): string {
  return JSON.stringify([source, locator ?? null]);
}
