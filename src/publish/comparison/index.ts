export { comparisonOf, type ComparisonInput } from './comparison';
export { comparisonKinds, renderComparison, type ComparisonKind } from './renderComparison';
