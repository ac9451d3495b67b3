import { betweenFrames, type Relationship } from '../model';
import {
  buildScene, buildSceneStepwise, labelTexts, sketchScene, withEmphasis,
  type Scene, type SceneEmphasis, type SceneInput,
} from '../drawing';
import { labelled } from './stage/labelled';

/** Charts of up to so many entities and relationships are placed at once, which takes up to about 60 ms. */
export const PLACED_AT_ONCE = 600;

/**
 * Makes the scene of each state, placing lines and labels again only where something was moved, came or went; a new
 * selection or route restyles what is there. A large chart is sketched at first and placed while the page goes on; a
 * state that places it otherwise gives up the placing of the one before.
 */
export class Projection {
  private placedFrom: SceneInput | undefined;
  private placed: Scene | undefined;
  private relationships = new Map<string, Relationship>();
  private leavePlacing: () => void = () => undefined;

  /**
   * The scene of a state. Where it is a sketch, `refined` is called with the scene itself once it is placed,
   * unless another state is placed before.
   */
  scene(input: SceneInput, refined: (scene: Scene) => void): Scene {
    if (!this.placed || !this.placedFrom || !samePlaces(this.placedFrom, input)) this.placed = this.place(input, refined);
    this.placedFrom = input;
    return this.stressed(this.placed, input.emphasis ?? {});
  }

  /** Gives up what is being placed. */
  stop(): void {
    this.leavePlacing();
  }

  /** What stands on a relationship's line where there is room, fullest. */
  readonly labelOf = (relationship: string): string | undefined => {
    const record = this.relationships.get(relationship);
    return record && labelTexts(record, this.placedFrom?.filter?.period)[0];
  };

  private place(input: SceneInput, refined: (scene: Scene) => void): Scene {
    this.leavePlacing();
    const { emphasis: _emphasis, ...places } = input;
    const { part } = places;
    this.relationships = new Map(part.relationships.map((r) => [r.id, r]));
    if (part.entities.length + part.relationships.length <= PLACED_AT_ONCE) return buildScene(places);
    const sketch = sketchScene(places, this.placed);
    this.leavePlacing = betweenFrames(buildSceneStepwise(places, sketch.boxes), (scene) => {
      this.placed = scene;
      refined(this.stressed(scene, this.placedFrom!.emphasis ?? {}));
    });
    return sketch;
  }

  private stressed(placed: Scene, emphasis: SceneEmphasis): Scene {
    const scene = withEmphasis(placed, emphasis);
    return emphasis.selection?.kind === 'relationship'
      ? { ...scene, lines: scene.lines.map((l) => (l.selected ? labelled(l, this.labelOf) : l)) }
      : scene;
  }
}

/** Whether two inputs place everything alike; records count as unchanged when they are the same objects. */
function samePlaces(a: SceneInput, b: SceneInput): boolean {
  if (
    a.pinned !== b.pinned
    || a.filter !== b.filter
    || a.shown !== b.shown
    || a.changes !== b.changes
    || JSON.stringify(a.arrows ?? []) !== JSON.stringify(b.arrows ?? [])
    || !samePossibly(a.possibly, b.possibly)
    || JSON.stringify(a.enclosures ?? []) !== JSON.stringify(b.enclosures ?? [])
  )
    return false;
  if (a.part === b.part && a.positions === b.positions) return true;
  const records = <T>(x: readonly T[], y: readonly T[]) => x.length === y.length && x.every((r, i) => r === y[i]);
  const stands = ({ id }: { id: string }) =>
    a.positions.get(id)?.x === b.positions.get(id)?.x && a.positions.get(id)?.y === b.positions.get(id)?.y;
  return records(a.part.entities, b.part.entities) && records(a.part.relationships, b.part.relationships) && b.part.entities.every(stands);
}

function samePossibly(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)));
}
