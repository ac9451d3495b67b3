export * from './chartAsLeft';
export * from './opening';
export { datasetOf, openSource } from './openSource';
export * from './restoreWork';
