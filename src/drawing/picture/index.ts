export * from './boxMarks';
export * from './drawable';
export { enclosureMarks } from './enclosureMarks';
export * from './frameMarks';
export { layeredMarks } from './layeredMarks';
export * from './legendMarks';
export * from './lineMarks';
export * from './mark';
export * from './sceneMarks';
