export { packDataset, packWriter } from './packDataset';
export { OtherBaseError } from './caseOnBase';
export { openPackedStore, openSharedStore, sharePackedStore, type PackedStore, type SharedStore } from './packedStore';
export type { NameParts } from '../memory/names';
