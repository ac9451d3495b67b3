export type { CanvasPath, PaintContext } from './paintContext';
export { cssFont, paintMarks, paintPicture, paintPictureStepwise } from './paintMarks';
export { paintStyle, type PaintStyle } from './paintStyle';
