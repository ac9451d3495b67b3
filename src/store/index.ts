export * from './graphStore';
export { HttpStore, routesOf, type HttpAnswer, type RequestTable } from './http';
export { describeDataset, MemoryStore } from './memory';
export { AmbiguousNameError, resolveEntity } from './resolveEntity';
export { StoreFailedError } from './storeError';
export { connectStore, exposeStore, type Opened, type Opening, type StoreConnection } from './worker';
