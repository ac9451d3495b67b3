import type { AnimationOptions, Core } from 'cytoscape';
import type { Note, Position, Selection } from '../model';
import type { Palette, Rect, Scene } from '../drawing';
import { ChartNotes } from './chartNotes';
import { applyScene } from './engine/applyScene';
import { createEngine, ZOOM_LIMITS } from './engine/createEngine';
import type { Frame, Surface } from './engine/sceneRenderer';
import { listenToDrag } from './gestures/drag';
import { listenToTying } from './gestures/tying';
import { focusByHand } from './gestures/focus';
import { selectExactly, listenToMultiSelection } from './gestures/multiSelection';
import { listenToPointer, type Gestures } from './gestures/pointer';
import {
  extentOf, fitting, hasRoomFor, READABLE, READ_WHOLE, revealing, showing,
  type Camera, type Padding, type Size,
} from './stage/camera';
import { draggedIds, draggedParts } from './stage/draggedParts';
import { hoveredParts } from './stage/hoveredParts';
import { Fading } from './stage/fading';
import { boundsOfParts } from './stage/boundsOfParts';
import { Stage } from './stage/stage';
import type { PartIds } from './stage/visibleParts';

/** What a chart is told once, and what it tells. */
interface ChartOptions extends Gestures {
  palette: Palette;
  padding: Padding;
  /** The words on a relationship's line, for when it is looked at and had no room for them. */
  labelOf(relationship: string): string | undefined;
  /** The container has another shape: its width over its height. */
  reshaped(aspect: number): void;
  /** What of the chart is seen, in chart units, where a hand moved the camera; nothing once it is fitted again. */
  looked(part: Rect | undefined): void;
  /** Each frame that shows something; `sharp` where it was painted in full quality. */
  painted(sharp: boolean): void;
}

const GLIDE = 260;
/** How long the wheel must rest before it is told what is seen now, in ms. */
const RESTS = 100;

/** A scene that can be looked around in and taken hold of. It knows nothing of the workspace; it shows what it is given. */
export class Chart implements Surface {
  private readonly layer: HTMLElement;
  private readonly cy: Core;
  private readonly stage: Stage;
  private scene: Scene | undefined;
  private hovered: Selection | undefined;
  private readonly fading: Fading;
  private dragged: { ids: PartIds; moved: Map<string, Position> } | undefined;
  /** Nobody has moved the camera since the last fit, so a new size of the window fits again. */
  private fitted = true;
  private readonly notes: ChartNotes;
  private noted: readonly Note[] = [];
  /** The bounds of the scene that was last fitted as a whole. */
  private fittedTo: Rect | undefined;
  /** What was last brought into view; a panel that opens must not cover it. */
  private lookedAt: readonly Selection[] = [];
  /** A hand moved the camera since the last fit. */
  private byHand = false;
  /** What was last told to be seen. */
  private told: Rect | undefined;
  /** The part that was asked for, as long as nobody has looked elsewhere: another size of the window shows it again. */
  private asked: Rect | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private lastSize: Size;
  private corner: { left: number; top: number };
  private readonly resizing: ResizeObserver;

  constructor(container: HTMLElement, private readonly options: ChartOptions) {
    this.layer = layerOver(container);
    this.stage = new Stage(this.layer, options.palette, options.painted);
    this.cy = createEngine(this.layer, this);
    this.fading = new Fading(() => this.cy.forceRender(), this.likesStillness);
    this.corner = this.layer.getBoundingClientRect();
    this.lastSize = this.size;
    listenToPointer(this.cy, () => this.scene, options);
    listenToDrag(this.cy, {
      drag: (moved) => this.drag(moved),
      drop: (moved) => this.drop(moved),
    });
    listenToTying(this.cy, (from, to) => options.tie(from, to), (from, to) => options.drawArrow(from, to));
    listenToMultiSelection(this.cy, (entities) => options.selectSeveral(entities));
    this.notes = new ChartNotes(this.layer, (note) => options.openNote(note));
    this.cy.on('viewport', () => this.notes.follow(this.cy.pan(), this.cy.zoom()));
    this.cy.on('resize', () => this.keepInView());
    this.resizing = new ResizeObserver(() => this.resizeAtOnce());
    this.resizing.observe(container);
    this.layer.addEventListener('pointerenter', () => this.cy.resize());
    this.cy.on('tapstart scrollzoom pinchzoom', () => (this.fitted = false));
    this.cy.on('scrollzoom pinchzoom dragpan', () => this.lookByHand());
    this.cy.on('tapend', () => this.tellAtOnce());
    this.layer.addEventListener('pointerleave', () => this.tellAtOnce());
    focusByHand(this.cy, container);
  }

