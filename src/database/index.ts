export { loadedDatasets, unloadDataset, type LoadedDataset } from './catalogue';
export { connect, DatabaseError, type Connection } from './connection';
export { databaseStore, type DatabaseStore } from './DatabaseStore';
export { DatasetLoader, LoadError } from './loading/datasetLoader';
export { openDatabase } from './openDatabase';
