import { stances, statusOf, weakness, type Claim, type Source, type Status } from '../model';
import { GrowingColumn } from './growingColumn';
import { RowOffsets } from './rowOffsets';

/** What the index keeps of a claim: enough to reckon a status again. */
export type ClaimCore = Pick<Claim, 'source' | 'stance'>;

const STANCE_CODE = new Map(stances.map((stance, code) => [stance, code]));

/**
 * The claims of every relationship: source and stance of each packed into one number, row after row. Sources that claims cite
 * but the dataset lacks are kept by id alone.
 */
export class ClaimTable {
  readonly #sourceIds: string[] = [];
  readonly #sources: (Source | undefined)[] = [];
  readonly #sourceIndex = new Map<string, number>();
  readonly #packed: GrowingColumn;
  readonly #rows: RowOffsets;
  /** The weakness of a status that follows from one claim alone, by packed claim: most relationships have one. */
  readonly #single: number[] = [];

  constructor(capacity: number) {
    this.#packed = new GrowingColumn(capacity);
    this.#rows = new RowOffsets(capacity);
  }

  addSource(source: Source): void {
    this.#sources[this.#indexOf(source.id)] = source;
  }

  /** Adds the claims of the next relationship and gives the weakness of the status that they add up to. */
  addRow(claims: readonly ClaimCore[]): number {
    for (const { source, stance } of claims) this.#packed.push(this.#indexOf(source) * 4 + STANCE_CODE.get(stance)!);
    this.#rows.push(claims.length);
    if (claims.length === 1) return this.#weaknessOfOne(this.#packed.at(this.#packed.length - 1));
    return weakness(this.statusOf(claims));
  }

  statusOf(claims: readonly ClaimCore[]): Status {
    return statusOf(claims, (id) => this.source(id));
  }

  source(id: string): Source | undefined {
    const i = this.#sourceIndex.get(id);
    return i === undefined ? undefined : this.#sources[i];
  }

  /** The claims of a relationship, in the order of the dataset. */
  row(relationship: number): ClaimCore[] {
    const claims: ClaimCore[] = [];
    const end = this.#rows.endOf(relationship);
    for (let i = this.#rows.startOf(relationship); i < end; i++) claims.push(this.#unpack(this.#packed.at(i)));
    return claims;
  }

  /** For a test that is run over every relationship: whether some claim of it passes. `passes` is by packed claim, `packedClaims` of them. */
  someClaim(relationship: number, passes: Uint8Array): boolean {
    const end = this.#rows.endOf(relationship);
    for (let i = this.#rows.startOf(relationship); i < end; i++) if (passes[this.#packed.at(i)] === 1) return true;
    return false;
  }

  /** A table for `someClaim`: 1 for the claims of the sources with these stances, else 0. */
  claimsOf(sourceIds: readonly string[], withStances: readonly Claim['stance'][]): Uint8Array {
    const passes = new Uint8Array(this.#sourceIds.length * 4);
    for (const id of sourceIds) {
      const i = this.#sourceIndex.get(id);
      if (i !== undefined) for (const stance of withStances) passes[i * 4 + STANCE_CODE.get(stance)!] = 1;
    }
    return passes;
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.#packed.trim();
    this.#rows.trim();
  }

  #unpack(packed: number): ClaimCore {
    return { source: this.#sourceIds[packed >> 2]!, stance: stances[packed & 3]! };
  }

  #weaknessOfOne(packed: number): number {
    return (this.#single[packed] ??= weakness(this.statusOf([this.#unpack(packed)])));
  }

  #indexOf(id: string): number {
    const known = this.#sourceIndex.get(id);
    if (known !== undefined) return known;
    const i = this.#sourceIds.push(id) - 1;
    this.#sourceIndex.set(id, i);
    return i;
  }
}
