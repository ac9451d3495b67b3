export * from './keeping';
export * from './keptView';
export * from './keptWork';
export * from './restoring';
