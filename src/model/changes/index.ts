export * from './caseFile';
export * from './datasetDiff';
export * from './edits';
export * from './mergeCases';
export * from './mergeDatasets';
export * from './recordLists';
