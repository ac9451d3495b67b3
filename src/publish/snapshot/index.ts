export { chartDrawing, type ChartDrawing } from './chartDrawing';
export { type PictureOptions } from './picture';
export {
  NoCanvasError, PictureTooLargeError, previewPictures, renderSnapshot, snapshotKinds,
  type CanvasFactory, type DrawingCanvas, type RenderedPicture, type RenderOptions, type SnapshotKind,
} from './renderSnapshot';
export { snapshotOfDataset } from './snapshotOfDataset';
