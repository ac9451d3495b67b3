export * from './keeping';
export { keptRecord, type KeptRecord } from './keptRecords';
export * from './keptView';
export * from './keptWork';
