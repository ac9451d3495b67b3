import type { Dataset, DatasetPart } from '../dataset';
import { citedSources } from '../filter';
import { withOrigins } from '../origins';
import type { Diff } from '../diff';
import { recordsById, statusChanges, type DatasetDiff } from './datasetDiff';

/** What became of a record between two states of a dataset. */
export type ChangeKind = 'added' | 'removed' | 'changed';

/** What became of entities and relationships, by id; those that stayed as they were are in neither. */
export interface ChangeMarks {
  readonly entities: ReadonlyMap<string, ChangeKind>;
  readonly relationships: ReadonlyMap<string, ChangeKind>;
}

/** What two states of a dataset are drawn with: every record that differs, the ends of every such tie, and what they cite. */
export interface ComparedPart {
  /** As the later state has them; what went as the earlier one had it. */
  readonly part: DatasetPart;
  readonly marks: ChangeMarks;
}

/**
 * What differs between two states, to be drawn as one picture. A relationship whose status is another is marked as changed, be it for its
 * own claims or for a source. Cost O(size of both).
 */
export function comparedPart(before: Dataset, after: Dataset, diff: DatasetDiff): ComparedPart {
  const relationships = new Map(marksOf(diff.relationships));
  for (const { relationship } of statusChanges(before, after)) relationships.set(relationship, 'changed');
  const marks = { entities: marksOf(diff.entities), relationships };
  const [entityOf, tieOf] = [either(before, after, 'entities'), either(before, after, 'relationships')];
  const sourceOf = either(before, after, 'sources');
  const ties = [...relationships.keys()].flatMap((id) => tieOf(id) ?? []);
  const ids = new Set([...marks.entities.keys(), ...ties.flatMap(({ from, to }) => [from, to])]);
  const entities = [...ids].flatMap((id) => entityOf(id) ?? []);
  const sources = [...withOrigins(citedSources([...entities, ...ties]), sourceOf)].flatMap((id) => sourceOf(id) ?? []);
  return { part: { entities, relationships: ties, sources }, marks };
}

function marksOf({ added, removed, updated }: Diff<unknown>): ReadonlyMap<string, ChangeKind> {
  const kind = (ids: Iterable<string>, what: ChangeKind) => [...ids].map((id) => [id, what] as const);
  return new Map([...kind(added.keys(), 'added'), ...kind(updated.keys(), 'changed'), ...kind(removed.keys(), 'removed')]);
}

function either<L extends 'entities' | 'relationships' | 'sources'>(before: Dataset, after: Dataset, list: L) {
  const [was, is] = [recordsById(before, list), recordsById(after, list)];
  return (id: string) => is.get(id) ?? was.get(id);
}
