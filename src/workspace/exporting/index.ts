export { exportData, type ExportRequest } from './exportData';
export { reportFile } from './reportFile';
export { NotWritableError } from './notWritableError';
