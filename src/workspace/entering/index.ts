export * from './enterLine';
export * from './nameSource';
export { lexiconOf } from './readLine';
