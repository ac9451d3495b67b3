export * from './graphStore';
export { httpStore, requestTable, type HttpAnswer, type RequestTable } from './http';
export { describeDataset, MemoryStore } from './memory';
export { AmbiguousNameError, resolveEntity } from './resolveEntity';
export { remoteStore, type Transport } from './remoteStore';
export { StoreFailedError } from './storeError';
export { connectStore, exposeStore, type Opened, type Opening, type StoreConnection } from './worker';
