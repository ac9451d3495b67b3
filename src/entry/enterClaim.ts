import {
  boundsOf, foldText, mayMeet, put, relationshipType, sameContent, shareBounds, UNKNOWN_END,
  type Claim, type Edit, type Entity, type Relationship, type Share, type Source,
} from '../model';
import type { ClaimRead, EndRead, Said } from './reading';

/** What entering a claim must know of what is there. */
export interface EntryContext {
  /** What the claim cites; it comes along where it is not there yet. */
  readonly source: Source;
  readonly hasSource: boolean;
  /** The record of a known end. */
  entity(id: string): Entity | undefined;
  /** The relationships between the two ends, in either direction. */
  readonly ties: readonly Relationship[];
  /** Whether an id is taken. */
  isTaken(list: 'entities' | 'relationships', id: string): boolean;
}

/** What a claim makes of a dataset. */
export interface Entered {
  readonly edits: readonly Edit[];
  /** The ends, first the one that the line names first; of a claim about an entity that alone. */
  readonly ends: readonly string[];
  /** The record that has the claim now. */
  readonly about: { readonly list: 'entities' | 'relationships'; readonly id: string };
  /** The record was there already, and has one claim more. */
  readonly existing: boolean;
  /** The very claim was there already: nothing is to be done. */
  readonly repeated: boolean;
}

/**
 * What a claim makes: the source and entities that are missing, and the claim at its tie. A tie of the same type between the same two that
 * the line does not contradict gets the claim, with what the line tells more exactly; else the line makes a tie of its own. Pure.
 */
export function enterClaim(read: ClaimRead, context: EntryContext): Entered {
  const taken = new Set<string>();
  const free = (list: 'entities' | 'relationships', wanted: string) =>
    freeId(
      wanted, (id) => taken.has(`${list} ${id}`) || context.isTaken(list, id), (id) => taken.add(`${list} ${id}`),
    );
  const subject = endOf(read.subject, context, free);
  const source = context.hasSource ? [] : [put('sources', context.source)];
  if (read.kind === 'entity') return { ...aboutEntity(subject, read.said, context, source), ends: [subject.id] };
  const object = read.object.known === undefined && sameName(read.subject, read.object) ? subject : endOf(read.object, context, free);
  const [from, to] = read.forward ? [subject.id, object.id] : [object.id, subject.id];
  const ends = [subject.id, object.id];
  const made = [subject, object]
    .flatMap((end) => (end.made ? [put('entities', end.made)] : []))
    .filter((edit, i, all) => all.findIndex((e) => e.id === edit.id) === i);
  const claim = claimOf(read.said, context.source);
  const fields = fieldsOf(read.said);
  const directed = relationshipType(read.type).directed;
  const same = context.ties.find(
    (r) =>
      r.type === read.type
      && r.label === fields.label
      && ((r.from === from && r.to === to) || (!directed && r.from === to && r.to === from))
      && agrees(r, fields),
  );
  if (same) {
    const repeated = same.claims.some((c) => sameContent(c, claim)) && sameContent({ ...same, ...narrowed(same, fields) }, same);
    const next: Relationship = {
      ...same, ...narrowed(same, fields), claims: same.claims.some((c) => sameContent(c, claim)) ? same.claims : [...same.claims, claim],
    };
    return {
      edits: repeated ? [] : [...source, put('relationships', next)], ends, about: { list: 'relationships', id: same.id }, existing: true,
      repeated,
    };
  }
  const id = free('relationships', `${from}-${kebab(read.type)}-${to}`);
  const tie: Relationship = { id, type: read.type, from, to, ...fields, claims: [claim] };
  return {
    edits: [...source, ...made, put('relationships', tie)], ends, about: { list: 'relationships', id }, existing: false, repeated: false,
  };
}

function aboutEntity(subject: End, said: Said, context: EntryContext, source: readonly Edit[]): Omit<Entered, 'ends'> {
  const before = subject.made ?? context.entity(subject.id)!;
  const claim = claimOf(said, context.source);
  const dates = {
    ...(said.start !== undefined && before.start === undefined ? { start: said.start } : {}),
    ...(said.end !== undefined && before.end === undefined ? { end: said.end } : {}),
  };
  const repeated = (before.claims ?? []).some((c) => sameContent(c, claim));
  const next: Entity = { ...before, ...dates, claims: [...(before.claims ?? []), claim] };
  return {
    edits: repeated ? [] : [...source, put('entities', next)], about: { list: 'entities', id: subject.id },
    existing: subject.made === undefined, repeated,
  };
}

