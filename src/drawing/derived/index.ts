export { drawnOf, emphasisOf, highlightOf, sceneInputOf, spokenOf, type ChartView } from './chartView';
export { withJoined, type Joined } from './joined';
export { ownershipPicture, proofRecords } from './ownershipPicture';
export type { Derived, DrawnPart, Enclosing } from './derived';
export { partnersOf, stakesByVenture } from './ventureWays';
