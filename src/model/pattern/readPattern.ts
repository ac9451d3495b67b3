import { entityTypeIds, relationshipTypeIds, type EntityType, type RelationshipType } from '../catalogue';
import { families, type Family } from '../catalogueEntry';
import { boundsOf } from '../partialDate';
import { period } from '../period';
import { statuses, type Status } from '../status';
import {
  MOST_PATTERN_STEPS,
  PatternError,
  shareComparisons,
  stepCount,
  type Pattern,
  type PatternStep,
  type StepConditions,
  type StepDirection,
} from './pattern';

/** The longest pattern, in characters. */
export const LONGEST_PATTERN = 1000;

/**
 * Reads a pattern:
 *
 * | written | means |
 * | --- | --- |
 * | `owns` | one hop by a relationship of this type, along its arrow; a family (`ownership`) or `any` in its place |
 * | `^owns`, `~owns` | against its arrow ("is owned by"), as in SPARQL 1.1; either way |
 * | `owns partnerIn` | one after the other |
 * | `owns \| controls` | one or the other; parentheses group |
 * | `owns+ owns* owns? owns{2} owns{1,3} owns{2,}` | once or more, any number of times, perhaps, so many times |
 * | `owns[share>=50, held=2009, to=company\|jointVenture]` | conditions, also `status=confirmed`, `certainly=2008..2010` (surely held) |
 * | `(owns \| controls)[held=2009]` | the same for each step of a group |
 *
 * Throws PatternError with the place of what is wrong. Recursive descent; cost O(length).
 */
export function readPattern(text: string): Pattern {
  if (text.length > LONGEST_PATTERN) throw new PatternError(LONGEST_PATTERN, `it is longer than ${LONGEST_PATTERN} characters.`);
  const reader = new Reader(text);
  reader.space();
  if (reader.ended) throw new PatternError(0, 'it is empty. Write a relationship type, as owns.');
  const pattern = choice(reader);
  if (!reader.ended) throw new PatternError(reader.at, unexpected(reader.here));
  if (stepCount(pattern) > MOST_PATTERN_STEPS)
    throw new PatternError(0, `with its repetitions written out it has ${stepCount(pattern)} steps, and may have ${MOST_PATTERN_STEPS}.`);
  return pattern;
}

