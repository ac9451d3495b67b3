import type { FoldedNames } from './foldedNames';

/** Folded names as a part of those that are searched: whose they are, and whose are not looked at, since another part has them. */
export class NamePart {
  /** `entities`: by place in the names, the entity's integer; the place itself if left out. */
  constructor(
    readonly names: FoldedNames,
    private readonly entities?: readonly number[],
    /** Places, which are entities' integers where these are left out. */
    readonly skipped: ReadonlySet<number> = new Set(),
  ) {}

  entityAt(place: number): number {
    return this.entities ? this.entities[place]! : place;
  }

  skips(place: number): boolean {
    return this.skipped.has(place);
  }

  /** How often each word stands in names that are not looked at. */
  skippedWords(): ReadonlyMap<number, number> {
    const { entityOffsets, nameOffsets, wordRow } = this.names;
    const counts = new Map<number, number>();
    for (const place of this.skipped)
      for (let at = nameOffsets[entityOffsets[place]!]!; at < nameOffsets[entityOffsets[place + 1]!]!; at++)
        counts.set(wordRow[at]!, (counts.get(wordRow[at]!) ?? 0) + 1);
    return counts;
  }
}
