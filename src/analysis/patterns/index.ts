export { findPatternRoutes, patternSteps, type FoundPatternRoutes } from './findPatternRoutes';
export type { PatternEndsAt } from './patternGround';
export { automatonOf } from './automaton';
export { fitsType, type Shares } from './stepMasks';
