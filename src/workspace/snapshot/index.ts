export * from './snapshotFile';
export * from './snapshotOf';
export { publishedAnswer, publishedPart, type PublishedAnswer } from './publishedAnswer';
