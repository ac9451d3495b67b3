export { connectStore } from './connectStore';
export { exposeStore } from './exposeStore';
export type { Opening } from './protocol';
export { onWorkerLost, showLife } from './workerLife';
