import type { DatasetPart, Selection } from '../../model';

/** A box or line that no dataset records: what it is drawn for, and how it reads. */
export interface Derived {
  readonly standsFor: Selection;
  readonly sentence: string;
}

/** A venture drawn as an enclosure around these entities and its own box, which is the enclosure's label. Where that would hold others, each is outlined by itself. */
export interface Enclosing {
  readonly venture: string;
  readonly members: readonly string[];
}

/** A part of a dataset as it is drawn: some of it replaced by what was reckoned from it. The dataset itself stays as it is. */
export interface DrawnPart {
  readonly part: DatasetPart;
  /** Entities and relationships of the part that were reckoned, by id. */
  readonly derived: ReadonlyMap<string, Derived>;
  readonly enclosures: readonly Enclosing[];
}
