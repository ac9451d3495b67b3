export type { Report, ReportTable } from './report';
export { renderReport, reportKinds, type ReportKind } from './renderReport';
export { datasetHash } from './methodBlocks';
export { snapshotReport } from './snapshotReport';
export { storyReport } from './storyReport';
