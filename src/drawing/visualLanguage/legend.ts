import {
  compareText, entityTypeIds, entityTypes, families, statuses, type EntityType, type Family, type Figure, type Status,
} from '../../model';
import type { Scene, SceneBox } from '../scene';
import type { Tint } from './palette';

/** What a reader needs to read what is drawn, and no more; each list in the catalogue's order. */
export interface Legend {
  entityTypes: { type: EntityType; label: string }[];
  families: Family[];
  /** Confirmed and reported are both solid: `solid` stands for whichever of them is drawn. */
  statuses: Status[];
  ended: boolean;
  /** Line widths differ because shares do. */
  shares: boolean;
  computed: boolean;
  route: boolean;
  /** Some line ends in the hollow "?". */
  possibly: boolean;
  /** Some box has several entities drawn as one. */
  joined: boolean;
  /** Some box has a ring. */
  ring: boolean;
  /** Some venture is drawn around its partners. */
  enclosure: boolean;
  /** The figure that the boxes show, with the grounds of those drawn, least number first. */
  figure?: { figure: Figure; grounds: { tint: Tint; tag: string }[]; sized: boolean };
}

/** The legend of a scene: entity types, families and statuses that are actually drawn. */
export function legendOf(scene: Scene): Legend {
  const types = new Set(scene.boxes.map((b) => b.type));
  const drawnFamilies = new Set(scene.lines.map((l) => l.family));
  const drawnStatuses = new Set(scene.lines.map((l) => l.status));
  return {
    entityTypes: entityTypeIds.filter((t) => types.has(t)).map((type) => ({ type, label: entityTypes[type].label })),
    families: families.filter((f) => drawnFamilies.has(f)),
    statuses: statuses.filter((s) => drawnStatuses.has(s)),
    ended: scene.lines.some((l) => l.ended) || scene.boxes.some((b) => b.ended),
    shares: new Set(scene.lines.map((l) => l.width)).size > 1,
    computed: scene.lines.some((l) => l.computed === true),
    route: scene.boxes.some((b) => b.emphasis === 'route'),
    possibly: scene.lines.some((l) => l.possibly === true),
    joined: scene.boxes.some((b) => b.joined !== undefined),
    ring: scene.boxes.some((b) => b.ring === true),
    enclosure: (scene.enclosures?.length ?? 0) > 0,
    ...figureLegend(scene.boxes),
  };
}

/** What boxes say of a figure: which, and with which grounds. */
export function figureLegend(boxes: readonly Pick<SceneBox, 'figure' | 'grown'>[]): Pick<Legend, 'figure'> {
  const showing = boxes.flatMap(({ figure, grown }) => (figure ? [{ ...figure, grown }] : []));
  const [first] = showing;
  if (!first) return {};
  const grounds = new Map(showing.flatMap(({ tint, tag }) => (tint ? [[tint, tag] as const] : [])));
  const ordered = [...grounds].map(([tint, tag]) => ({ tint, tag })).sort((a, b) => compareText(a.tint, b.tint));
  return { figure: { figure: first.figure, grounds: ordered, sized: showing.some((f) => f.grown !== undefined) } };
}
