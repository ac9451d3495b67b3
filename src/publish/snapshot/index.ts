export { chartDrawing, type ChartDrawing } from './chartDrawing';
export { type PictureOptions } from './picture';
export { NoCanvasError, PictureTooLargeError, type CanvasFactory, type DrawingCanvas } from './paintedPng';
export {
  previewPictures, renderSnapshot, snapshotKinds, type RenderedPicture, type RenderOptions, type SnapshotKind,
} from './renderSnapshot';
export { snapshotOfDataset } from './snapshotOfDataset';
