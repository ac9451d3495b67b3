export { NoCanvasError, PictureTooLargeError, renderSnapshot, snapshotKinds, type CanvasFactory, type DrawingCanvas, type RenderOptions, type SnapshotKind } from './renderSnapshot';
