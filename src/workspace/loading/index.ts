export * from './opening';
export { openSource } from './openSource';
export { bestConnected, OPENS_WHOLE } from './openingPart';
export * from './restoreWork';
