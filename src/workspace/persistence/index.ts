export * from './keeping';
export * from './keptView';
export * from './keptWork';
