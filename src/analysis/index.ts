export * from './connections';
export * from './intermediaries';
export * from './matching';
export * from './ownership';
export * from './routes';
export * from './structure';
export * from './ventures';
export * from './whyNoRoute';
