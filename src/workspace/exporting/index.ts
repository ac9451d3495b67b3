export type { ExportRequest } from './exportData';
export { LARGEST_WRITTEN } from './largestWritten';
