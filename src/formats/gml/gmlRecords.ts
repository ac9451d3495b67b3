import { wellFormed } from '../text';
import type { DatasetBuilder } from '../builder';
import { GmlTokens, LONGEST_TEXT, type GmlListener } from './gmlTokens';
import { valueOfText, valueOfWord } from './gmlValues';

/** A value of GML: a number, a text, or a list. */
export type GmlValue = string | number | GmlList;
export type GmlList = readonly (readonly [key: string, value: GmlValue])[];

/** A graph as far as it was read. */
export interface GmlGraph {
  /** 1 for the first of the file. */
  readonly number: number;
  /** What stands in it besides nodes and edges. */
  readonly entries: [string, GmlValue][];
  /** The id of the node that it lies in. */
  readonly parent: string | undefined;
}

/** A node or edge with all that stands in it, and the line where it begins. */
export interface GmlRecord {
  readonly kind: 'node' | 'edge';
  readonly entries: GmlList;
  readonly line: number;
  readonly graph: GmlGraph;
}

/** How deep lists may lie in lists. */
const DEEPEST_GML = 64;
/** How many plain values a list may have. */
const MOST_KEYS = 10_000;
/** Longer keys are cut. */
const LONGEST_KEY = 200;

interface Frame {
  readonly kind: 'file' | 'graph' | 'node' | 'edge' | 'list';
  readonly key: string;
  readonly entries: [string, GmlValue][];
  readonly line: number;
  readonly graph: GmlGraph | undefined;
}

/**
 * Visits the nodes and edges of a GML text, each when it ends, so that what is known of its graph by then is the same
 * however the text is cut into pieces. A bracket that
 * is missing at the end of a node or edge is put there where the next begins; brackets too many, keys without values and
 * what is too deep are reported and passed over. Never recurses.
 */
export class GmlRecords implements GmlListener {
  /** What stands beside the graphs: Creator, Version, comment. */
  readonly head: [string, GmlValue][] = [];
  readonly #tokens = new GmlTokens(this);
  readonly #stack: Frame[] = [{ kind: 'file', key: '', entries: this.head, line: 1, graph: undefined }];
  readonly #crowded = new WeakSet<object>();
  #key: string | undefined;
  #keyLine = 1;
  #skipped = 0;
  #graphs = 0;

  constructor(
    readonly builder: DatasetBuilder,
    readonly visit: (record: GmlRecord) => void,
  ) {}

  push(piece: string): void {
    this.#tokens.push(piece);
  }

