export { boundsText, holdingsOf, isDirect, isStake, JoinedShare, roomFor, ROUNDING, stakeOf, type Stake } from './holding';
export { ownershipSteps } from './ownership';
