export * from './enterLine';
export * from './nameSource';
export { typeLine, stopReading } from './readLine';
