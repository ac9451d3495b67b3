import { countedClaims, routeRelationships, type Claim, type DatasetPart, type Route, type Source, type Spoken } from '../model';

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
  /** The number of a claim's citation. The claim must be one of the part's that count. */
  ofClaim(claim: Claim): number;
  /** Numbers behind a relationship or an entity, ascending; empty for one that the part lacks. */
  ofRelationship(id: string): readonly number[];
  ofEntity(id: string): readonly number[];
}

/**
 * Numbers every citation of a part: first those of the routes as they are read, then the other relationships, then the
 * entities, each in the order of the part and of its claims. What a filter sets aside has no number. The same part, routes
 * and filter give the same numbers everywhere.
 */
export function footnotesOf(part: DatasetPart, routes: readonly Route[] = [], filter: Spoken = {}): Footnotes {
  const sources = new Map(part.sources.map((s) => [s.id, s]));
  const claimsOf = { relationship: claimsById(part.relationships, filter), entity: claimsById(part.entities, filter) };
  const list: Footnote[] = [];
  const byPlace = new Map<string, number>();
  const number = (claim: Claim) => {
    const place = placeOf(claim);
    if (!byPlace.has(place)) {
      const source = sources.get(claim.source);
      list.push({
        number: list.length + 1, sourceId: claim.source, ...(source ? { source } : {}),
        ...(claim.locator === undefined ? {} : { locator: claim.locator }),
      });
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

function claimsById(records: readonly { id: string; claims?: Claim[] | undefined }[], filter: Spoken): Map<string, readonly Claim[]> {
  return new Map(records.map((r) => [r.id, countedClaims(r, filter)]));
}

function placeOf({ source, locator }: Claim): string {
  return JSON.stringify([source, locator ?? null]);
}
