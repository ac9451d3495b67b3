export type { CanvasPath, PaintContext } from './paintContext';
export { cssFont, paintMarks, paintPicture } from './paintMarks';
export { paintStyle, type PaintStyle } from './paintStyle';
