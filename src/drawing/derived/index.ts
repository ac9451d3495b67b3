export { drawnOf, emphasisOf, highlightOf, sceneInputOf, spokenOf, type ChartView } from './chartView';
export { withJoined } from './joined';
export { ownershipPicture, proofRecords } from './ownershipPicture';
export type { DrawnPart, Enclosing } from './derived';
export { partnersOf, stakesByVenture } from './ventureWays';
