// Whoever asks for the types of the library alone finds it by this.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak';

/** A text with what it is set in; `key` is whoever sets it. */
export interface Span<T> {
  readonly text: string;
  readonly of: T;
}

/** The spans of a line, without the blanks at its end, and how wide it is. */
export interface BrokenLine<T> {
  readonly spans: readonly Span<T>[];
  readonly width: number;
}

/**
 * Spans filled greedily into lines of a width (UAX 14). A piece that is wider by itself is cut where it no longer fits. Always one line at
 * least.
 */
export function brokenLines<T>(spans: readonly Span<T>[], width: number, widthOf: (span: Span<T>) => number): BrokenLine<T>[] {
  const lines: Span<T>[][] = [[]];
  let used = 0;
  for (const piece of pieces(spans)) {
    const wide = sum(trimmed(piece.spans).map(widthOf));
    if (used > 0 && used + wide > width) {
      lines.push([]);
      used = 0;
    }
    for (const span of piece.spans) {
      for (const part of used === 0 && wide > width ? cut(span, width, widthOf) : [span]) {
        if (used > 0 && wide > width && used + widthOf(part) > width) {
          lines.push([]);
          used = 0;
        }
        lines.at(-1)!.push(part);
        used += widthOf(part);
      }
    }
    if (piece.required) {
      lines.push([]);
      used = 0;
    }
  }
  if (lines.length > 1 && lines.at(-1)!.length === 0) lines.pop();
  return lines.map((line) => {
    const kept = merged(trimmed(line));
    return { spans: kept, width: sum(kept.map(widthOf)) };
  });
}

interface Piece<T> {
  readonly spans: Span<T>[];
  readonly required: boolean;
}

/** What stays together, each with its part of every span. */
function pieces<T>(spans: readonly Span<T>[]): Piece<T>[] {
  const breaker = new LineBreaker(spans.map((s) => s.text).join(''));
  const found: Piece<T>[] = [];
  let [at, index, within] = [0, 0, 0];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const piece: Span<T>[] = [];
    while (at < next.position) {
      const { text, of } = spans[index]!;
      const taken = text.slice(within, within + next.position - at);
      if (taken !== '') piece.push({ text: taken.replace(/[\r\n]/g, ''), of });
      at += taken.length;
      within += taken.length;
      if (within === text.length) [index, within] = [index + 1, 0];
    }
    found.push({ spans: piece, required: next.required && /[\r\n]$/.test(spans[Math.max(0, index - (within === 0 ? 1 : 0))]!.text) });
  }
  return found;
}

/** A span that is wider than a line, in parts that are not. */
function cut<T>(span: Span<T>, width: number, widthOf: (span: Span<T>) => number): Span<T>[] {
  const parts: Span<T>[] = [];
  let text = '';
  for (const character of span.text) {
    if (text !== '' && widthOf({ text: text + character, of: span.of }) > width) {
      parts.push({ text, of: span.of });
      text = '';
    }
    text += character;
  }
  return text === '' ? parts : [...parts, { text, of: span.of }];
}

/** Without blanks at the end. */
function trimmed<T>(spans: readonly Span<T>[]): Span<T>[] {
  const kept = [...spans];
  while (kept.length > 0) {
    const last = kept.pop()!;
    const text = last.text.replace(/[ \t]+$/, '');
    if (text !== '') return [...kept, { text, of: last.of }];
  }
  return kept;
}

function merged<T>(spans: readonly Span<T>[]): Span<T>[] {
  const joined: Span<T>[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.of === span.of) joined[joined.length - 1] = { text: last.text + span.text, of: span.of };
    else joined.push(span);
  }
  return joined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
