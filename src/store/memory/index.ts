export { describeDataset } from './describeDataset';
export { MemoryStore } from './MemoryStore';
