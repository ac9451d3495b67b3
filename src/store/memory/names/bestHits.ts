/** An entity and how well it answers, 0–1. */
export interface Scored {
  readonly entity: number;
  readonly score: number;
}

/** Keeps the best few of many, by score and then in the order that `tieBreak` gives (below 0: the first one comes before). */
export class BestHits {
  private readonly hits: Scored[] = [];

  constructor(
    private readonly limit: number,
    private readonly tieBreak: (a: number, b: number) => number,
  ) {}

  /** Cost O(1) for one that is not among the best, else O(limit). */
  add(entity: number, score: number): void {
    const hit = { entity, score };
    if (this.hits.length >= this.limit && !this.isBefore(hit, this.hits.at(-1))) return;
    this.hits.splice(this.placeOf(hit), 0, hit);
    if (this.hits.length > this.limit) this.hits.pop();
  }

  /** Best first. */
  get sorted(): readonly Scored[] {
    return this.hits;
  }

  private isBefore(a: Scored, b: Scored | undefined): boolean {
    if (!b) return false;
    return a.score !== b.score ? a.score > b.score : this.tieBreak(a.entity, b.entity) < 0;
  }

  private placeOf(hit: Scored): number {
    let [low, high] = [0, this.hits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(this.hits[middle]!, hit)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
