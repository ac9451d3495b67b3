export * from './caseLosses';
export * from './losses';
export * from './relationshipText';
export * from './writtenLines';
