export { changeMapping, importFile, importFiles, readAs } from './importFile';
export { cancelMapping, openMapped, reshape, setMapping, type Reshaping } from './reading';
