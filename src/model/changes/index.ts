export * from './caseFile';
export * from './datasetDiff';
export * from './edits';
export * from './editLog';
export * from './mergeCases';
export * from './mergeDatasets';
export * from './recordLists';
export * from './replacements';
