export { patternSteps } from './findPatternRoutes';
export { fitsType, type Shares } from './stepMasks';
export { PatternSizeError } from './costToEnd';
