export { packDataset, packWriter } from './packDataset';
export { openPackedStore, openSharedStore, sharePackedStore, type PackedStore, type SharedStore } from './packedStore';
export type { NameParts } from '../memory/names';
