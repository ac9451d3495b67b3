import {
  compareText, entityTypeIds, entityTypes, families, statuses, type ChangeKind, type EntityType, type Family, type Figure, type Status,
} from '../../model';
import type { BoxLooks, LineLooks, Scene } from '../scene';
import { familyWords } from './familyWord';
import type { Tint } from './palette';

/** What a reader needs to read what is drawn, and no more; each list in the catalogue's order. */
export interface Legend {
  entityTypes: { type: EntityType; label: string }[];
  families: Family[];
  /** Confirmed and reported are both solid: `solid` stands for whichever of them is drawn. */
  statuses: Status[];
  /** Some thing has ended by the time that is looked at. */
  ended: boolean;
  /** Line widths differ because shares do. */
  shares: boolean;
  /** Some line is computed, not recorded. It has no claims, so that its status is none of `statuses`. */
  computed: boolean;
  route: boolean;
  /** Some line ends in the hollow "?". */
  possibly: boolean;
  /** Some box has several entities drawn as one. */
  joined: boolean;
  /** Some box stands for a group, and some double line for several ties of its status. */
  grouped?: boolean;
  bundled?: boolean;
  /** Some arrow was drawn by hand. */
  arrows?: boolean;
  /** Some box has a ring. */
  ring: boolean;
  /** Some box is pale since it has no tie in the period; where a route is highlighted all that is off it is pale. */
  faint: boolean;
  /** Some venture is drawn around its partners. */
  enclosure: boolean;
  /** No colour tells anything: the families that some line says in a few letters. */
  abbreviated?: Family[];
  /** What became of what is drawn, where two states are compared. */
  changes?: ChangeKind[];
  /** The figure that the boxes show, with the grounds of those drawn, least number first. */
  figure?: { figure: Figure; grounds: { tint: Tint; tag: string }[]; sized: boolean };
}

/** What a legend is read from: how everything drawn looks, and what is stressed. */
export interface Looks extends Pick<Legend, 'route' | 'ring' | 'faint' | 'enclosure' | 'arrows'> {
  readonly boxes: readonly BoxLooks[];
  readonly lines: readonly LineLooks[];
}

/** The legend of a scene. */
export function legendOf({ boxes, lines, enclosures = [], arrows = [], withoutColour = false }: Scene): Legend {
  const route = boxes.some((b) => b.emphasis === 'route');
  const legend = legendOfLooks({
    boxes, lines, route, ring: boxes.some((b) => b.ring === true), faint: !route && boxes.some((b) => b.emphasis === 'dimmed'),
    enclosure: enclosures.some((e) => !e.group), ...(arrows.length > 0 ? { arrows: true } : {}),
  });
  if (!withoutColour) return legend;
  const spelled = new Set(lines.filter((l) => l.label?.text === familyWords[l.family]).map((l) => l.family));
  return { ...legend, abbreviated: legend.families.filter((f) => spelled.has(f)) };
}

/** The entity types, families, statuses and signs that are actually drawn. O(n + m). */
export function legendOfLooks({ boxes, lines, route, ring, faint, enclosure, arrows }: Looks): Legend {
  const types = new Set(boxes.flatMap((b) => (b.group?.mixed ? [] : [b.type])));
  const drawnFamilies = new Set(lines.map((l) => l.family));
  const drawnStatuses = new Set(lines.flatMap((l) => (l.computed ? [] : [l.status])));
  return {
    entityTypes: entityTypeIds.filter((t) => types.has(t)).map((type) => ({ type, label: entityTypes[type].label })),
    families: families.filter((f) => drawnFamilies.has(f)),
    statuses: statuses.filter((s) => drawnStatuses.has(s)),
    ended: lines.some((l) => l.ended) || boxes.some((b) => b.ended),
    shares: new Set(lines.map((l) => l.width)).size > 1,
    computed: lines.some((l) => l.computed),
    possibly: lines.some((l) => l.possibly),
    joined: boxes.some((b) => b.joined !== undefined),
    ...(boxes.some((b) => b.group) ? { grouped: true } : {}),
    ...(lines.some((l) => l.bundled !== undefined) ? { bundled: true } : {}),
    route, ring, faint, enclosure, ...(arrows ? { arrows } : {}),
    ...changeLegend(boxes, lines),
    ...figureLegend(boxes),
  };
}

function changeLegend(boxes: readonly BoxLooks[], lines: readonly LineLooks[]): Pick<Legend, 'changes'> {
  const drawn = new Set([...boxes, ...lines].map(({ change }) => change));
  const changes = (['added', 'removed', 'changed'] as const).filter((change) => drawn.has(change));
  return changes.length > 0 ? { changes } : {};
}

/** What boxes say of a figure: which, and with which grounds. */
function figureLegend(boxes: readonly BoxLooks[]): Pick<Legend, 'figure'> {
  const showing = boxes.flatMap(({ figure, grown }) => (figure ? [{ ...figure, grown }] : []));
  const [first] = showing;
  if (!first) return {};
  const grounds = new Map(showing.flatMap(({ tint, tag }) => (tint ? [[tint, tag] as const] : [])));
  const ordered = [...grounds].map(([tint, tag]) => ({ tint, tag })).sort((a, b) => compareText(a.tint, b.tint));
  return { figure: { figure: first.figure, grounds: ordered, sized: showing.some((f) => f.grown !== undefined) } };
}
