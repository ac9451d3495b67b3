export * from './history';
export * from './undoable';
