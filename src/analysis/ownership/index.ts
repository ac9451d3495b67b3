export type { Answer, EffectiveShare, FiftyPercentAnswer, Holding, OwnershipAnswer, Proof, ShareBounds } from '../../model';
export { boundsText, holdingsOf, isDirect, isStake, JoinedShare, roomFor, ROUNDING, stakeOf, type Stake } from './holding';
export { effectiveShares } from './effectiveShares';
export { fiftyPercentRule } from './fiftyPercentRule';
export { ownershipOf, ownershipSteps } from './ownership';
