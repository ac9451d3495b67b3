export { holdingsOf, isOver100, boundsText, type Holding, type ShareBounds } from './holding';
export { effectiveShares, type EffectiveShare } from './effectiveShares';
export { fiftyPercentRule, type Answer, type FiftyPercentAnswer, type Proof } from './fiftyPercentRule';
export { ownershipOf, type OwnershipAnswer } from './ownership';
