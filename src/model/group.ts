import { z } from 'zod';
import type { RelationshipType } from './catalogue';
import { filter } from './filter';

/** The most entities that are explained as one group. */
const MOST_MEMBERS = 100_000;

/** "What holds these together, and who ties them to the rest?" A group by its members, or one of an overview by its place there. */
export const groupQuestion = z.strictObject({
  of: z.union([
    z.strictObject({ entities: z.array(z.string().min(1).max(200)).min(2).max(MOST_MEMBERS) }),
    /** The place of a group in an overview by communities, from 0. */
    z.strictObject({ community: z.int().min(0).max(99) }),
  ]),
  filter: filter.default({}),
  /** How many members, types and sources are told of at most, 1–100. */
  limit: z.int().min(1).max(100).default(10),
});
export type GroupQuestion = z.infer<typeof groupQuestion>;

/** What becomes of a group without some of its ties. */
export interface GroupWithout {
  /** How many of the ties inside it fall. */
  relationships: number;
  /** Into how many pieces it falls; in one piece all hang together. */
  pieces: number;
  /** How many members the largest of these has. */
  largest: number;
}

/** What holds a group together, and who ties it to the rest. Places that are no members connect nobody. */
export interface GroupAnswer {
  entities: number;
  /** Ties between two members. */
  within: number;
  /** In how many pieces it is with all its ties, and how many members the largest has. */
  pieces: number;
  largest: number;
  /** Who outside is tied to a member, and by how many ties. */
  outside: { entities: number; relationships: number };
  /** Members with ties to the outside, those first that are tied to most there, then by id; and how many such members there are in all. */
  gates: { entity: string; entities: number; relationships: number }[];
  gateCount: number;
  /** By type of tie, what becomes of it without all ties of this type; first the type without which it falls into most pieces. */
  types: ({ type: RelationshipType } & GroupWithout)[];
  /**
   * By source, what becomes of it without all that this source says and that others say who derive from it alone; first the source without
   * which it falls into most pieces. Sources without which nothing falls are not told.
   */
  sources: ({ source: string; copies: string[] } & GroupWithout)[];
}