  /** Shows a scene in place of the last one. The camera stays where it is. */
  show(scene: Scene): void {
    const before = this.scene;
    this.scene = scene;
    this.stage.show(scene);
    this.liftHovered();
    applyScene(this.cy, before, scene);
    this.notes.show(this.noted, scene);
    this.cy.forceRender();
  }

  /** Shows notes over the chart, from now on. */
  showNotes(notes: readonly Note[]): void {
    this.noted = notes;
    if (this.scene) this.notes.show(notes, this.scene);
    this.notes.follow(this.cy.pan(), this.cy.zoom());
  }

  /**
   * Shows the same chart better placed. Its lines may reach further than those of its sketch, so what was fitted to that is fitted again.
   */
  refine(scene: Scene): void {
    const again = this.fitted && this.fittedTo === this.scene?.bounds;
    this.show(scene);
    if (again) this.fit(undefined, false);
  }

  recolour(palette: Palette): void {
    this.stage.recolour(palette);
    this.cy.forceRender();
  }

  /** Paints again what was painted with another font. */
  refresh(): void {
    this.stage.refresh();
    this.cy.forceRender();
  }

  /** Lifts what the pointer or the keyboard rests on out of the rest. */
  hover(selection: Selection | undefined): void {
    this.hovered = selection;
    this.fading.restart(selection?.kind === 'entity');
    this.liftHovered();
    this.cy.forceRender();
  }

  /** Shows everything, or all of these entities. */
  fit(entities?: readonly string[], glide = true): void {
    const bounds = this.scene && (entities ? boundsOfParts(this.scene, entities.map((id) => ({ kind: 'entity', id }))) : this.scene.bounds);
    if (!bounds) return;
    this.fitted = entities === undefined;
    this.fittedTo = this.scene?.bounds;
    this.tell(undefined);
    this.look(fitting(bounds, this.size, this.options.padding, ZOOM_LIMITS), glide);
  }

  /** Whether this is what was last told to be seen, so that the camera is there. */
  isAt(part: Rect | undefined): boolean {
    return part === this.told;
  }

  /** Shows a part of the chart; all of it where nothing of it is in that part. */
  lookAt(part: Rect): void {
    const bounds = this.scene?.bounds;
    if (!bounds || !touches(bounds, part)) return this.fit(undefined, false);
    this.fitted = false;
    this.lookedAt = [];
    this.tell(part);
    this.asked = part;
    this.look(showing(part, this.size, ZOOM_LIMITS), false);
  }

  /** Enlarges by a factor about the middle. */
  zoomBy(factor: number): void {
    this.fitted = false;
    const { zoom, pan } = this.camera;
    const next = Math.max(ZOOM_LIMITS.min, Math.min(ZOOM_LIMITS.max, zoom * factor));
    const about = (p: number, middle: number) => middle - ((middle - p) / zoom) * next;
    const camera = { zoom: next, pan: { x: about(pan.x, this.size.width / 2), y: about(pan.y, this.size.height / 2) } };
    this.tell(extentOf(camera, this.size));
    this.look(camera, true);
  }

  /**
   * Moves the camera just so far that things are in view; where they are too far apart for that, it steps back,
   * and where names are too small to be read, it comes nearer.
   */
  reveal(selections: readonly Selection[], stillFitted = false): void {
    const bounds = this.scene && boundsOfParts(this.scene, selections);
    if (!bounds) return;
    this.lookedAt = selections;
    const { camera, size, options } = this;
    const unread = camera.zoom < READABLE && (this.scene?.boxes.length ?? 0) <= READ_WHOLE;
    const nearer = unread ? fitting(bounds, size, options.padding, { ...ZOOM_LIMITS, max: READABLE }) : camera;
    const from = nearer.zoom > camera.zoom ? nearer : camera;
    const next = hasRoomFor(bounds, from, size, options.padding)
      ? revealing(from, bounds, size, options.padding)
      : fitting(bounds, size, options.padding, ZOOM_LIMITS);
    if (next === camera) return;
    this.fitted = stillFitted;
    if (this.byHand) this.tell(extentOf(next, this.size));
    this.look(next, true);
  }

  /** Rings these entities, where they are several, and drags them together. */
  showSelected(entities: ReadonlySet<string>): void {
    this.stage.showSelected(entities);
    selectExactly(this.cy, entities);
    this.cy.forceRender();
  }

  /** Where something is on the screen: the middle of its box or line, in CSS px from the window's corner; absent where it is not drawn. */
  whereIs(selection: Selection): Position | undefined {
    const bounds = this.scene && boundsOfParts(this.scene, [selection]);
    if (!bounds) return undefined;
    const { zoom, pan } = this.camera;
    const { left, top } = this.layer.getBoundingClientRect();
    return { x: left + (bounds.x + bounds.width / 2) * zoom + pan.x, y: top + (bounds.y + bounds.height / 2) * zoom + pan.y };
  }

