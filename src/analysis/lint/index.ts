export { lintDataset, LINT_LIMIT } from './lintDataset';
export { inNames, lintRows, type LintAnswer, type LintRow } from './lintRows';
