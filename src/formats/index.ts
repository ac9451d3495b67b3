export * from './fileSource';
export * from './format';
export * from './readFile';
export * from './registry';
export * from './lint';
export * from './throughline';
export * from './table';
