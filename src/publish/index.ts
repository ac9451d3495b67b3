export * from './brief';
export { snapshotHtml } from './html';
export * from './snapshot';
export * from './svg';
export * from './withholding';
