import {
  addTo, compareText, entityTypeIds, groupByMember, groupedBy, hasEnded, intervalBounds, relationshipType,
  type ArrowEnd, type ChartArrow, type ChartGroup, type Entity, type EntityType, type Period, type Position, type Relationship,
  type RelationshipType, type Status,
} from '../../model';
import { groupText, tiesText } from '../../wording';
import type { SceneEmphasis } from '../scene';
import type { Bundle, Derived, DrawnGroup, DrawnPart, Enclosing } from './derived';

/** What groups are drawn from: what would be drawn without them. */
interface Ungrouped extends Pick<DrawnPart, 'part' | 'derived' | 'enclosures' | 'possibly'> {
  readonly statusOf: (r: Relationship) => Status;
  readonly period: Period | undefined;
}

type Grouped = Pick<DrawnPart, 'part' | 'derived' | 'enclosures' | 'possibly' | 'groups' | 'bundles'>;

/** The id of the box that stands for a closed group; it is that of no entity. */
export function groupBox(group: Pick<ChartGroup, 'id'>): string {
  return `reckoned:group:${group.id}`;
}

/**
 * A part with the members of each closed group in one box, and an outline around those of each open one. Ties inside a closed group are
 * told by its sentence; of those that cross its border, all that tie the same two boxes and have the same status are one line, which says
 * how many they are: ties of different status are never one, so that what is only alleged is drawn as that. A tie alone stays the line that
 * it is. Nothing is merged, and an entity whose group has no other member left is drawn in the box of its group all the same. Order: that
 * of the part, then groups as they are listed, then bundles by ids. O(entities + relationships).
 */
export function withGroups(drawn: Ungrouped, groups: readonly ChartGroup[]): Grouped {
  const { part, derived, enclosures, possibly } = drawn;
  if (groups.length === 0) return { part, derived, enclosures, possibly };
  const membership = groupByMember(groups);
  const members = groupedBy(part.entities.filter((e) => membership.has(e.id)), (e) => membership.get(e.id)!);
  const there = groups.filter((g) => members.has(g));
  const closed = there.filter((g) => g.closed);
  const outlined = there.filter((g) => !g.closed).map((g): Enclosing => (
    { venture: groupBox(g), members: members.get(g)!.map((e) => e.id), group: { name: g.name, ...(g.colour ? { colour: g.colour } : {}) } }
  ));
  const all = [...enclosures, ...outlined];
  if (closed.length === 0) return { part, derived, enclosures: all, possibly };
  const boxOf = (id: string) => { const g = membership.get(id); return g?.closed ? groupBox(g) : id; };
  const ties = bundled(drawn, boxOf);
  const entities = [
    ...part.entities.filter((e) => boxOf(e.id) === e.id), ...closed.map((g) => groupEntity(g, members.get(g)!)),
  ];
  const names = new Map(entities.map((e) => [e.id, e.name]));
  return {
    part: { ...part, entities, relationships: [...ties.alone, ...ties.bundles.map((b) => b.record)] },
    derived: new Map([
      ...derived,
      ...closed.map((g) => [groupBox(g), groupDerived(g, members.get(g)!, ties.inside.get(groupBox(g)) ?? [])] as const),
      ...ties.bundles.map((b) => [b.record.id, bundleDerived(b, names, drawn.statusOf(b.record))] as const),
    ]),
    enclosures: all,
    possibly: new Set([...possibly, ...ties.bundles.filter((b) => possibly.has(b.bundle.relationships[0]!.id)).map((b) => b.record.id)]),
    groups: new Map(closed.map((g) => [groupBox(g), drawnGroup(g, members.get(g)!)])),
    bundles: new Map(ties.bundles.map((b) => [b.record.id, b.bundle])),
  };
}

function drawnGroup(group: ChartGroup, members: readonly Entity[]): DrawnGroup {
  return { group, members: members.map((e) => e.id), mixed: new Set(members.map((e) => e.type)).size > 1 };
}

