import type { z } from 'zod';
import type { Overview, OverviewGroup } from '../analysis';
import type { CallOptions, DatasetPart, EntityType, RelationshipType } from '../model';
import type { Question } from './question';
import type {
  editing, neighbourQuestion, overviewQuestion, questions, revision, rowsQuestion, searchQuestion, tieKindsQuestion,
} from './questions';

export type { CallOptions } from '../model';

type Questions = typeof questions;
export type QuestionName = keyof Questions;
type Asked<Name extends QuestionName> = Questions[Name] extends Question<infer Q, unknown> ? Q : never;
type Answer<Name extends QuestionName> = Awaited<ReturnType<Questions[Name]['answer']>>;

/** A question may be left out where nothing in it need be said. */
type Method<Q, A> =
  Record<string, never> extends Q ? (asked?: Q, options?: CallOptions) => Promise<A> : (asked: Q, options?: CallOptions) => Promise<A>;

/**
 * The questions, asynchronous, over any amount of data: a method for each row of the table of questions. Ids that the dataset lacks
 * are left out of list answers; a question about one throws `UnknownEntityError`. A cancelled question rejects with the signal's reason.
 * Those that change what is held, or look at all of it, are absent where others ask the same store.
 */
export type GraphStore = { [Name in Exclude<QuestionName, OwnName>]: Method<Asked<Name>, Answer<Name>> } & {
  [Name in OwnName]?: Method<Asked<Name>, Answer<Name>>;
} & { close(): Promise<void> };
/** What is asked only of a store of objects that one has to oneself: others are neither changed nor handed out whole. */
export const OWN_QUESTIONS = ['matches', 'revise', 'edit', 'whole', 'notes', 'citing', 'lint', 'claims'] as const;
type OwnName = (typeof OWN_QUESTIONS)[number];

/** What a store holds, in figures. */
export interface DatasetDescription {
  id: string;
  title: string;
  summary?: string;
  licence?: string;
  entities: number;
  relationships: number;
  claims: number;
  sources: number;
  entityTypes: Partial<Record<EntityType, number>>;
  relationshipTypes: Partial<Record<RelationshipType, number>>;
  /** The first and last calendar year in which anything starts or ends; absent in a dataset without dates. */
  years?: { first: number; last: number };
  /** What answers, where it is a database: "PostgreSQL 15.8". */
  engine?: string;
}

export type SearchQuestion = z.infer<typeof searchQuestion>;
export type NeighbourQuestion = z.infer<typeof neighbourQuestion>;
export type TieKindsQuestion = z.infer<typeof tieKindsQuestion>;
export type OverviewQuestion = z.infer<typeof overviewQuestion>;
export type RowsQuestion = z.infer<typeof rowsQuestion>;
export type Revision = z.infer<typeof revision>;
export type Editing = z.infer<typeof editing>;

/** A hit, best first. `score` is 0–1, 1 for the very name; `matched` is the name or alias that was found. */
export interface SearchHit {
  id: string;
  name: string;
  type: EntityType;
  score: number;
  matched: string;
  jurisdiction?: string;
  /** Relationships at it, of any status. */
  degree: number;
}

export interface NeighbourAnswer extends DatasetPart {
  /** Neighbours beyond the limit. */
  more: number;
}

/** A page of rows, with their records: of relationships with both ends, and with the sources that all these cite. */
export interface RowsAnswer extends DatasetPart {
  /** In the order asked for; `ties` of an entity are all at it, of any status. */
  rows: { id: string; ties?: number }[];
  /** How many rows all pages have. */
  total: number;
  /** Whether these are all: a text finds the best thousand entities. */
  complete: boolean;
}

/** A way in which neighbours are tied to an entity; `forward`: the relationship leads away from it. */
export interface TieKind {
  type: RelationshipType;
  forward: boolean;
  /** How many neighbours are tied so. */
  neighbours: number;
}

/** A neighbour that is tied in several ways counts in each, and once in `total`. */
export interface TieKindsAnswer {
  total: number;
  kinds: TieKind[];
}

/** A whole dataset in groups, with the names of those told of. */
export interface OverviewAnswer extends Omit<Overview, 'groups'> {
  groups: NamedGroup[];
}

interface NamedGroup extends Omit<OverviewGroup, 'members' | 'country'> {
  /** Of a group by country; absent where none is recorded. */
  country?: string;
  members: { id: string; name: string; type: EntityType }[];
}

/** How many relationships start and end in each calendar year, years ascending, none left out between first and last. */
export interface YearCount {
  year: number;
  starts: number;
  ends: number;
}

/** An id or name that no entity of the dataset has. */
export { UnknownEntityError } from '../graph';
