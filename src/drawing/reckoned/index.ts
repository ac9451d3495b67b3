export { countedIn, ownershipPicture } from './ownershipPicture';
export type { DrawnPart, Enclosing, Reckoned } from './reckoned';
export { isStakeIn, partnersOf, withVentureWays } from './ventureWays';
