export { lintDataset, LINT_LIMIT, type LintReport } from './lintDataset';
