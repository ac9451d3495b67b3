import type { BoxShape, ChangeKind, EntityType, Family, Figure, GroupColour, Position, Selection, Status } from '../model';
import type { Tint } from './visualLanguage/palette';

/**
 * The scene: a chart as a list of things to draw, all measured and placed, in chart units (1 unit is 1 px at
 * zoom 1, x right, y down). Colours are named, not given: a painter resolves them by theme. SVG, PNG, the offline
 * page and the interactive chart all draw from it, so that they agree.
 */
export interface Scene {
  /** Smallest rectangle around everything drawn, margins included. */
  bounds: Rect;
  boxes: SceneBox[];
  /** Ventures drawn around their partners; beneath everything. Absent where there is none. */
  enclosures?: SceneEnclosure[];
  lines: SceneLine[];
  /** No colour tells anything: families are told by words on the lines. */
  withoutColour?: boolean;
  /** Arrows drawn by hand, above everything. Absent where there is none. */
  arrows?: SceneArrow[];
}

/** An arrow that an editor drew; no tie. */
export interface SceneArrow {
  id: string;
  start: Position;
  end: Position;
  /** What fits of its text, half-way, and all of it. */
  label?: SceneLabel;
  text?: string;
}

/**
 * An enclosure around a venture's partners and its own box, which is its label, or around one of these alone; it touches no
 * other box and no other enclosure. Corners of a convex hull, clockwise, to be joined roundly a little outside of them.
 */
export interface SceneEnclosure {
  venture: string;
  corners: Position[];
  /** Around one box alone, since a hull around all of them would touch others. */
  alone?: boolean;
  /** It is the outline of an open group, which has a ground of its own and its name. */
  group?: { label: SceneLabel; colour?: GroupColour };
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How much a thing stands out. `route`: under the highlighter; `dimmed`: drawn pale because something else is looked at. */
export type Emphasis = 'plain' | 'route' | 'dimmed';

/** `full` boxes have a second line (type · country); `compact` ones the name alone, for charts of many entities. */
export type Detail = 'full' | 'compact';

/** An entity's labelled box; x and y are its centre. */
export interface SceneBox {
  entity: string;
  type: EntityType;
  shape: BoxShape;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The name in one or two lines, as wrapped and measured. */
  name: string[];
  subtitle?: string;
  detail: Detail;
  emphasis: Emphasis;
  selected: boolean;
  pinned: boolean;
  ended: boolean;
  /** A ring around it: it belongs to a smallest set whose removal leaves no route. */
  ring?: boolean;
  /** A figure that it shows. */
  figure?: SceneFigure;
  /** How many entities more are drawn in it as one: their number hangs from its corner. */
  joined?: number;
  /** It stands for a group: how many are in it, its ground, and whether they are of several types. */
  group?: { members: number; colour?: GroupColour; mixed: boolean };
  /** What became of it between two states that are compared. */
  change?: ChangeKind;
  /** It is in no dataset: what it is drawn for, and how it reads. */
  standsFor?: Selection;
  sentence?: string;
  /** Room added on each side of its text, by the size of a figure, in chart units. */
  grown?: number;
}

/** A figure on a box: its ground, where it has one, and the number in its corner that says the same. */
export interface SceneFigure {
  figure: Figure;
  tint?: Tint;
  tag: string;
}

/** How a box looks, wherever it stands and whatever is stressed. */
export type BoxLooks = Pick<SceneBox, 'type' | 'ended' | 'joined' | 'group' | 'figure' | 'grown' | 'change'>;

/** A relationship's line: straight without `control`, else a quadratic curve through it. Ends lie on the boxes' outlines. */
export interface SceneLine {
  relationship: string;
  from: string;
  to: string;
  family: Family;
  status: Status;
  start: Position;
  end: Position;
  control?: Position | undefined;
  /** 1.25–4, by share. */
  width: number;
  arrow: boolean;
  ended: boolean;
  emphasis: Emphasis;
  selected: boolean;
  /** Placed so that it covers no box and no other label; absent where there was no room (shown on hover and selection). */
  label?: SceneLabel | undefined;
  /** Where the amber mark (disputed) or the cross (denied) stands. */
  mark?: Position | undefined;
  /** Numbers of the footnotes behind it, ascending; exports carry them. */
  footnotes?: readonly number[];
  /** Held in the period shown no more than possibly: its label ends in a hollow "?". */
  possibly?: boolean;
  /** What became of it between two states that are compared: its label begins with the sign of it. */
  change?: ChangeKind;
  /** Derived, not recorded (an effective share): drawn as a thin double line marked Σ. */
  computed?: boolean;
  /** How many ties it stands for, all of its status: drawn as a double line. */
  bundled?: number;
  /** What a computed line is drawn for, and how it reads. */
  standsFor?: Selection;
  sentence?: string;
}

/** How a line looks, wherever it runs and whatever is stressed. */
export type LineLooks = Pick<SceneLine, 'family' | 'status' | 'width' | 'ended' | 'possibly' | 'computed' | 'bundled' | 'change'>;

/** Text on a line; x and y are its centre. */
export interface SceneLabel {
  text: string;
  /** Footnote numbers set small after the text: "3 4 9". Part of the width. */
  notes?: string;
  /** Ends in a hollow "?"; part of the width. */
  possibly?: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a scene is asked to stress. */
export interface SceneEmphasis {
  selection?: Selection;
  /** Entities and relationships of the highlighted route; everything else is dimmed. */
  route?: { entities: readonly string[]; relationships: readonly string[] };
  /** Entities with a ring around them. */
  ringed?: readonly string[];
  /** Entities drawn pale whatever is looked at: they have no tie in the period shown. */
  faint?: readonly string[];
}
