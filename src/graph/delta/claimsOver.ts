import type { Source } from '../../model';
import { ClaimTable, type ClaimColumns, type ClaimCore } from '../claimTable';
import { ColumnError } from '../columns';
import type { RelationshipIndex } from '../integers';

/** A table of claims that is laid over another, which stays as it is: with other sources, and with the claims of some relationships. */
export class ClaimsOver extends ClaimTable {
  readonly #rows = new Map<RelationshipIndex, number>();
  readonly #patterns: ClaimCore[][] = [];

  /** `sources`: those that come, are others, or are gone. */
  constructor(private readonly base: ClaimTable, private readonly changed: ReadonlyMap<string, Source | undefined>) {
    super(0);
  }

  /** The claims of a relationship from now on. */
  put(relationship: RelationshipIndex, claims: readonly ClaimCore[]): void {
    this.#rows.set(relationship, this.patternCount);
    this.#patterns.push(claims.map(({ source, stance }) => ({ source, stance })));
  }

  override source(id: string): Source | undefined {
    return this.changed.has(id) ? this.changed.get(id) : this.base.source(id);
  }

  override get patternCount(): number {
    return this.base.patternCount + this.#patterns.length;
  }

  override patternAt(relationship: number): number {
    return this.#rows.get(relationship) ?? this.base.patternAt(relationship);
  }

  override claimsOf(pattern: number): ClaimCore[] {
    const own = pattern - this.base.patternCount;
    return own < 0 ? this.base.claimsOf(pattern) : this.#patterns[own]!;
  }

  override patternsCiting(sourceIds: Iterable<string>): number[] {
    const cited = new Set(sourceIds);
    const own = this.#patterns.flatMap((claims, i) => (claims.some((c) => cited.has(c.source)) ? [this.base.patternCount + i] : []));
    return [...this.base.patternsCiting(cited), ...own];
  }

  override get columns(): ClaimColumns {
    throw new ColumnError('What is laid over another table of claims has no columns of its own.');
  }
}
