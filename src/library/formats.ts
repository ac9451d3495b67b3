/** From a file to a dataset and back, in every format that Throughline reads and writes. */
export { formats, formatOf, guessFormat } from '../formats';
export { readFile, readFolder } from '../formats';
export { writeDataset, writeSnapshot } from '../formats';
export type { Format, Reading, Report } from '../formats';
