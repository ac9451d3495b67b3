import {
  comparedPart, diffDatasets, partAmong, type ChangeMarks, type Dataset, type DatasetPart, type Filter, type Position,
  type Relationship,
} from '../../model';
import { detailFor, layoutOrganic } from '../../drawing';
import { saidChanges, type SaidChange, type StoryChanges } from '../../wording';

/** One of two states that are compared, and what it is called. */
export interface ComparedState {
  readonly name: string;
  readonly dataset: Dataset;
}

export interface ComparisonInput {
  readonly title: string;
  readonly before: ComparedState;
  readonly after: ComparedState;
  /** Where the reader knows entities: those of a chart, who keep their place in both pictures. */
  readonly positions?: ReadonlyMap<string, Position>;
  /** The ties that are drawn where nothing became of them; all between those drawn if left out. */
  readonly ties?: ReadonlySet<string>;
  /** What ties are looked at under; only its period tells in the pictures. */
  readonly filter?: Filter;
  /** Further sentences: which routes came and went, what the comparison leaves out. */
  readonly routes?: readonly string[];
  readonly remarks?: readonly string[];
  /** What became of the sentences of a story. */
  readonly story?: StoryChanges;
}

/** Two states read for drawing and telling: whoever is drawn stands at the same place in both. */
export interface Comparison extends ComparisonInput {
  readonly changes: readonly SaidChange[];
  readonly marks: ChangeMarks;
  /** What is drawn of each. */
  readonly drawn: { readonly before: DatasetPart; readonly after: DatasetPart };
  readonly positions: ReadonlyMap<string, Position>;
  /** How many entities that changed are not drawn, since there are too many. */
  readonly undrawn: number;
}

/** How many entities two states may have together for all of them to be drawn where no chart says who is. */
const MOST_WHOLE = 150;
/** How many entities that changed are drawn beside a chart at most; the sentences tell of all. */
const MOST_BESIDE = 200;
/** Width over height of each picture. */
const ASPECT = 1;

/**
 * Holds two states against each other. Drawn are the entities of the given chart that either has, or without a chart all of small states,
 * and whoever changed. Cost O(size of both), and a layout of those who have no place.
 */
export function comparisonOf(input: ComparisonInput): Comparison {
  const { before, after, filter } = input;
  const diff = diffDatasets(before.dataset, after.dataset);
  const { part: differing, marks } = comparedPart(before.dataset, after.dataset, diff);
  const both = union(before.dataset, after.dataset);
  const known = knownIn(input, both);
  const beside = differing.entities.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const shown = new Set([...known, ...beside.slice(0, MOST_BESIDE)]);
  const tied = ({ id, from, to }: Relationship) =>
    shown.has(from) && shown.has(to) && (input.ties === undefined || input.ties.has(id) || marks.relationships.has(id));
  const drawn = (part: DatasetPart) => partAmong(part, (id) => shown.has(id), tied);
  return {
    ...input, changes: saidChanges(before.dataset, after.dataset, diff, { forReaders: true }), marks,
    drawn: { before: drawn(before.dataset), after: drawn(after.dataset) }, positions: placesIn(input, drawn(both)),
    undrawn: Math.max(0, beside.length - MOST_BESIDE), ...(filter?.period ? { filter: { period: filter.period } } : { filter: {} }),
  };
}

/** Every record of either, as the later has it. */
function union(before: Dataset, after: Dataset): DatasetPart {
  const list = <R extends { id: string }>(was: readonly R[], is: readonly R[]) => [
    ...new Map([...was, ...is].map((record) => [record.id, record])).values(),
  ];
  return {
    entities: list(before.entities, after.entities), relationships: list(before.relationships, after.relationships),
    sources: list(before.sources, after.sources),
  };
}

/** Who is drawn whether anything became of them or not. */
function knownIn({ positions }: ComparisonInput, { entities }: DatasetPart): ReadonlySet<string> {
  if (positions && positions.size > 0) return new Set(entities.flatMap(({ id }) => (positions.has(id) ? [id] : [])));
  return new Set(entities.length <= MOST_WHOLE ? entities.map(({ id }) => id) : []);
}

/** Whoever has a place keeps it; the others come to stand near those whom they are tied to. */
function placesIn({ positions = new Map() }: ComparisonInput, part: DatasetPart): ReadonlyMap<string, Position> {
  const given = new Map([...positions].filter(([id]) => part.entities.some((e) => e.id === id)));
  if (part.entities.every(({ id }) => given.has(id))) return given;
  const kept = given.size > 0 ? { previous: given, pinned: given } : {};
  return layoutOrganic({ part, detail: detailFor(part.entities.length), aspect: ASPECT, ...kept });
}