/** The record that a group's box is made of: of the type that most of its members have. */
function groupEntity(group: ChartGroup, members: readonly Entity[]): Entity {
  return { id: groupBox(group), type: countedTypes(members)[0]!.type, name: group.name };
}

function countedTypes(members: readonly Entity[]): { type: EntityType; entities: number }[] {
  const of = groupedBy(members, (e) => e.type);
  const counted = entityTypeIds.flatMap((type) => (of.has(type) ? [{ type, entities: of.get(type)!.length }] : []));
  return counted.sort((a, b) => b.entities - a.entities);
}

function groupDerived(group: ChartGroup, members: readonly Entity[], inside: readonly Status[]): Derived {
  const said = groupText({ entities: members.length, types: countedTypes(members), members });
  const ties = inside.length === 0 ? '' : `; among them ${tiesText({ relationships: inside.length, statuses: countedBy(inside) })}`;
  const left = group.members.length - members.length;
  const hidden = left === 0 ? '' : `; ${left} more are not drawn`;
  return { standsFor: { kind: 'entity', id: members[0]!.id }, sentence: `${group.name}, group of ${said}${ties}${hidden}.` };
}

function countedBy(all: readonly Status[]): Partial<Record<Status, number>> {
  return Object.fromEntries([...groupedBy(all, (s) => s)].map(([status, of]) => [status, of.length]));
}

interface BundledTies {
  readonly record: Relationship;
  readonly bundle: Bundle;
}

/** Ties as they run between boxes: those alone, those that are one line, and the statuses of those inside a box. */
function bundled(
  { part, derived, possibly, statusOf, period }: Ungrouped, boxOf: (id: string) => string,
): { alone: Relationship[]; bundles: BundledTies[]; inside: Map<string, Status[]> } {
  const alone: Relationship[] = [];
  const inside = new Map<string, Status[]>();
  const between = new Map<string, Relationship[]>();
  for (const r of part.relationships) {
    const [from, to] = [boxOf(r.from), boxOf(r.to)];
    if (from === r.from && to === r.to) alone.push(r);
    else if (from === to) { if (!derived.has(r.id)) addTo(inside, from, statusOf(r)); }
    else if (derived.has(r.id)) alone.push({ ...r, from, to });
    else {
      const [a, b] = from < to ? [from, to] : [to, from];
      addTo(between, JSON.stringify([a, b, statusOf(r), possibly.has(r.id)]), { ...r, from, to });
    }
  }
  const bundles: BundledTies[] = [];
  for (const [key, all] of [...between].sort(([a], [b]) => compareText(a, b))) {
    if (all.length === 1) alone.push(all[0]!);
    else bundles.push(bundleOf(`reckoned:ties:${key}`, all, period));
  }
  return { alone, bundles, inside };
}

/**
 * Several ties of one status between two boxes as one line. Its claims are those of the first, so that its status is theirs; it has ended
 * where all of them have. It has an arrow where all of them run one way.
 */
function bundleOf(id: string, all: readonly Relationship[], period: Period | undefined): BundledTies {
  const first = all[0]!;
  const arrow = all.every((r) => r.from === first.from && relationshipType(r.type).directed);
  const types = new Set(all.map((r) => r.type));
  const type = types.size === 1 ? first.type : mainType(all);
  const label = types.size === 1 ? `${relationshipType(type).chartLabel} ×${all.length}` : `${all.length} ties`;
  const end = all.every((r) => hasEnded(r, period)) ? lastEnd(all) : undefined;
  return {
    record: { id, type, from: first.from, to: first.to, label, claims: first.claims, ...(end === undefined ? {} : { end }) },
    bundle: { relationships: all, arrow },
  };
}

/** Where all are of one family the type that most of them have, so that the line has its colour. */
function mainType(all: readonly Relationship[]): RelationshipType {
  const families = new Set(all.map((r) => relationshipType(r.type).family));
  if (families.size > 1) return 'linkedTo';
  return [...groupedBy(all, (r) => r.type)].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b))[0]![0];
}

