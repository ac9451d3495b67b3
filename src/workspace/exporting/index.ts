export { exportData, type ExportRequest } from './exportData';
export { LARGEST_WRITTEN, TooMuchToWriteError } from './largestWritten';
export { NotWritableError } from './notWritableError';
