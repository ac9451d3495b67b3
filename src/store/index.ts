export * from './graphStore';
export {
  fetchPatiently, httpStore, NotFetchedError, openApi, pathOf, questionNameAt, requestTable, type HttpAnswer, type RequestTable,
} from './http';
export { DatasetFigures, DatasetReader, describeDataset, histogramSteps, loadNames, MemoryStore } from './memory';
export * from './packed';
export { AmbiguousNameError, resolveEntity } from './resolveEntity';
export { MOST_TIES_AT_FIRST, neighbourQuestion, questions, searchQuestion } from './questions';
export { remoteStore } from './remoteStore';
export {
  FixedDataError, isAboutEntity, plainError, restoredError, StoreFailedError, StoreLostError, TooMuchAskedError, type PlainError,
} from './storeError';
export { toldPart } from './toldPart';
export { connectStore, exposeStore, onWorkerLost, showLife, type Opening } from './worker';
