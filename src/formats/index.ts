export * from './fileSource';
export * from './format';
export * from './limits';
export * from './readFile';
export * from './registry';
export { unpackedSource, type Unpacked } from './unpackedSource';
export * from './lint';
export * from './throughline';
export * from './table';
