export * from './timeScale';
export * from './timelineDrawing';
export { timelineLegend } from './timelineLegend';
