export * from './keeping';
export { keptRecord, keyOf, type KeptRecord } from './keptRecords';
export * from './keptView';
export * from './keptWork';
