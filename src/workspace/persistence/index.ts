export * from './capturedFiles';
export * from './startKeeping';
export { keptRecord, keyOf, type KeptRecord } from './keptRecords';
export * from './keptView';
export * from './keptWork';
