export * from './opening';
export { drawn, openSource } from './openSource';
export { bestConnected, OPENS_WHOLE } from './openingPart';
