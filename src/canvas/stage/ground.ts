import type { Scene } from '../../drawing';
import type { Frame } from '../engine/sceneRenderer';
import { extentOf, type Camera, type Size } from './camera';
import type { StageStyle } from './stageStyle';
import { levelOfDetail } from './levelOfDetail';
import { paintEnclosures, paintParts } from './paintParts';
import { visibleParts, type PartIds } from './visibleParts';

/** What the ground is painted from. */
interface GroundInput {
  readonly scene: Scene;
  readonly without: PartIds | undefined;
  readonly style: StageStyle;
  readonly frame: Frame;
  readonly size: Size;
  readonly ratio: number;
}

/** How far the picture reaches beyond the container on each side, as a part of its size, so that a pan has something to show. */
const MARGIN = 0.25;
/** While moving, a picture that no longer covers the container is painted anew at most this often, in ms. */
const CATCH_UP = 250;

/** A painted picture of a large chart that can be moved and scaled cheaply while the chart is in motion. */
export class Ground {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private camera: Camera | undefined;
  private margin = { x: 0, y: 0 };
  private paintedAt = 0;

  constructor(document: Document) {
    this.canvas = document.createElement('canvas');
    this.context = this.canvas.getContext('2d')!;
  }

  invalidate(): void {
    this.camera = undefined;
  }

  /** Whether a motion is under way that began with this picture and should end with it. */
  holdsFor(frame: Frame): boolean {
    return frame.moving && this.camera !== undefined;
  }

  /** Puts the picture under a frame, painting it first where it is stale. Returns whether it is sharp for this frame. */
  show(target: CanvasRenderingContext2D, input: GroundInput): boolean {
    if (this.isStale(input)) this.paint(input);
    return this.blit(target, input);
  }

  private isStale({ frame, size }: GroundInput): boolean {
    const { camera } = this;
    if (!camera) return true;
    const still = camera.zoom === frame.zoom && camera.pan.x === frame.pan.x && camera.pan.y === frame.pan.y;
    if (still) return false;
    if (!frame.moving) return camera.zoom !== frame.zoom || !this.covers(frame, size);
    return !this.covers(frame, size) && performance.now() - this.paintedAt > CATCH_UP;
  }

  private covers({ zoom, pan }: Camera, size: Size): boolean {
    const { left, top, scale } = this.placed({ zoom, pan });
    const [right, bottom] = [left + (size.width + 2 * this.margin.x) * scale, top + (size.height + 2 * this.margin.y) * scale];
    return left <= 0 && top <= 0 && right >= size.width && bottom >= size.height;
  }

  /** Where the picture's upper left corner lies under a camera, in CSS px, and how it is scaled. */
  private placed({ zoom, pan }: Camera): { left: number; top: number; scale: number } {
    const { zoom: paintedZoom, pan: paintedPan } = this.camera!;
    const scale = zoom / paintedZoom;
    return { left: pan.x - (paintedPan.x + this.margin.x) * scale, top: pan.y - (paintedPan.y + this.margin.y) * scale, scale };
  }

  private paint({ scene, without, style, frame, size, ratio }: GroundInput): void {
    this.margin = { x: Math.round(size.width * MARGIN), y: Math.round(size.height * MARGIN) };
    this.canvas.width = Math.round((size.width + 2 * this.margin.x) * ratio);
    this.canvas.height = Math.round((size.height + 2 * this.margin.y) * ratio);
    this.camera = { zoom: frame.zoom, pan: { ...frame.pan } };
    const extent = extentOf(frame, size, Math.max(this.margin.x, this.margin.y));
    const scale = frame.zoom * ratio;
    this.context.setTransform(scale, 0, 0, scale, (frame.pan.x + this.margin.x) * ratio, (frame.pan.y + this.margin.y) * ratio);
    paintEnclosures(this.context, scene, style);
    paintParts(this.context, visibleParts(scene, extent, without), style, levelOfDetail(frame.zoom));
    this.paintedAt = performance.now();
  }

  private blit(target: CanvasRenderingContext2D, { frame, ratio }: GroundInput): boolean {
    const { left, top, scale } = this.placed(frame);
    const snapped = scale === 1 ? Math.round : (n: number) => n;
    target.setTransform(1, 0, 0, 1, 0, 0);
    target.drawImage(this.canvas, snapped(left * ratio), snapped(top * ratio), this.canvas.width * scale, this.canvas.height * scale);
    return scale === 1;
  }
}
