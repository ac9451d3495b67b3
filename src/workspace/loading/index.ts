export * from './chartAsLeft';
export * from './opening';
export { datasetOf, openSource } from './openSource';
export { OPENS_WHOLE } from './openingPart';
export * from './restoreWork';
