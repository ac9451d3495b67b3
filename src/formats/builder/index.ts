export * from './datasetBuilder';
export * from './fileAsSource';
export * from './fileViews';
export * from './flattened';
export * from './keptProperties';
export * from './settleShares';
