export * from './snapshotFile';
export * from './snapshotOf';
