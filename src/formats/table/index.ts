export * from './columnMeanings';
export * from './mapping';
export * from './mappingKey';
export * from './tablePreview';