/** What is wrong with a pattern; undefined where it can be read. */
export function patternProblem(text: string): PatternError | undefined {
  try {
    readPattern(text);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}

function unexpected(sign: string): string {
  return sign === ')' ? 'this ) closes nothing.' : `“${sign}” cannot stand here. Write a type, or one of ( ) | + * ? {n,m} [condition].`;
}

/** A place in a text. */
class Reader {
  at = 0;

  constructor(readonly text: string) {}

  get here(): string {
    return this.text[this.at] ?? '';
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  space(): void {
    while (/\s/u.test(this.here)) this.at++;
  }

  /** Takes a sign and the space after it, where it stands here. */
  takes(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    this.space();
    return true;
  }

  /** Takes what an expression fits here, at once, and the space after it. */
  match(expression: RegExp): string | undefined {
    const found = new RegExp(expression.source, 'uy');
    found.lastIndex = this.at;
    const taken = found.exec(this.text)?.[0];
    if (taken === undefined) return undefined;
    this.at += taken.length;
    this.space();
    return taken;
  }
}

function choice(reader: Reader): Pattern {
  const parts = [sequence(reader)];
  while (reader.takes('|')) parts.push(sequence(reader));
  return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
}

function sequence(reader: Reader): Pattern {
  const parts: Pattern[] = [];
  while (!reader.ended && reader.here !== '|' && reader.here !== ')') parts.push(repeated(reader));
  if (parts.length === 0) throw new PatternError(reader.at, 'a step is missing here. Write a relationship type, as owns.');
  return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
}

function repeated(reader: Reader): Pattern {
  let part = group(reader);
  for (;;) {
    if (reader.takes('+')) part = { kind: 'repeat', part, least: 1 };
    else if (reader.takes('*')) part = { kind: 'repeat', part, least: 0 };
    else if (reader.takes('?')) part = { kind: 'repeat', part, least: 0, most: 1 };
    else if (reader.here === '{') part = counted(reader, part);
    else return part;
  }
}

function counted(reader: Reader, part: Pattern): Pattern {
  const { at } = reader;
  const found = /^\{\s*(\d{1,2})\s*(,\s*(\d{1,2})?\s*)?\}$/.exec(reader.match(/\{[^}]*\}/) ?? '');
  if (!found) throw new PatternError(at, 'write how many times as {2}, {1,3} or {2,}.');
  const least = Number(found[1]);
  const most = found[2] === undefined ? least : found[3] === undefined ? undefined : Number(found[3]);
  if (most !== undefined && (most < least || most === 0))
    throw new PatternError(at, `${reader.text.slice(at, reader.at).trim()} is no number of times.`);
  return { kind: 'repeat', part, least, most };
}

function group(reader: Reader): Pattern {
  const { at } = reader;
  if (!reader.takes('(')) return step(reader);
  const pattern = choice(reader);
  if (!reader.takes(')')) throw new PatternError(at, 'this ( is never closed.');
  return reader.here === '[' ? withConditions(pattern, conditions(reader)) : pattern;
}

/** Conditions behind a group are those of each of its steps that has none of the kind. */
function withConditions(pattern: Pattern, where: StepConditions): Pattern {
  if (pattern.kind === 'step') return { ...pattern, where: { ...where, ...pattern.where } };
  if (pattern.kind === 'repeat') return { ...pattern, part: withConditions(pattern.part, where) };
  return { ...pattern, parts: pattern.parts.map((part) => withConditions(part, where)) };
}

const DIRECTIONS: Readonly<Record<string, StepDirection>> = { '^': 'backward', '~': 'either' };

function step(reader: Reader): PatternStep {
  const direction = DIRECTIONS[reader.match(/[\^~]/) ?? ''] ?? 'forward';
  const { at } = reader;
  const word = reader.match(/[\p{L}\p{N}_-]+/u);
  if (word === undefined) throw new PatternError(at, reader.ended ? 'a relationship type is missing at the end.' : unexpected(reader.here));
  const of = stepWord(word);
  if (of === undefined) throw new PatternError(at, `“${word}” is no relationship type and no family.${didYouMean(word)}`);
  return { kind: 'step', of, direction, where: reader.here === '[' ? conditions(reader) : {} };
}

function stepWord(word: string): PatternStep['of'] | undefined {
  const known = ['any', ...relationshipTypeIds, ...families] as const;
  return known.find((id) => id === word) ?? known.find((id) => id.toLowerCase() === word.toLowerCase());
}

function didYouMean(word: string): string {
  const start = word.toLowerCase().slice(0, 2);
  const like = [...relationshipTypeIds, ...families].filter((id: RelationshipType | Family) => id.toLowerCase().startsWith(start));
  return like.length > 0 ? ` Did you mean ${like.join(' or ')}?` : ` The families are ${families.join(', ')}.`;
}

function conditions(reader: Reader): StepConditions {
  const open = reader.at;
  reader.takes('[');
  let where: StepConditions = {};
  do {
    const { at } = reader;
    const name = reader.match(/[a-z]+/);
    const read = name === undefined ? undefined : CONDITIONS[name];
    if (!read) throw new PatternError(at, `${problemOf(name)}. Conditions are ${Object.keys(CONDITIONS).join(', ')}.`);
    where = { ...where, ...read(reader) };
  } while (reader.takes(','));
  if (!reader.takes(']'))
    throw new PatternError(reader.ended ? open : reader.at, reader.ended ? 'this [ is never closed.' : 'write , or ] here.');
  return where;
}

function problemOf(condition: string | undefined): string {
  return condition === undefined ? 'a condition is missing here' : `“${condition}” is no condition`;
}

type ReadCondition = (reader: Reader) => StepConditions;

const CONDITIONS: Readonly<Record<string, ReadCondition>> = {
  share: (reader) => {
    const { at } = reader;
    const is = shareComparisons.find((sign) => reader.takes(sign));
    if (is === undefined) throw new PatternError(at, `write share with one of ${shareComparisons.join(' ')}, as share>=50.`);
    const figure = reader.at;
    const percent = Number(reader.match(/\d+(\.\d+)?/) ?? NaN);
    if (!(percent >= 0 && percent <= 100)) throw new PatternError(figure, 'a share is a number of per cent from 0 to 100.');
    reader.takes('%');
    return { share: { is, percent } };
  },
  held: (reader) => ({ held: heldPeriod(reader, 'held') }),
  certainly: (reader) => ({ held: heldPeriod(reader, 'certainly'), certainly: true }),
  to: (reader) => ({ to: oneOrMore<EntityType>(reader, 'to', 'type of entity', entityTypeIds) }),
  status: (reader) => ({ statuses: oneOrMore<Status>(reader, 'status', 'status', statuses) }),
};

function equals(reader: Reader, name: string): void {
  if (!reader.takes('=')) throw new PatternError(reader.at, `write ${name}= and a value.`);
}

function heldPeriod(reader: Reader, name: string) {
  equals(reader, name);
  const { at } = reader;
  const [from = '', to = from, ...more] = (reader.match(/[\d.-]+/) ?? '').split('..');
  const read = more.length === 0 && boundsOf(from) && boundsOf(to) ? period.safeParse({ from, to }) : undefined;
  if (!read?.success) throw new PatternError(at, `write a time as 2009, 2009-05-31 or 2008..2012, first date first.`);
  return read.data;
}

function oneOrMore<T extends string>(reader: Reader, name: string, what: string, known: readonly T[]): T[] {
  equals(reader, name);
  const found: T[] = [];
  do {
    const { at } = reader;
    const word = reader.match(/[A-Za-z]+/) ?? '';
    const id = known.find((one) => one.toLowerCase() === word.toLowerCase());
    if (id === undefined) throw new PatternError(at, `“${word}” is no ${what}: write ${known.join(', ')}.`);
    found.push(id);
  } while (reader.takes('|'));
  return found;
}
