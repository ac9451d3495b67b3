export { drawnOf, emphasisOf, highlightOf, sceneInputOf, spokenOf, type ChartView } from './chartView';
export { footnotesOfDrawn, groupBox, inGroups, middleOf, withGroupPlaces, withGroups } from './groups';
export { withJoined } from './joined';
export { ownershipPicture, proofRecords } from './ownershipPicture';
export type { DrawnGroup, DrawnPart, Enclosing } from './derived';
export { partnersOf, stakesByVenture } from './ventureWays';
