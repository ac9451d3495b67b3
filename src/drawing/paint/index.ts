export type { CanvasPath, PaintContext } from './paintContext';
export { cssFont, paintMarks } from './paintMarks';
export { paintBoxContent, paintBoxOutline, paintHighlight, paintLabel, paintLine, paintMark, paintPicture, paintScene } from './paintScene';
export { paintStyle, type PaintStyle } from './paintStyle';