interface End {
  readonly id: string;
  readonly made?: Entity;
}

function endOf(end: EndRead, _context: EntryContext, free: (list: 'entities', wanted: string) => string): End {
  if (end.known) return { id: end.known.id };
  const id = free('entities', slugOf(end.name));
  return { id, made: { id, type: end.type, name: end.name } };
}

function sameName(a: EndRead, b: EndRead): boolean {
  return a.known === undefined && b.known === undefined && a.name.toLowerCase() === b.name.toLowerCase();
}

function claimOf({ stance, statement, quote, locator, made }: Said, source: Source): Claim {
  return {
    source: source.id, stance, ...(statement === undefined ? {} : { statement }), ...(quote === undefined ? {} : { quote }),
    ...(locator === undefined ? {} : { locator }), ...(made === undefined ? {} : { made }),
  };
}

type TieFields = Pick<Relationship, 'start' | 'end' | 'share' | 'indirect' | 'amount' | 'role' | 'label'>;

function fieldsOf({ start, end, share, indirect, amount, role, label }: Said): TieFields {
  return {
    ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }), ...(share === undefined ? {} : { share }),
    ...(indirect === undefined ? {} : { indirect }), ...(amount === undefined ? {} : { amount }), ...(role === undefined ? {} : { role }),
    ...(label === undefined ? {} : { label }),
  };
}

/** Whether a tie and what a line says of it can be one: of every field one has none, or the one is the other more exactly. */
function agrees(tie: Relationship, said: TieFields): boolean {
  const one = <T>(a: T | undefined, b: T | undefined, fits: (a: T, b: T) => boolean) => a === undefined || b === undefined || fits(a, b);
  return (
    one(tie.start, said.start, datesFit) && one(tie.end, said.end, datesFit) && one(tie.share, said.share, sharesFit) &&
    one(tie.amount, said.amount, sameContent) && one(tie.role, said.role, (a, b) => a.toLowerCase() === b.toLowerCase()) &&
    (said.indirect === undefined || tie.indirect === true) && mayMeet(tie, said)
  );
}

/** A tie with what the line tells more exactly, or that it lacks. */
function narrowed(tie: Relationship, said: TieFields): TieFields {
  const next: TieFields = {};
  if (said.start !== undefined && (tie.start === undefined || dateWithin(said.start, tie.start))) next.start = said.start;
  if (said.end !== undefined && (tie.end === undefined || dateWithin(said.end, tie.end))) next.end = said.end;
  if (said.share !== undefined && (tie.share === undefined || shareWithin(said.share, tie.share))) next.share = said.share;
  if (said.amount !== undefined && tie.amount === undefined) next.amount = said.amount;
  if (said.role !== undefined && tie.role === undefined) next.role = said.role;
  return next;
}

function datesFit(a: string, b: string): boolean {
  return dateWithin(a, b) || dateWithin(b, a);
}

/** Whether a date lies within another that is less exact; an unknown end holds any. */
function dateWithin(exact: string, wide: string): boolean {
  if (exact === wide || wide === UNKNOWN_END) return true;
  const [inner, outer] = [boundsOf(exact), boundsOf(wide)];
  return inner !== undefined && outer !== undefined && inner.earliest >= outer.earliest && inner.latest <= outer.latest;
}

function sharesFit(a: Share, b: Share): boolean {
  return shareWithin(a, b) || shareWithin(b, a);
}

function shareWithin(exact: Share, wide: Share): boolean {
  const [inner, outer] = [shareBounds(exact), shareBounds(wide)];
  return inner.min >= outer.min && inner.max <= outer.max;
}

const LONGEST_SLUG = 60;

/** A readable id of a name: in Latin letters, words by hyphens, at most 60 characters. */
export function slugOf(name: string, otherwise = 'entity'): string {
  return foldText(name).replaceAll(' ', '-').slice(0, LONGEST_SLUG).replace(/-+$/, '') || otherwise;
}

/** An id that is free, the wanted one or one with a number behind it. */
export function freeId(wanted: string, isTaken: (id: string) => boolean, take: (id: string) => void = () => undefined): string {
  const base = wanted.slice(0, 190);
  let id = base;
  for (let n = 2; isTaken(id); n += 1) id = `${base}-${n}`;
  take(id);
  return id;
}

function kebab(type: string): string {
  return type.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
}