function lastEnd(all: readonly Relationship[]): string {
  const latest = (r: Relationship) => intervalBounds(r).end.latest;
  return all.reduce((last, r) => (latest(r) > latest(last) ? r : last)).end!;
}

function bundleDerived({ record, bundle: { relationships } }: BundledTies, names: ReadonlyMap<string, string>, status: Status): Derived {
  const [from, to] = [names.get(record.from)!, names.get(record.to)!];
  const what = record.label!.includes('×') ? ` (${relationshipType(record.type).chartLabel})` : '';
  return {
    standsFor: { kind: 'relationship', id: relationships[0]!.id },
    sentence: `${from} and ${to}: ${relationships.length} ties${what}, each ${status}.`,
  };
}

/** Where boxes stand: entities, and each closed group in its place, or in the middle of its members. */
export function withGroupPlaces(
  positions: ReadonlyMap<string, Position>, groups: DrawnPart['groups'],
): ReadonlyMap<string, Position> {
  if (!groups || groups.size === 0) return positions;
  const places = [...groups].flatMap(([id, { group, members }]) => {
    const at = group.place ?? middleOf(members.flatMap((m) => positions.get(m) ?? []));
    return at ? [[id, at] as const] : [];
  });
  return new Map([...positions, ...places]);
}

/** The middle of some places, on whole units; nothing of none. */
export function middleOf(places: readonly Position[]): Position | undefined {
  if (places.length === 0) return undefined;
  const sum = places.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: Math.round(sum.x / places.length), y: Math.round(sum.y / places.length) };
}

/** The same stress where entities are in the boxes of their groups, and ties in bundles. */
export function inGroups(emphasis: SceneEmphasis, { groups, bundles }: Pick<DrawnPart, 'groups' | 'bundles'>): SceneEmphasis {
  if (!groups || groups.size === 0) return emphasis;
  const boxes = new Map([...groups].flatMap(([box, { members }]) => members.map((id) => [id, box] as const)));
  const lines = new Map([...(bundles ?? [])].flatMap(([line, { relationships }]) => relationships.map((r) => [r.id, line] as const)));
  const box = (id: string) => boxes.get(id) ?? id;
  const line = (id: string) => lines.get(id) ?? id;
  const { selection, route, ringed, faint } = emphasis;
  return {
    ...(selection ? { selection: { ...selection, id: selection.kind === 'entity' ? box(selection.id) : line(selection.id) } } : {}),
    ...(route ? { route: { entities: route.entities.map(box), relationships: route.relationships.map(line) } } : {}),
    ...(ringed ? { ringed: ringed.map(box) } : {}),
    ...(faint ? { faint: faint.filter((id) => !boxes.has(id)) } : {}),
  };
}

/** The numbers of the footnotes behind a line: of a bundle those of all its ties, ascending. */
export function footnotesOfDrawn(
  ofRelationship: (id: string) => readonly number[], { bundles }: Pick<DrawnPart, 'bundles'>,
): (id: string) => readonly number[] {
  return (id) => {
    const bundle = bundles?.get(id);
    if (!bundle) return ofRelationship(id);
    return [...new Set(bundle.relationships.flatMap((r) => ofRelationship(r.id)))].sort((a, b) => a - b);
  };
}

/** Arrows whose ends are at boxes: at that of a group where its entity is in a closed one, or of whom it is drawn as one with. */
export function arrowsInBoxes(arrows: readonly ChartArrow[], { groups, within }: Pick<DrawnPart, 'groups' | 'within'>): ChartArrow[] {
  const boxes = new Map([
    ...[...within].flatMap(([box, others]) => others.map((e) => [e.id, box] as const)),
    ...[...(groups ?? [])].flatMap(([box, { members }]) => members.map((id) => [id, box] as const)),
  ]);
  const at = (id: string): string => { const box = boxes.get(id); return box === undefined ? id : at(box); };
  const end = (one: ArrowEnd): ArrowEnd => ('entity' in one ? { entity: at(one.entity) } : one);
  return arrows.map((arrow) => ({ ...arrow, from: end(arrow.from), to: end(arrow.to) }));
}
