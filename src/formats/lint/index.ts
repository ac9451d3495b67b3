export { lintDataset, LINT_LIMIT } from './lintDataset';
