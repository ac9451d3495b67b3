import { relationshipType } from '../model';
import { EndReader } from './endReader';
import { MaskedLine } from './maskedLine';
import { qualifierAt } from './qualifiers';
import type { ClaimLine, ClaimRead, Doubt, Findings, Lexicon, Span } from './reading';
import { SaidReader } from './saidReader';
import { verbsIn, type VerbFound } from './verbs';

/** The longest line that is read, in UTF-16 units; what is beyond it is a doubt. */
export const LONGEST_LINE = 2000;

/**
 * Reads a line as one claim: "Orascom owns Koryolink 75 % 2008-12..2015 alleged p. 4 "quote"". First the verb of the catalogue, at which
 * the line parts; before it the first name, behind it the second, as long as somebody goes by it, else up to where something else begins;
 * then, in any order, share, amount, dates, stance, locator, role and quote. A name that would be read otherwise stands in [brackets], a
 * type behind a new one in (parentheses), words of one's own behind "--". "Name: …" and "Name founded 2008" are claims about one entity.
 * Any text is read: what is not understood is a doubt with its place. Pure; never throws. Cost O(length² ) at most, of `LONGEST_LINE`.
 */
export function readClaimLine(text: string, lexicon: Lexicon): ClaimLine {
  const tail: Doubt[] =
    text.length > LONGEST_LINE
      ? [{ from: LONGEST_LINE, to: text.length, message: `A line has at most ${LONGEST_LINE} characters; this was not read.` }]
      : [];
  const read = new LineReader(new MaskedLine(text.slice(0, LONGEST_LINE)), lexicon).read();
  return { text, parts: read.parts, doubts: [...read.doubts, ...tail], ...(read.claim ? { claim: read.claim } : {}) };
}

class LineReader {
  readonly #found: Findings = { parts: [], doubts: [] };
  readonly #ends: EndReader;

  constructor(
    readonly line: MaskedLine,
    lexicon: Lexicon,
  ) {
    this.#ends = new EndReader(line, lexicon, this.#found);
  }

  read(): Findings & { readonly claim: ClaimRead | undefined } {
    const begin = this.line.skip(0);
    const verb = begin >= this.line.length ? undefined : this.#verb(begin);
    const claim = begin >= this.line.length ? undefined : verb ? this.#tie(begin, verb) : this.#entity(begin);
    const inOrder = <T extends Span>(spans: T[]) => spans.sort((a, b) => a.from - b.from);
    return { parts: inOrder(this.#found.parts), doubts: inOrder(this.#found.doubts), claim };
  }

  #tie(begin: number, verb: VerbFound): ClaimRead | undefined {
    const { from, to, type, forward } = verb;
    const subject = this.#ends.end({ from: begin, to: from }, 'subject', verb);
    this.#found.parts.push({ from, to, what: 'verb', says: relationshipType(type)[forward ? 'verb' : 'inverse'] });
    const reader = new SaidReader(this.line, this.#found);
    const at = reader.shareOf(this.line.skip(to));
    const span = this.#ends.objectSpan(at);
    const object = span && this.#ends.end(span, 'object', verb);
    if (!span) this.#found.doubts.push({ from, to, message: 'Whom or what? The second name is missing.' });
    reader.rest(span ? (this.line.typeAt(span.to)?.to ?? span.to) : at);
    if (!subject || !object) return undefined;
    return { kind: 'tie', subject, object, type, forward, said: reader.said(verb.hedge) };
  }

  /**
   * Where the line parts: at the first verb with a known name before it and behind it, else with one before it, else at the first of all.
   */
  #verb(begin: number): VerbFound | undefined {
    const { line } = this;
    const nameBefore = (verb: VerbFound) => line.bare({ from: begin, to: verb.from });
    const found = verbsIn(line.masked).filter((v) => v.from > begin && nameBefore(v) !== '');
    const colon = line.colon(begin);
    const open = colon === undefined ? found : found.filter((v) => v.from < colon);
    const before = open.filter((v) => this.#ends.known(nameBefore(v)).length > 0);
    return before.find((v) => this.#ends.knownFrom(line.skip(v.to)) !== undefined) ?? before[0] ?? open[0];
  }

  /** A claim about one entity: "Koryolink: has 5 300 subscribers", "Koryolink founded 2008". */
  #entity(begin: number): ClaimRead | undefined {
    const colon = this.line.colon(begin);
    if (colon !== undefined) return this.#saidOf({ from: begin, to: colon }, colon + 1);
    const happened =
      /(?<=\S\s+)(?:was\s+|is\s+)?(founded|established|incorporated|registered|born|dissolved|liquidated|closed|died)\s+(?:in\s+|on\s+)?/giu;
    happened.lastIndex = begin;
    for (const match of this.line.masked.matchAll(happened)) {
      const dates = qualifierAt(this.line.masked, match.index + match[0].length);
      if (match.index <= begin || dates?.what !== 'dates' || dates.value?.start === undefined) continue;
      return this.#happened({ from: begin, to: match.index }, match, dates.value.start, dates.length);
    }
    this.#unread(begin);
    return undefined;
  }

  #saidOf(name: Span, at: number): ClaimRead | undefined {
    const subject = this.#ends.end(name, 'subject');
    const reader = new SaidReader(this.line, this.#found);
    if (!reader.words(at)) {
      this.#found.doubts.push({ from: name.from, to: at, message: 'What is said of it? Write it behind the colon.' });
      return undefined;
    }
    return subject && { kind: 'entity', subject, said: reader.said() };
  }

  #happened(name: Span, match: RegExpExecArray, date: string, length: number): ClaimRead | undefined {
    const subject = this.#ends.end(name, 'subject');
    const to = match.index + match[0].length + length;
    const ends = /^(dissolved|liquidated|closed|died)$/i.test(match[1]!);
    this.#found.parts.push({ from: match.index, to, what: 'happened', says: `${ends ? 'end' : 'start'} ${date}` });
    const words = this.line.text.slice(match.index, to).trim();
    const reader = new SaidReader(this.line, this.#found, {
      statement: words.replace(/^./u, (c) => c.toUpperCase()), ...(ends ? { end: date } : { start: date }),
    });
    reader.rest(to);
    return subject && { kind: 'entity', subject, said: reader.said() };
  }

  #unread(begin: number): void {
    const { line } = this;
    const known = this.#ends.knownFrom(begin);
    if (known !== undefined) {
      const [one] = this.#ends.known(line.bare({ from: begin, to: known }));
      this.#found.parts.push({ from: begin, to: known, what: 'subject', says: one!.name });
    }
    const from = known === undefined ? begin : line.skip(known);
    const to = line.text.trimEnd().length;
    this.#found.doubts.push(
      from < to
        ? { from, to, message: 'No verb of the catalogue is here: write who owns, supplies, directs … whom.' }
        : { from: begin, to, message: 'And what of it? A verb comes next, or a colon and what is said.' },
    );
  }
}
