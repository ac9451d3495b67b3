export { describeDataset } from './describeDataset';
export { DatasetReader } from './datasetReader';
export { MemoryStore, storeOver } from './MemoryStore';
