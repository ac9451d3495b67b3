export * from './addressSync';
export * from './applyView';
export * from './viewQuery';
