export { lintDataset } from './lintDataset';
