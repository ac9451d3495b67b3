export * from './columnMeanings';
export { kindOfValues, unknownValues, valuesTaken, valueByWord, withAllValues, type ValueKind } from './columnValues';
export * from './mapping';
export * from './mappingKey';
export * from './previewTables';
export * from './tablePreview';
export * from './tableFormats';
export { sheetsFile } from './sheetsFile';
export type { SheetTable } from './writeWorkbook';
