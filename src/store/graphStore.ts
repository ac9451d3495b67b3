import type {
  DatasetPart, Entity, EntityType, Filter, IntermediaryAnswer, IntermediaryQuestion, MatchAnswer, NoRouteAnswer, OnProgress, OwnersQuestion, Relationship, RelationshipType, RouteAnswer, RouteQuestion, Source, VenturesQuestion,
} from '../model';
import type { EntityStructure, OwnershipAnswer, VenturesAnswer } from '../analysis';

/** What every question takes besides its words: a signal that cancels it, and a listener for the progress of long work (0–1), which hears what it is at where it can tell. */
export interface Ask {
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

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
}

export interface SearchQuestion {
  text: string;
  /** How many hits at most; 20 by default. */
  limit?: number | undefined;
  entityTypes?: EntityType[] | undefined;
}

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

/** "Who is tied to this entity?": its neighbours with most ties first, then by id. */
export interface NeighbourQuestion {
  entity: string;
  filter?: Filter | undefined;
  /** How many neighbours at most; 50 by default. */
  limit?: number | undefined;
}

export interface NeighbourAnswer extends DatasetPart {
  /** Neighbours beyond the limit. */
  more: number;
}

/** How many relationships start and end in each calendar year, years ascending, none left out between first and last. */
export interface YearCount {
  year: number;
  starts: number;
  ends: number;
}

/**
 * The questions, asynchronous, over any amount of data. Ids that the dataset lacks are left out of list answers;
 * a question about one throws `UnknownEntityError`. A cancelled question rejects with the signal's reason.
 */
export interface GraphStore {
  describe(ask?: Ask): Promise<DatasetDescription>;
  search(question: SearchQuestion, ask?: Ask): Promise<SearchHit[]>;
  entities(ids: readonly string[], ask?: Ask): Promise<Entity[]>;
  relationships(ids: readonly string[], ask?: Ask): Promise<Relationship[]>;
  sources(ids: readonly string[], ask?: Ask): Promise<Source[]>;
  /** These entities, every relationship between two of them (denied ones too), and the sources that they cite. `'all'`: everything. */
  part(ids: readonly string[] | 'all', ask?: Ask): Promise<DatasetPart>;
  neighbours(question: NeighbourQuestion, ask?: Ask): Promise<NeighbourAnswer>;
  routes(question: RouteQuestion, ask?: Ask): Promise<RouteAnswer>;
  /** For a question whose answer has no route. */
  whyNoRoute(question: RouteQuestion, ask?: Ask): Promise<NoRouteAnswer>;
  /** Who stands between two entities. */
  between(question: IntermediaryQuestion, ask?: Ask): Promise<IntermediaryAnswer>;
  ventures(question: VenturesQuestion, ask?: Ask): Promise<VenturesAnswer>;
  owners(question: OwnersQuestion, ask?: Ask): Promise<OwnershipAnswer>;
  /** Where every entity stands in the whole network, in order of id. */
  structure(filter?: Filter, ask?: Ask): Promise<EntityStructure[]>;
  histogram(filter?: Filter, ask?: Ask): Promise<YearCount[]>;
  /** Who of the files that were added may be whom of those before, best first; absent where a store has no such files. */
  matches?(question: MatchesQuestion, ask?: Ask): Promise<MatchAnswer>;
  /** Adds to and takes from what it holds, for the questions that follow; absent where others ask the same store. Cost of indexing anew. */
  revise?(revision: Revision, ask?: Ask): Promise<void>;
  close(): Promise<void>;
}

/** "Who of what was added is who of what was there?" */
export interface MatchesQuestion {
  /** Pairs that are decided already and are not proposed again, in either order. */
  decided?: readonly (readonly [string, string])[];
  /** How many proposals at most; 1000 by default. */
  limit?: number;
}

/** Relationships and sources that come to what a store holds, and those that leave it, by id. What comes must end at entities that are there. */
export interface Revision {
  readonly add: Pick<DatasetPart, 'relationships' | 'sources'>;
  readonly remove: { readonly relationships: readonly string[]; readonly sources: readonly string[] };
}

/** An id or name that no entity of the dataset has. */
export { UnknownEntityError } from '../graph';
