/** The vocabulary: types, datasets, claims and how they add up to a status. */
export { acceptedMatch } from '../model';
export { DATASET_FORMAT, dataset, entity, relationship, source } from '../model';
export { entityTypes, relationshipTypes } from '../model';
export { readDataset } from '../model';
export { statuses, statusOf } from '../model';
export { datesText, verbPhrase } from '../model';
export type {
  Claim, Dataset, DatasetPart, Entity, EntityType, Filter, Period, Relationship, RelationshipType, Snapshot, Source, Stance, Status,
} from '../model';
