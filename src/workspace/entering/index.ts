export * from './enterLine';
export * from './nameSource';
export { lexiconOf, typeLine, stopReading } from './readLine';
