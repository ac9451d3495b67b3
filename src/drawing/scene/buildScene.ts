import { hasEnded, relationshipType, statusOf, type DatasetPart, type Entity, type Position, type Relationship, type ShownFigure, type Source, type Status } from '../../model';
import { boxOf, detailFor, labelTexts, MARK_SIZE, placeLabels, routeLines, type LinePlacement, type RoutedLine } from '../geometry';
import type { Enclosing, JoinedPart, Reckoned } from '../reckoned';
import type { Detail, Rect, Scene, SceneBox, SceneEmphasis, SceneLabel, SceneLine } from '../scene';
import { lineWidth, statusLines } from '../visualLanguage';
import { enclosuresOf } from './enclosures';
import { figuresOf } from './figures';
import { notesText, notesWidth, POSSIBLY_WIDTH } from './footnoteText';
import { lastResort } from './lastResort';
import { sceneBounds } from './sceneBounds';
import { withEmphasis } from './withEmphasis';

export interface SceneInput {
  /** Only what is given is drawn; an entity without a position, and a relationship at it, is not. */
  part: DatasetPart;
  positions: ReadonlyMap<string, Position>;
  /** By how many entities there are, if left out. */
  detail?: Detail;
  emphasis?: SceneEmphasis;
  pinned?: ReadonlySet<string>;
  /** Sources whose claims are set aside before statuses are reckoned. */
  withoutSources?: readonly string[];
  /** Relationships that were reckoned, not recorded. */
  computed?: ReadonlySet<string>;
  /** What of the part is in no dataset, and what it stands for; its relationships count as computed. */
  reckoned?: ReadonlyMap<string, Reckoned> | undefined;
  /** Ventures drawn around their partners. */
  enclosures?: readonly Enclosing[] | undefined;
  /** Relationships that held in the period shown no more than possibly. */
  possibly?: ReadonlySet<string> | undefined;
  /** Who else is drawn in a box as one with its entity. */
  within?: JoinedPart['within'] | undefined;
  /** A figure that the boxes show. */
  shown?: ShownFigure | undefined;
  /** For exports: the numbers behind each relationship. They take room on the lines. */
  footnotesOf?: (relationship: string) => readonly number[];
}

/**
 * The scene of a chart: boxes in the order of `part.entities`, lines in that of `part.relationships`, all measured and
 * placed. The same input gives the same scene on any machine. Cost: O((n + m) log (n + m)), most of it for labels;
 * where only the emphasis changes, `withEmphasis` is O(n + m).
 */
export function buildScene(input: SceneInput): Scene {
  const entities = input.part.entities.filter((e) => input.positions.has(e.id));
  const detail = input.detail ?? detailFor(entities.length);
  const figures = input.shown ? figuresOf(input.shown, entities) : new Map<string, Pick<SceneBox, 'figure' | 'grown'>>();
  const boxes = entities.map((e) => grownBy(sceneBox(e, input, detail), figures.get(e.id)));
  const lines = sceneLines(input, boxes);
  const enclosures = enclosuresOf(input.enclosures ?? [], boxes);
  const scene = { bounds: sceneBounds(boxes, lines, enclosures), boxes, lines, ...(enclosures.length > 0 ? { enclosures } : {}) };
  return input.emphasis ? withEmphasis(scene, input.emphasis) : scene;
}

const UNSTRESSED = { emphasis: 'plain', selected: false } as const;

function sceneBox(entity: Entity, { positions, pinned, reckoned, within }: SceneInput, detail: Detail): SceneBox {
  const { x, y } = positions.get(entity.id)!;
  const joined = within?.get(entity.id)?.length;
  return {
    entity: entity.id,
    type: entity.type,
    ...boxOf(entity, detail),
    x,
    y,
    detail,
    ...UNSTRESSED,
    pinned: pinned?.has(entity.id) ?? false,
    ended: hasEnded(entity),
    ...(joined === undefined ? {} : { joined }),
    ...reckoned?.get(entity.id),
  };
}

function grownBy(box: SceneBox, looks: Pick<SceneBox, 'figure' | 'grown'> | undefined): SceneBox {
  const { grown = 0 } = looks ?? {};
  return looks ? { ...box, ...looks, width: box.width + 2 * grown, height: box.height + 2 * grown } : box;
}

