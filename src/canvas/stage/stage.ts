import { byDepth, type Palette, type Scene } from '../../drawing';
import type { Frame, Surface } from '../engine/sceneRenderer';
import { extentOf, type Size } from './camera';
import { Ground } from './ground';
import { keptPaths, type StageStyle } from './stageStyle';
import { levelOfDetail } from './levelOfDetail';
import { paintArrows, paintEnclosures, paintParts, paintRings, paintRubberBand } from './paintParts';
import { visibleParts, type PartIds, type VisibleParts } from './visibleParts';

/** What is painted above everything else: what is dragged, or what the pointer rests on with its neighbours. */
export interface Lifted extends VisibleParts {
  /** Left out below, because it is somewhere else above. */
  readonly instead?: PartIds;
  /** Everything below is veiled, so that what is lifted stands out softly. */
  readonly veiled: boolean;
}

/** A chart with more visible parts than this is moved as a picture, and painted anew when it comes to rest. */
const PAINTED_WHILE_MOVING = 420;
/** How far what is not hovered steps back. */
const VEIL = 0.45;

/** The canvas on which a scene is painted: everything that is seen, and nothing that is felt. */
export class Stage implements Surface {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly ground: Ground;
  private style: StageStyle;
  private size: Size = { width: 0, height: 0 };
  private scene: Scene | undefined;
  private lifted: Lifted | undefined;
  private selected: ReadonlySet<string> = new Set();
  /** How far the veil is drawn, 0–1. */
  veil = 1;

  /** `afterPaint` hears of each frame that shows something, and whether it was painted in full quality. */
  constructor(container: HTMLElement, palette: Palette, private readonly afterPaint: (sharp: boolean) => void) {
    this.canvas = container.ownerDocument.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    Object.assign(this.canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', display: 'block' });
    this.context = this.canvas.getContext('2d')!;
    this.style = { palette, path: keptPaths() };
    this.ground = new Ground(container.ownerDocument);
    container.append(this.canvas);
  }

  show(scene: Scene): void {
    this.scene = { ...scene, boxes: byDepth(scene.boxes), lines: byDepth(scene.lines) };
    this.ground.invalidate();
  }

  recolour(palette: Palette): void {
    this.style = { ...this.style, palette };
    this.ground.invalidate();
  }

  /** The web font arrived: what was painted without it is stale. */
  refresh(): void {
    this.ground.invalidate();
  }

  lift(lifted: Lifted | undefined): void {
    if (lifted?.instead !== this.lifted?.instead) this.ground.invalidate();
    this.lifted = lifted;
  }

  showSelected(entities: ReadonlySet<string>): void {
    this.selected = entities;
  }

  resize(width: number, height: number): void {
    this.size = { width, height };
  }

  render(frame: Frame): void {
    const ratio = this.fitCanvas();
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (!this.scene) return;
    const sharp = this.paintBelow(this.scene, frame, ratio);
    this.paintAbove(frame, ratio);
    if (this.scene.boxes.length > 0) this.afterPaint(sharp);
  }

  /** Keeps the canvas at the container's size in device pixels, also when the window moves to another screen. */
  private fitCanvas(): number {
    const ratio = this.canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    const [width, height] = [Math.round(this.size.width * ratio), Math.round(this.size.height * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.ground.invalidate();
    }
    return ratio;
  }

  private paintBelow(scene: Scene, frame: Frame, ratio: number): boolean {
    const without = this.lifted?.instead;
    const parts = visibleParts(scene, extentOf(frame, this.size), without);
    const light = parts.boxes.length + parts.lines.length <= PAINTED_WHILE_MOVING;
    if (light && !without && !this.ground.holdsFor(frame)) {
      this.ground.invalidate();
      this.aim(frame, ratio);
      paintEnclosures(this.context, scene, this.style);
      paintParts(this.context, parts, this.style, levelOfDetail(frame.zoom));
      return true;
    }
    return this.ground.show(this.context, { scene, without, style: this.style, frame, size: this.size, ratio });
  }

  private paintAbove(frame: Frame, ratio: number): void {
    if (this.lifted) this.paintLifted(this.lifted, frame, ratio);
    this.aim(frame, ratio);
    if (this.scene) paintArrows(this.context, this.scene, this.style);
    if (this.selected.size > 1 && this.scene)
      paintRings(
        this.context, this.scene.boxes.filter((b) => this.selected.has(b.entity)), this.style, frame.zoom,
      );
    if (frame.rubberBand) paintRubberBand(this.context, frame.rubberBand, this.style.palette, frame.zoom);
  }

  private paintLifted(lifted: Lifted, frame: Frame, ratio: number): void {
    if (lifted.veiled) {
      this.context.setTransform(1, 0, 0, 1, 0, 0);
      this.context.globalAlpha = VEIL * this.veil;
      this.context.fillStyle = this.style.palette.paper;
      this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
      this.context.globalAlpha = 1;
    }
    this.aim(frame, ratio);
    paintParts(this.context, lifted, this.style, levelOfDetail(frame.zoom));
  }

  /** From here on the context takes chart units. */
  private aim({ zoom, pan }: Frame, ratio: number): void {
    this.context.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio);
  }
}
