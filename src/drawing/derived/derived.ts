import type { ChangeMarks, ChartGroup, DatasetPart, Entity, GroupColour, Relationship, Selection } from '../../model';

/** A box or line that no dataset records: what it is drawn for, and how it reads. */
export interface Derived {
  readonly standsFor: Selection;
  readonly sentence: string;
}

/**
 * A venture drawn as an enclosure around these entities and its own box, which is the enclosure's label; or a group that is open around its
 * members, with its name. Where that would hold others, each is outlined by itself.
 */
export interface Enclosing {
  readonly venture: string;
  readonly members: readonly string[];
  readonly group?: { readonly name: string; readonly colour?: GroupColour };
}

/** A closed group, whose members are drawn as one box. */
export interface DrawnGroup {
  readonly group: ChartGroup;
  /** Those that would be drawn without it, in the order of the part. */
  readonly members: readonly string[];
  /** They are of several types. */
  readonly mixed: boolean;
}

/** Ties of one status between two boxes, drawn as one line. */
export interface Bundle {
  readonly relationships: readonly Relationship[];
  /** All of them run one way. */
  readonly arrow: boolean;
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
  /** Closed groups by the id of their box, and bundles by that of their line; absent where there are none. */
  readonly groups?: ReadonlyMap<string, DrawnGroup> | undefined;
  readonly bundles?: ReadonlyMap<string, Bundle> | undefined;
  /** What came, went and changed, where two states are compared. */
  readonly changes?: ChangeMarks;
}
