import type { DatasetPart, Position, Relationship, ShownFigure } from '../model';
import { buildScene, labelTexts, withEmphasis, type DrawnPart, type JoinedPart, type Scene, type SceneEmphasis } from '../drawing';
import { labelled } from './stage/labelled';

/** What a chart's picture follows from. */
export interface ProjectionInput {
  readonly part: DatasetPart;
  readonly positions: ReadonlyMap<string, Position>;
  readonly pinned: ReadonlySet<string>;
  readonly withoutSources: readonly string[] | undefined;
  /** Relationships that held in the period shown no more than possibly. */
  readonly possibly?: ReadonlySet<string>;
  readonly shown?: ShownFigure | undefined;
  /** What of the part was reckoned, and which ventures are drawn around their partners. */
  readonly reckoned?: DrawnPart['reckoned'];
  readonly enclosures?: DrawnPart['enclosures'];
  /** Who else is drawn in a box as one with its entity. */
  readonly within?: JoinedPart['within'] | undefined;
  readonly emphasis: SceneEmphasis;
}

/**
 * Makes the scene of each state, placing lines and labels again only where something was moved, came or went; a new
 * selection or route restyles what is there.
 */
export class Projection {
  private placedFrom: ProjectionInput | undefined;
  private placed: Scene | undefined;
  private relationships = new Map<string, Relationship>();

  scene(input: ProjectionInput): Scene {
    if (!this.placed || !this.placedFrom || !samePlaces(this.placedFrom, input)) this.placed = this.place(input);
    this.placedFrom = input;
    const scene = withEmphasis(this.placed, input.emphasis);
    const selected = input.emphasis.selection;
    return selected?.kind === 'relationship' ? { ...scene, lines: scene.lines.map((l) => (l.selected ? labelled(l, this.labelOf) : l)) } : scene;
  }

  /** What stands on a relationship's line where there is room, fullest. */
  readonly labelOf = (relationship: string): string | undefined => {
    const record = this.relationships.get(relationship);
    return record && labelTexts(record)[0];
  };

  private place({ part, positions, pinned, withoutSources, possibly, shown, reckoned, enclosures, within }: ProjectionInput): Scene {
    this.relationships = new Map(part.relationships.map((r) => [r.id, r]));
    return buildScene({ part, positions, pinned, possibly, shown, reckoned, enclosures, within, ...(withoutSources ? { withoutSources } : {}) });
  }
}

/** Whether two inputs place everything alike; records count as unchanged when they are the same objects. */
function samePlaces(a: ProjectionInput, b: ProjectionInput): boolean {
  if (a.pinned !== b.pinned || a.withoutSources !== b.withoutSources || a.shown !== b.shown || !samePossibly(a.possibly, b.possibly) || JSON.stringify(a.enclosures ?? []) !== JSON.stringify(b.enclosures ?? [])) return false;
  if (a.part === b.part && a.positions === b.positions) return true;
  const records = <T>(x: readonly T[], y: readonly T[]) => x.length === y.length && x.every((r, i) => r === y[i]);
  const stands = ({ id }: { id: string }) => a.positions.get(id)?.x === b.positions.get(id)?.x && a.positions.get(id)?.y === b.positions.get(id)?.y;
  return records(a.part.entities, b.part.entities) && records(a.part.relationships, b.part.relationships) && b.part.entities.every(stands);
}

function samePossibly(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)));
}
