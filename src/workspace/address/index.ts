export * from './addressSync';
export * from './applyView';
export * from './linkedChart';
export * from './viewLink';
export * from './viewQuery';
