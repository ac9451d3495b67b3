export { connectStore, type StoreConnection } from './connectStore';
export { exposeStore } from './exposeStore';
export type { Opened, Opening } from './protocol';
export { onWorkerLost, showLife } from './workerLife';
