export { DatasetFigures, describeDataset } from './describeDataset';
export { DatasetReader } from './datasetReader';
export { histogramSteps } from './histogramOf';
export { MemoryStore, storeOver } from './MemoryStore';

/** What finds names: loaded where it is wanted, with its tables of other scripts. */
export const loadNames = () => import('./names');
