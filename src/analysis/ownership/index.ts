export type { Answer, EffectiveShare, FiftyPercentAnswer, Holding, OwnershipAnswer, Proof, ShareBounds } from '../../model';
export { boundsText, holdingsOf, isDirect, isStake, JoinedShare, roomFor, ROUNDING, stakeOf, type AsOf, type Stake } from './holding';
export { effectiveShares } from './effectiveShares';
export { fiftyPercentRule } from './fiftyPercentRule';
export { ownershipOf, ownershipSteps, type OwnersAsked } from './ownership';
