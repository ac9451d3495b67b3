import type { ChangeMarks, DatasetPart, Entity, Selection } from '../../model';

/** A box or line that no dataset records: what it is drawn for, and how it reads. */
export interface Derived {
  readonly standsFor: Selection;
  readonly sentence: string;
}

/**
 * A venture drawn as an enclosure around these entities and its own box, which is the enclosure's label.
 * Where that would hold others, each is outlined by itself.
 */
export interface Enclosing {
  readonly venture: string;
  readonly members: readonly string[];
}

/** A part of a dataset as it is drawn: some of it joined, or replaced by what was derived from it. The dataset itself stays as it is. */
export interface DrawnPart {
  readonly part: DatasetPart;
  /** Entities and relationships of the part that were derived, by id. */
  readonly derived: ReadonlyMap<string, Derived>;
  readonly enclosures: readonly Enclosing[];
  /** Who is drawn in a box as one with its entity, by the entity whose box it is, in the order of the part. */
  readonly within: ReadonlyMap<string, readonly Entity[]>;
  /** Relationships that held in the period shown no more than possibly. */
  readonly possibly: ReadonlySet<string>;
  /** What came, went and changed, where two states are compared. */
  readonly changes?: ChangeMarks;
}
