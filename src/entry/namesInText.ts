import type { Span } from './reading';

/** A name of somebody in a text. */
interface NameInText extends Span {
  /** The id of the entity. */
  readonly id: string;
}

/** Names that are looked for: of whom, and by which names. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** Shorter names stand in many texts without meaning anybody, in characters. */
const SHORTEST = 3;

/**
 * Where entities are named in a text, whole words alone, capitals as they are written; where names overlap the longer one counts. In order
 * of places, none overlapping another. Cost O(text · names that begin with one of its words).
 */
export function namesInText(text: string, entities: Iterable<Named>): NameInText[] {
  const byWord = wordsOf(entities);
  const found: NameInText[] = [];
  const words = /[\p{L}\p{N}]+/gu;
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const from = match.index;
    const name = (byWord.get(match[0]) ?? []).find((one) => standsAt(text, from, one.name));
    if (!name) continue;
    const to = from + lengthIn(text, from, name.name);
    found.push({ from, to, id: name.id });
    words.lastIndex = to;
  }
  return found;
}

interface OneName {
  readonly id: string;
  /** Each run of spaces is one. */
  readonly name: string;
}

/** The names by their first word, the longest first. */
function wordsOf(entities: Iterable<Named>): ReadonlyMap<string, readonly OneName[]> {
  const byWord = new Map<string, OneName[]>();
  for (const { id, names } of entities) {
    for (const raw of names) {
      const name = raw.replace(/\s+/g, ' ').trim();
      const [first] = /[\p{L}\p{N}]+/u.exec(name) ?? [];
      if (first === undefined || name.length < SHORTEST || !name.startsWith(first)) continue;
      byWord.set(first, [...(byWord.get(first) ?? []), { id, name }]);
    }
  }
  for (const names of byWord.values()) names.sort((a, b) => b.name.length - a.name.length);
  return byWord;
}

function standsAt(text: string, from: number, name: string): boolean {
  const length = lengthIn(text, from, name);
  return length > 0 && !/^[\p{L}\p{N}]/u.test(text.slice(from + length));
}

/** How many characters of the text a name takes there, whose blanks may be line breaks; 0 where it is not there. */
function lengthIn(text: string, from: number, name: string): number {
  let at = from;
  for (const char of name) {
    if (char === ' ') {
      const blanks = /^\s+/.exec(text.slice(at, at + 8))?.[0].length ?? 0;
      if (blanks === 0) return 0;
      at += blanks;
    } else if (text.startsWith(char, at)) at += char.length;
    else return 0;
  }
  return at - from;
}
