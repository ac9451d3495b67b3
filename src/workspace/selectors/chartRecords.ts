import { proofRecords } from '../../drawing';
import { citedSources, namedRecords, NO_IDS, partOf, withOrigins, type DatasetPart, type Records } from '../../model';
import { memoised } from './memoised';

let last: Records | undefined;

/**
 * The records of the chart, in the order in which they came to it, with the sources that they cite. They stay the same objects
 * while the chart holds the same ones, whatever else the page is told.
 */
export const chartRecords = memoised([(s) => s.records, (s) => s.chart.entities, (s) => s.chart.relationships], (state): Records => {
  const { entities, relationships } = namedRecords(state.records, { ...state.chart, sources: [] });
  const cited = withOrigins(citedSources([...entities.values(), ...relationships.values()]), (id) => state.records.sources.get(id));
  const { sources } = namedRecords(state.records, { ...NO_IDS, sources: cited });
  const before = last;
  last = {
    entities: same(before?.entities, entities), relationships: same(before?.relationships, relationships),
    sources: same(before?.sources, sources),
  };
  return last;
});

/** The one from before where both hold the same in the same order. */
function same<T>(before: ReadonlyMap<string, T> | undefined, now: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  if (before?.size !== now.size) return now;
  const then = before.values();
  return [...now.values()].every((record) => record === then.next().value) ? before : now;
}

/** The records that question and answer of the trace speak of. */
export const traceRecords = memoised(
  [(s) => s.records, (s) => s.trace.named],
  ({ records, trace }): Records => namedRecords(records, trace.named),
);

/** The records that the question on how several parties hang together, and its answer, speak of. */
export const connectRecords = memoised([(s) => s.records, (s) => s.connect?.named], ({ records, connect }): Records =>
  namedRecords(records, connect?.named ?? NO_IDS),
);

/** The records that the ends of a pattern and the routes that follow it name. */
export const patternRecords = memoised([(s) => s.records, (s) => s.pattern?.named], ({ records, pattern }): Records =>
  namedRecords(records, pattern?.named ?? NO_IDS),
);

/** The records that a cross-check names: whoever a name may be, and the routes between them. */
export const crosscheckRecords = memoised([(s) => s.records, (s) => s.crosscheck?.named], ({ records, crosscheck }): Records =>
  namedRecords(records, crosscheck?.named ?? NO_IDS),
);

/** The records that a timeline names. */
export const timelineRecords = memoised([(s) => s.records, (s) => s.timeline?.named], ({ records, timeline }): Records =>
  namedRecords(records, timeline?.named ?? NO_IDS),
);

/** The records that leads name. */
export const leadsRecords = memoised([(s) => s.records, (s) => s.leads?.named], ({ records, leads }): Records =>
  namedRecords(records, leads?.named ?? NO_IDS),
);

/** The records that the answer on an ownership speaks of, as its store told them. */
export const ownershipPart = memoised(
  [(s) => s.records, (s) => s.ownership.named],
  ({ records, ownership }): DatasetPart => partOf(namedRecords(records, ownership.named)),
);

/** The records that an ownership answer names, with the sources that they cite; nothing without an answer. */
export const proofPart = memoised([ownershipPart, (s) => s.ownership], (state): DatasetPart => {
  const { answer, listed } = state.ownership;
  return answer ? proofRecords(ownershipPart(state), answer, listed) : { entities: [], relationships: [], sources: [] };
});
