export * from './boxMarks';
export * from './lineMarks';
export * from './mark';
export * from './sceneMarks';
