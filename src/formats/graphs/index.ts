export * from './edgeEnds';
export * from './graphColumns';
export * from './graphOfDataset';
export * from './graphReader';
export * from './graphRecord';
export * from './roundTripField';