/** A relationship with what the scene reckons of it before anything is placed. */
interface Drawn {
  relationship: Relationship;
  way: RoutedLine;
  status: Status;
  notes?: string;
  footnotes?: readonly number[];
  possibly: boolean;
}

function sceneLines(input: SceneInput, boxes: readonly SceneBox[]): SceneLine[] {
  const placed = new Map(boxes.map((b) => [b.entity, b]));
  const ways = routeLines(input.part.relationships, placed);
  const statusFor = statusReader(input);
  const drawn = input.part.relationships.flatMap((relationship) => {
    const way = ways.get(relationship.id);
    return way ? [{ relationship, way, status: statusFor(relationship), possibly: input.possibly?.has(relationship.id) ?? false, ...footnotes(relationship.id, input) }] : [];
  });
  const marked = (d: Drawn) => statusLines[d.status].mark !== undefined || isComputed(d.relationship.id, input);
  const placements = placeLabels(drawn.map((d) => ({ line: d.way, texts: textsFor(d), mark: marked(d), extra: notesWidth(d.notes) + (d.possibly ? POSSIBLY_WIDTH : 0) })), placed);
  const lines = drawn.map((d) => sceneLine(d, placements.get(d.relationship.id) ?? {}, input));
  return withAllNotes(lines, drawn, boxes);
}

function statusReader({ part, withoutSources = [] }: SceneInput): (r: Relationship) => Status {
  const sources = new Map<string, Source>(part.sources.map((s) => [s.id, s]));
  const out = new Set(withoutSources);
  return ({ claims }) => statusOf(out.size === 0 ? claims : claims.filter((c) => !out.has(c.source)), (id) => sources.get(id));
}

function footnotes(id: string, { footnotesOf }: SceneInput): Pick<Drawn, 'notes' | 'footnotes'> {
  const numbers = footnotesOf?.(id) ?? [];
  return numbers.length === 0 ? {} : { footnotes: numbers, notes: notesText(numbers) };
}

/** Numbers and the "?" may stand on a line alone where its words find no room. */
function textsFor({ relationship, notes, possibly }: Drawn): string[] {
  return notes === undefined && !possibly ? labelTexts(relationship) : [...labelTexts(relationship), ''];
}

function sceneLine({ relationship: r, way, status, notes, footnotes: numbers, possibly }: Drawn, placement: LinePlacement, input: SceneInput): SceneLine {
  const { family, directed } = relationshipType(r.type);
  const { label } = placement;
  return {
    relationship: r.id,
    from: r.from,
    to: r.to,
    family,
    status,
    start: way.start,
    end: way.end,
    ...(way.control ? { control: way.control } : {}),
    width: lineWidth(r.share),
    arrow: directed,
    ended: hasEnded(r),
    ...UNSTRESSED,
    ...(label ? { label: signed(label, notes, possibly) } : {}),
    ...(possibly ? { possibly } : {}),
    ...(placement.mark ? { mark: placement.mark } : {}),
    ...(numbers ? { footnotes: numbers } : {}),
    ...(isComputed(r.id, input) ? { computed: true } : {}),
    ...input.reckoned?.get(r.id),
  };
}

function isComputed(id: string, { computed, reckoned }: SceneInput): boolean {
  return (computed?.has(id) ?? false) || (reckoned?.has(id) ?? false);
}

function signed(label: SceneLabel, notes: string | undefined, possibly: boolean): SceneLabel {
  return { ...label, ...(notes === undefined ? {} : { notes }), ...(possibly ? { possibly } : {}) };
}

/** A published line is never without its numbers, and no line without the "?" that it needs. */
function withAllNotes(lines: SceneLine[], drawn: readonly Drawn[], boxes: readonly SceneBox[]): SceneLine[] {
  const mark = ({ x, y }: Position) => ({ x, y, width: MARK_SIZE, height: MARK_SIZE });
  const taken: Rect[] = [...boxes, ...lines.flatMap((l) => [...(l.label ? [l.label] : []), ...(l.mark ? [mark(l.mark)] : [])])];
  return lines.map((line, i) => {
    const { notes, way, possibly } = drawn[i]!;
    if (line.label || (notes === undefined && !possibly)) return line;
    const label = signed(lastResort(way, notesWidth(notes) + (possibly ? POSSIBLY_WIDTH : 0), taken), notes, possibly);
    taken.push(label);
    return { ...line, label };
  });
}
