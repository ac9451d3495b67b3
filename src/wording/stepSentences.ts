import {
  diffDatasets, editKey, recordLists, withRecordLists,
  type AnyRecord, type Dataset, type DatasetPart, type RecordChange, type RecordList, type RecordTypes,
} from '../model';
import { changeSentences } from './changeSentences';

/** What a step of editing did, a sentence a record; `around` has the entities and sources that its records name. */
export function stepSentences(changes: readonly RecordChange[], around: Omit<DatasetPart, 'relationships'>): string[] {
  const [before, after] = [sideOf(changes, 'before', around), sideOf(changes, 'after', around)];
  return changeSentences(before, after, diffDatasets(before, after));
}

/** The records of a step on one side of it, with what they name. */
function sideOf(changes: readonly RecordChange[], side: keyof RecordChange, around: Omit<DatasetPart, 'relationships'>): Dataset {
  const touched = new Set(changes.map(({ after }) => editKey(after.list, after.id)));
  const list = <L extends RecordList>(name: L, beside: readonly AnyRecord[]): RecordTypes[L][] => [
    ...changes.flatMap((change) => (change[side].list === name && change[side].record ? [change[side].record as RecordTypes[L]] : [])),
    ...(beside as readonly RecordTypes[L][]).filter(({ id }) => !touched.has(editKey(name, id))),
  ];
  const [sources, entities, relationships, notes] = recordLists.map((name) =>
    list(name, name === 'entities' ? around.entities : name === 'sources' ? around.sources : []),
  ) as [RecordTypes['sources'][], RecordTypes['entities'][], RecordTypes['relationships'][], RecordTypes['notes'][]];
  return withRecordLists(
    { format: 'throughline/1', id: 'step', title: 'step', sources: [], entities: [], relationships: [] },
    { sources, entities, relationships, notes },
  );
}
