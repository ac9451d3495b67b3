export * from './chartAsLeft';
export * from './openInPlace';
export { datasetOf, openSource } from './openSource';
export * from './restoreWork';
