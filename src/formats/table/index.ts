export * from './columnMeanings';
export * from './mapping';
export * from './mappingKey';
export * from './previewTables';
export * from './tablePreview';
export * from './tableFormats';
