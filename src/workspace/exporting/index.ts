export { exportData, type ExportRequest } from './exportData';
export { NotWritableError } from './writeOpen';