  end(): void {
    this.#tokens.end();
    const open = this.#stack.at(-1)!;
    this.#dropKey();
    if (this.#stack.length > 1)
      this.builder.error(
        'cut-short', open.line, `The file ends inside “${open.key}”, which begins here; what was there of it was read.`,
        'Check that the file was saved or downloaded to its end.', open.key,
      );
    while (this.#stack.length > 1) this.#pop();
  }

  open(line: number): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    if (this.#key === undefined)
      this.builder.warn(
        'no-key', line, 'A list stands here without a key before it; it is kept under “list”.', 'Write the key before the bracket.',
      );
    const key = this.#key ?? 'list';
    this.#key = undefined;
    if (this.#stack.length > DEEPEST_GML) {
      this.builder.warn(
        'too-deep', line, `More than ${DEEPEST_GML} lists lie in one another here; what is in “${key}” was not read.`,
        'Check where the file comes from.', key,
      );
      this.builder.miss('lists too deep');
      this.#skipped = 1;
      return;
    }
    this.#push(key, line);
  }

  close(line: number): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    this.#dropKey();
    if (this.#stack.length === 1)
      this.builder.warn('extra-bracket', line, 'This bracket closes nothing.', 'Check whether a “[” is missing before it.', ']');
    else this.#pop();
  }

  word(text: string, line: number): void {
    if (this.#skipped > 0) return;
    if (this.#key !== undefined) this.#put(valueOfWord(text));
    else {
      this.#key = text.length > LONGEST_KEY ? wellFormed(text.slice(0, LONGEST_KEY)) : text;
      this.#keyLine = line;
    }
  }

  quoted(text: string, line: number): void {
    if (this.#skipped > 0) return;
    if (this.#key !== undefined) this.#put(valueOfText(text));
    else {
      this.builder.warn(
        'no-key', line, 'A text stands here without a key before it; it was not read.', 'Write the key before the text.', text,
      );
      this.builder.miss('texts without a key');
    }
  }

  unclosed(line: number): void {
    this.builder.warn(
      'unclosed-text',
      line,
      `The quote that is opened in this line is not closed, or not within ${LONGEST_TEXT} characters; `
      + `the text was taken to end with the line.`,
      'Close the quote; quotes inside a text are written &quot;.',
    );
  }

  #put(value: GmlValue): void {
    const { entries, line } = this.#stack.at(-1)!;
    if (entries.length < MOST_KEYS) entries.push([this.#key!, value]);
    else this.#tooMany(entries, line);
    this.#key = undefined;
  }

  #tooMany(entries: [string, GmlValue][], line: number): void {
    if (entries.length === MOST_KEYS && !this.#crowded.has(entries))
      this.builder.warn(
        'too-many-keys', line, `The list that begins here has more than ${MOST_KEYS} values; the others were not read.`,
        'Check where the file comes from.',
      );
    this.#crowded.add(entries);
    this.builder.miss('values beyond the limit of a list');
  }

  #dropKey(): void {
    if (this.#key === undefined) return;
    this.builder.warn('no-value', this.#keyLine, `“${this.#key}” has no value.`, 'Write a value behind it, or take it out.', this.#key);
    this.builder.miss('keys without a value');
    this.#key = undefined;
  }

  #push(key: string, line: number): void {
    const word = key.toLowerCase();
    if ((word === 'node' || word === 'edge') && this.#inRecord()) this.#closeForgotten(line, key);
    const above = this.#stack.at(-1)!;
    const kind =
      word === 'graph' && (above.kind === 'file' || above.kind === 'node')
        ? 'graph'
        : above.kind === 'graph' && (word === 'node' || word === 'edge')
          ? word
          : 'list';
    this.#stack.push({ kind, key, entries: [], line, graph: above.graph });
    if (kind === 'graph') this.#beginGraph(above);
  }

  #beginGraph(above: Frame): void {
    const nested = above.kind === 'node';
    if (!nested) this.#graphs += 1;
    const id = above.entries.find(([name, value]) => name.toLowerCase() === 'id' && typeof value !== 'object')?.[1];
    const frame = this.#stack.at(-1)!;
    const graph: GmlGraph = {
      number: nested ? above.graph!.number : this.#graphs, entries: frame.entries,
      parent: nested && id !== undefined ? String(id) : undefined,
    };
    this.#stack[this.#stack.length - 1] = { ...frame, graph };
  }

  /** Whether a node or edge is open that is in no graph of its own. */
  #inRecord(): boolean {
    const found = this.#stack.findLast(({ kind }) => kind !== 'list');
    return found?.kind === 'node' || found?.kind === 'edge';
  }

  #closeForgotten(line: number, key: string): void {
    const { key: forgotten } = this.#stack.findLast(({ kind }) => kind === 'node' || kind === 'edge')!;
    this.builder.warn(
      'missing-bracket', line, `The ${forgotten} before this ${key} is not closed; it was closed here.`, 'Write the missing “]”.', key,
    );
    while (this.#inRecord()) this.#pop();
  }

  #pop(): void {
    const { kind, key, entries, line, graph } = this.#stack.pop()!;
    if (kind === 'node' || kind === 'edge') this.visit({ kind, entries, line, graph: graph! });
    else if (kind === 'list') this.#stack.at(-1)!.entries.push([key, entries]);
  }
}
