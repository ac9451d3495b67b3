export { exportData, type ExportRequest } from './exportData';
export { LARGEST_WRITTEN, TooMuchToWriteError } from './largestWritten';
export { reportFile } from './reportFile';
export { NotWritableError } from './notWritableError';
