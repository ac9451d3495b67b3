export { boxFor, withJoined, type Joined, type JoinedPart } from './joined';
export { countedIn, ownershipPicture, proofRecords } from './ownershipPicture';
export type { DrawnPart, Enclosing, Reckoned } from './reckoned';
export { isStakeIn, partnersOf, withVentureWays } from './ventureWays';