  /** The part of the chart that is seen now, in chart units. */
  get extent(): Rect {
    const { x1, y1, w, h } = this.cy.extent();
    return { x: x1, y: y1, width: w, height: h };
  }

  destroy(): void {
    this.resizing.disconnect();
    clearTimeout(this.resting);
    this.cy.destroy();
    this.layer.remove();
  }

  resize(width: number, height: number): void {
    this.stage.resize(width, height);
    if (width > 0 && height > 0) this.options.reshaped(width / height);
  }

  render(frame: Frame): void {
    if (this.dragged && this.scene) this.stage.lift({ ...draggedParts(this.scene, this.dragged.moved), instead: this.dragged.ids });
    this.stage.veil = this.fading.step();
    this.stage.render(frame);
  }

  /** The camera glides, except for those who asked for less motion. */
  private look(camera: Camera, glide: boolean): void {
    const { zoom, pan } = this.camera;
    if (camera.zoom === zoom && camera.pan.x === pan.x && camera.pan.y === pan.y) return;
    const still = !glide || this.likesStillness;
    this.cy.stop();
    if (still) this.cy.viewport(camera);
    else
      this.cy.animate({
        ...camera, duration: GLIDE, easing: 'ease-in-out-cubic', complete: () => this.cy.forceRender(),
      } as AnimationOptions);
  }

  private get likesStillness(): boolean {
    return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  private get camera(): Camera {
    return { zoom: this.cy.zoom(), pan: { ...this.cy.pan() } };
  }

  private get size(): Size {
    return { width: this.cy.width(), height: this.cy.height() };
  }

  /** cytoscape waits a tenth of a second before it believes a new size; a chart that lags behind its frame would flicker. */
  private resizeAtOnce(): void {
    this.cy.resize();
    this.render({ ...this.camera, moving: false });
  }

  /**
   * In a container of another size everything is shown again if nobody has looked elsewhere since;
   * else what is seen stays where it is on the screen.
   */
  private keepInView(): void {
    const { width, height } = this.size;
    if (width === this.lastSize.width && height === this.lastSize.height) return;
    const { left, top } = this.layer.getBoundingClientRect();
    if (this.asked) this.lookAt(this.asked);
    else if (this.fitted && !this.wouldShrink()) this.fit(undefined, false);
    else this.cy.panBy({ x: this.corner.left - left, y: this.corner.top - top });
    if (!this.fitted || this.wouldShrink()) this.reveal(this.lookedAt, this.fitted);
    if (this.byHand && !this.asked) this.tell(extentOf(this.camera, this.size));
    this.corner = { left, top };
    this.lastSize = { width, height };
  }

  /** The camera moves under a hand: what is seen is told when it comes to rest. */
  private lookByHand(): void {
    this.lookedAt = [];
    this.asked = undefined;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.tellAtOnce(), RESTS);
  }

  private tellAtOnce(): void {
    if (this.resting === undefined) return;
    this.tell(extentOf(this.camera, this.size));
  }

  private tell(part: Rect | undefined): void {
    clearTimeout(this.resting);
    this.resting = undefined;
    this.asked = undefined;
    this.byHand = part !== undefined;
    if (part === this.told) return;
    this.told = part;
    this.options.looked(part);
  }

  /**
   * A panel that opens takes room; names that can be read now are not made too small for it, and part of the chart is out of sight instead.
   */
  private wouldShrink(): boolean {
    const { scene, camera, size } = this;
    if (!scene?.bounds || scene.boxes.length > READ_WHOLE || size.width >= this.lastSize.width) return false;
    const { zoom } = fitting(scene.bounds, size, this.options.padding, ZOOM_LIMITS);
    return zoom < READABLE && zoom < camera.zoom;
  }

  private liftHovered(): void {
    if (this.dragged) return;
    this.stage.lift(this.scene && this.hovered ? hoveredParts(this.scene, this.hovered, this.options.labelOf) : undefined);
  }

  private drag(moved: Map<string, Position>): void {
    if (!this.scene) return;
    this.dragged = { ids: this.dragged?.ids ?? draggedIds(this.scene, moved), moved };
  }

  /** The move becomes a command; whatever came of it, the boxes then stand where the scene has them. */
  private drop(moved: Map<string, Position>): void {
    this.dragged = undefined;
    this.options.move(moved);
    for (const box of this.scene?.boxes ?? [])
      if (moved.has(box.entity)) this.cy.getElementById(box.entity).position({ x: box.x, y: box.y });
    this.liftHovered();
    this.cy.forceRender();
  }
}

function touches(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A layer that stays with its parent while the container itself may be moved about on the page. */
function layerOver(container: HTMLElement): HTMLElement {
  const layer = container.ownerDocument.createElement('div');
  Object.assign(layer.style, { position: 'absolute', inset: '0' });
  container.append(layer);
  return layer;
}
