export type { Answer, EffectiveShare, FiftyPercentAnswer, Holding, OwnershipAnswer, Proof, ShareBounds } from '../../model';
export { holdingsOf, isOver100, boundsText } from './holding';
export { effectiveShares } from './effectiveShares';
export { fiftyPercentRule } from './fiftyPercentRule';
export { ownershipOf } from './ownership';
