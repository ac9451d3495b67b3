/** The families of relationships, in the order in which legends and filters list them. */
export const families = ['ownership', 'venture', 'operation', 'supply', 'finance', 'authority', 'people', 'other'] as const;
export type Family = (typeof families)[number];

/**
 * The colour of each family on a light ground, in our charts and in what other tools draw of them: hues after Okabe and Ito's palette for
 * colour-blind readers, darkened to 4.5:1 as text upon paper.
 */
export const familyColours: Readonly<Record<Family, string>> = {
  ownership: '#0068a8',
  venture: '#00755a',
  operation: '#2a78b0',
  supply: '#96650a',
  finance: '#8a3f92',
  authority: '#b8410f',
  people: '#4b5563',
  other: '#6b6f78',
};

/** The outlines that the box of an entity may have, in our charts and, by each tool's own names, in what other tools draw of them. */
export const boxShapes = ['rounded', 'pill', 'square', 'capsule', 'cut', 'hexagon', 'folded', 'tag', 'tab'] as const;
export type BoxShape = (typeof boxShapes)[number];

/** What the catalogue knows of a type of entity. */
export interface EntityTypeEntry {
  readonly label: string;
  readonly plural: string;
  /** The FollowTheMoney schema that it is written as. */
  readonly ftm: string;
  /** The BODS entity type (or "person") that it is written as; null where BODS has none. */
  readonly bods: string | null;
  /** The outline of its box. Types may share one, since each has an icon of its own. */
  readonly shape: BoxShape;
}

/** The FollowTheMoney schema of a relationship, and which of its properties hold the two ends. */
export interface FtmCounterpart {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
  readonly role: string;
}

/** What the catalogue knows of a type of relationship. */
export interface RelationshipTypeEntry<EntityType extends string = string> {
  /** "A owns B": present tense, read from → to; `inverse` is read to → from. */
  readonly verb: string;
  readonly inverse: string;
  /** The same for what has ended. */
  readonly past: string;
  readonly inversePast: string;
  /** One or two words for the line on a chart. */
  readonly chartLabel: string;
  /** False where "A … B" says the same as "B … A"; such a line has no arrow. */
  readonly directed: boolean;
  readonly family: Family;
  readonly from: readonly EntityType[] | 'any';
  readonly to: readonly EntityType[] | 'any';
  readonly ftm: FtmCounterpart;
  /** The BODS interest type; null where BODS has no counterpart. */
  readonly bods: string | null;
}
