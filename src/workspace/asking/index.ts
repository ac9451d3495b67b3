export * from './askHistogram';
export * from './askTrace';
export * from './layOutRoute';
export * from './lookAt';
export * from './searching';
