import { betweenFrames, type DatasetPart, type Position, type Relationship, type ShownFigure, type Spoken } from '../model';
import { buildScene, buildSceneStepwise, labelTexts, sketchScene, withEmphasis, type DrawnPart, type JoinedPart, type Scene, type SceneEmphasis, type SceneInput } from '../drawing';
import { labelled } from './stage/labelled';

/** What a chart's picture follows from. */
export interface ProjectionInput {
  readonly part: DatasetPart;
  readonly positions: ReadonlyMap<string, Position>;
  readonly pinned: ReadonlySet<string>;
  /** What sources count for nothing, and the time that is looked at. */
  readonly filter: Spoken;
  /** Relationships that held in the period shown no more than possibly. */
  readonly possibly?: ReadonlySet<string>;
  readonly shown?: ShownFigure | undefined;
  /** What of the part was reckoned, and which ventures are drawn around their partners. */
  readonly derived?: DrawnPart['derived'];
  readonly enclosures?: DrawnPart['enclosures'];
  /** Who else is drawn in a box as one with its entity. */
  readonly within?: JoinedPart['within'] | undefined;
  readonly emphasis: SceneEmphasis;
}

/** Charts of up to so many entities and relationships are placed at once, which takes up to about 60 ms. */
export const PLACED_AT_ONCE = 600;

/**
 * Makes the scene of each state, placing lines and labels again only where something was moved, came or went; a new
 * selection or route restyles what is there. A large chart is sketched at first and placed while the page goes on; a
 * state that places it otherwise gives up the placing of the one before.
 */
export class Projection {
  private placedFrom: ProjectionInput | undefined;
  private placed: Scene | undefined;
  private relationships = new Map<string, Relationship>();
  private leavePlacing: () => void = () => undefined;

  /** The scene of a state. Where it is a sketch, `refined` is called with the scene itself once it is placed, unless another state is placed before. */
  scene(input: ProjectionInput, refined: (scene: Scene) => void): Scene {
    if (!this.placed || !this.placedFrom || !samePlaces(this.placedFrom, input)) this.placed = this.place(input, refined);
    this.placedFrom = input;
    return this.stressed(this.placed, input.emphasis);
  }

  /** Gives up what is being placed. */
  stop(): void {
    this.leavePlacing();
  }

  /** What stands on a relationship's line where there is room, fullest. */
  readonly labelOf = (relationship: string): string | undefined => {
    const record = this.relationships.get(relationship);
    return record && labelTexts(record, this.placedFrom?.filter.period)[0];
  };

  private place(input: ProjectionInput, refined: (scene: Scene) => void): Scene {
    this.leavePlacing();
    const { part } = input;
    this.relationships = new Map(part.relationships.map((r) => [r.id, r]));
    if (part.entities.length + part.relationships.length <= PLACED_AT_ONCE) return buildScene(sceneInput(input));
    const sketch = sketchScene(sceneInput(input), this.placed);
    this.leavePlacing = betweenFrames(buildSceneStepwise(sceneInput(input), sketch.boxes), (scene) => {
      this.placed = scene;
      refined(this.stressed(scene, this.placedFrom!.emphasis));
    });
    return sketch;
  }

  private stressed(placed: Scene, emphasis: SceneEmphasis): Scene {
    const scene = withEmphasis(placed, emphasis);
    return emphasis.selection?.kind === 'relationship' ? { ...scene, lines: scene.lines.map((l) => (l.selected ? labelled(l, this.labelOf) : l)) } : scene;
  }
}

function sceneInput({ part, positions, pinned, filter, possibly, shown, derived, enclosures, within }: ProjectionInput): SceneInput {
  return { part, positions, pinned, filter, possibly, shown, derived, enclosures, within };
}

/** Whether two inputs place everything alike; records count as unchanged when they are the same objects. */
function samePlaces(a: ProjectionInput, b: ProjectionInput): boolean {
  if (a.pinned !== b.pinned || a.filter !== b.filter || a.shown !== b.shown || !samePossibly(a.possibly, b.possibly) || JSON.stringify(a.enclosures ?? []) !== JSON.stringify(b.enclosures ?? [])) return false;
  if (a.part === b.part && a.positions === b.positions) return true;
  const records = <T>(x: readonly T[], y: readonly T[]) => x.length === y.length && x.every((r, i) => r === y[i]);
  const stands = ({ id }: { id: string }) => a.positions.get(id)?.x === b.positions.get(id)?.x && a.positions.get(id)?.y === b.positions.get(id)?.y;
  return records(a.part.entities, b.part.entities) && records(a.part.relationships, b.part.relationships) && b.part.entities.every(stands);
}

function samePossibly(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)));
}
