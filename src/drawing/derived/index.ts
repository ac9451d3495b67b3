export { boxFor, withJoined, type Joined, type JoinedPart } from './joined';
export { countedIn, ownershipPicture, proofRecords } from './ownershipPicture';
export type { DrawnPart, Enclosing, Derived } from './derived';
export { partnersOf, stakesByVenture, withVentureWays } from './ventureWays';
