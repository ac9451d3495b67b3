/** A path as a canvas keeps it. */
export type CanvasPath = object;

/** What painting needs of a 2D context: a part of the Canvas 2D API that browsers and Node canvases share. */
export interface PaintContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  direction: string;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  scale(x: number, y: number): void;
  setLineDash(segments: number[]): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  fill(path: CanvasPath): void;
  stroke(path: CanvasPath): void;
}
