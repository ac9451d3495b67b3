export { renderReport, reportKinds, type ReportKind } from './renderReport';
export { datasetHash } from './methodBlocks';
export { snapshotReport } from './snapshotReport';
