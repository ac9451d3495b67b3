export * from './enterLine';
export * from './nameSource';
export * from './typeSource';
export { lexiconOf } from './readLine';
