export { lintDataset } from './lintDataset';
export { inNames, lintRows, type LintAnswer, type LintRow } from './lintRows';
