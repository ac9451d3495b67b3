export type { Answer, EffectiveShare, FiftyPercentAnswer, Holding, OwnershipAnswer, Proof, ShareBounds } from '../../model';
export { boundsText, countedStakes, holdingsOf, isStake, joinedShare, narrowedShare, ROUNDING, type AsOf, type Stake } from './holding';
export { effectiveShares } from './effectiveShares';
export { fiftyPercentRule } from './fiftyPercentRule';
export { ownershipOf, ownershipSteps, type OwnersAsked } from './ownership';
