export * from './snapshotFile';
export * from './snapshotOf';
export { publishedAnswer, publishedPart } from './publishedAnswer';
export type { Withholding } from './withholding';
