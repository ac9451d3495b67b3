export * from './opening';
export { openSource } from './openSource';
export { OPENS_WHOLE } from './openingPart';
export * from './restoreWork';
