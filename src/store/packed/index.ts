export { packDataset, packWriter, sinkInMemory } from './packDataset';
export { openPackedStore, type PackedStore } from './packedStore';
