export * from './pattern';
export * from './patternQuestion';
export * from './readPattern';
export { writePattern } from './writePattern';
