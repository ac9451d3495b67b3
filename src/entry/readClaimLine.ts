import { entityTypeIds, entityTypes, datesText, relationshipType, shareText, type EntityType, type Interval } from '../model';
import { guessType } from './guessType';
import { qualifierAt, type QualifierFound } from './qualifiers';
import type { ClaimLine, ClaimRead, Doubt, EndRead, Lexicon, NamedEntity, Said, Span, Understood } from './reading';
import { verbsIn, type VerbFound } from './verbs';

/** The longest line that is read, in UTF-16 units; what is beyond it is a doubt. */
export const LONGEST_LINE = 2000;
/** A known name has at most so many words. */
const MOST_WORDS = 12;
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“”', '‟': '”', '「': '」', '『': '』' };

/**
 * Reads a line as one claim: "Orascom owns Koryolink 75 % 2008-12..2015 alleged p. 4 "quote"". First the verb of the catalogue, at which
 * the line parts; before it the first name, behind it the second, as long as somebody goes by it, else up to where something else begins;
 * then, in any order, share, amount, dates, stance, locator, role and quote. A name that would be read otherwise stands in [brackets], a
 * type behind a new one in (parentheses), words of one's own behind "--". "Name: …" and "Name founded 2008" are claims about one entity.
 * Any text is read: what is not understood is a doubt with its place. Pure; never throws. Cost O(length² ) at most, of `LONGEST_LINE`.
 */
export function readClaimLine(text: string, lexicon: Lexicon): ClaimLine {
  const line = text.slice(0, LONGEST_LINE);
  const tail: Doubt[] =
    text.length > LONGEST_LINE
      ? [{ from: LONGEST_LINE, to: text.length, message: `A line has at most ${LONGEST_LINE} characters; this was not read.` }]
      : [];
  const read = new LineReader(line, lexicon).read();
  return { text, parts: read.parts, doubts: [...read.doubts, ...tail], ...(read.claim ? { claim: read.claim } : {}) };
}

class LineReader {
  readonly parts: Understood[] = [];
  readonly doubts: Doubt[] = [];
  readonly #masked: string;
  readonly #quotes: readonly (Span & { readonly text: string; readonly open: boolean })[];

  constructor(
    readonly line: string,
    readonly lexicon: Lexicon,
  ) {
    this.#quotes = quotesIn(line);
    this.#masked = masked(line, this.#quotes);
  }

  read(): { parts: readonly Understood[]; doubts: readonly Doubt[]; claim?: ClaimRead } {
    const begin = this.#skip(0);
    const verb = begin >= this.line.length ? undefined : this.#verb(begin);
    const claim = begin >= this.line.length ? undefined : verb ? this.#tie(begin, verb) : this.#entity(begin);
    const inOrder = <T extends Span>(spans: T[]) => spans.sort((a, b) => a.from - b.from);
    return { parts: inOrder(this.parts), doubts: inOrder(this.doubts), ...(claim ? { claim } : {}) };
  }

  #tie(begin: number, verb: VerbFound): ClaimRead | undefined {
    const subject = this.#end({ from: begin, to: verb.from }, 'subject', verb);
    this.parts.push({ from: verb.from, to: verb.to, what: 'verb', says: relationshipType(verb.type)[verb.forward ? 'verb' : 'inverse'] });
    let at = this.#skip(verb.to);
    const said: Taken = {};
    const before = this.#shareOf(at);
    if (before) {
      this.#take(before, at, said);
      at = this.#skip(at + before.length);
    }
    const span = this.#objectSpan(at);
    const object = span && this.#end(span, 'object', verb);
    if (!span) this.doubts.push({ from: verb.from, to: verb.to, message: 'Whom or what? The second name is missing.' });
    this.#rest(span ? this.#afterName(span.to) : at, said);
    if (!subject || !object) return undefined;
    return { kind: 'tie', subject, object, type: verb.type, forward: verb.forward, said: saidOf(said, verb.hedge) };
  }

  /**
   * Where the line parts: at the first verb with a known name before it and behind it, else with one before it, else at the first of all.
   */
  #verb(begin: number): VerbFound | undefined {
    const found = verbsIn(this.#masked).filter((v) => v.from > begin && this.#bare({ from: begin, to: v.from }) !== '');
    const colon = this.#colon(begin);
    const open = colon === undefined ? found : found.filter((v) => v.from < colon);
    const before = open.filter((v) => this.#known(this.#bare({ from: begin, to: v.from })).length > 0);
    return before.find((v) => this.#knownFrom(this.#skip(v.to)) !== undefined) ?? before[0] ?? open[0];
  }

  /** A claim about one entity: "Koryolink: has 5 300 subscribers", "Koryolink founded 2008". */
  #entity(begin: number): ClaimRead | undefined {
    const colon = this.#colon(begin);
    if (colon !== undefined) return this.#saidOf({ from: begin, to: colon }, colon + 1);
    const happened =
      /(?<=\S\s+)(?:was\s+|is\s+)?(founded|established|incorporated|registered|born|dissolved|liquidated|closed|died)\s+(?:in\s+|on\s+)?/giu;
    happened.lastIndex = begin;
    for (const match of this.#masked.matchAll(happened)) {
      const dates = qualifierAt(this.#masked, match.index + match[0].length);
      if (match.index <= begin || dates?.what !== 'dates' || dates.value?.start === undefined) continue;
      return this.#happened({ from: begin, to: match.index }, match, dates.value.start, dates.length);
    }
    this.#unread(begin);
    return undefined;
  }

  #saidOf(name: Span, at: number): ClaimRead | undefined {
    const subject = this.#end(name, 'subject');
    const quote = this.#quotes.find((q) => q.from >= at);
    const from = this.#skip(at);
    const until = quote?.from ?? this.line.length;
    const words = this.line.slice(from, until).trimEnd();
    const locator = trailingLocator(words);
    const statement = locator === undefined ? words : words.slice(0, locator.at).replace(/[\s,;(]+$/, '');
    const said: Taken = {};
    if (statement !== '') {
      said.statement = statement;
      this.parts.push({ from, to: from + statement.length, what: 'statement', says: statement });
    }
    if (locator) {
      said.locator = locator.text;
      this.parts.push({ from: from + locator.at, to: from + words.length, what: 'locator', says: locator.text });
    }
    if (quote) this.#rest(quote.from, said);
    if (statement === '' && said.quote === undefined) {
      this.doubts.push({ from: name.from, to: at, message: 'What is said of it? Write it behind the colon.' });
      return undefined;
    }
    return subject && { kind: 'entity', subject, said: saidOf({ ...said, quote: said.quote }) };
  }

  #happened(name: Span, match: RegExpMatchArray, date: string, length: number): ClaimRead | undefined {
    const subject = this.#end(name, 'subject');
    const to = match.index! + match[0].length + length;
    const word = match[1]!.toLowerCase();
    const ends = /^(dissolved|liquidated|closed|died)$/.test(word);
    this.parts.push({ from: match.index!, to, what: 'happened', says: `${ends ? 'end' : 'start'} ${date}` });
    const said: Taken = {
      statement: this.line
        .slice(match.index!, to)
        .trim()
        .replace(/^./u, (c) => c.toUpperCase()),
      ...(ends ? { end: date } : { start: date }),
    };
    this.#rest(this.#skip(to), said);
    return subject && { kind: 'entity', subject, said: saidOf(said) };
  }

  /** An end of a tie. Several who go by one name are a doubt: nobody is chosen in their place. */
  #end(span: Span, what: 'subject' | 'object', verb?: VerbFound): EndRead | undefined {
    const typed = what === 'subject' ? this.#typeBehind(span) : undefined;
    const of = typed ? { from: span.from, to: typed.from } : span;
    const declared = typed ?? (what === 'object' ? this.#typeAt(span.to) : undefined);
    const place = this.#place(of);
    const name = this.#bare(of);
    if (name === '') {
      this.doubts.push({ ...place, message: 'A name is missing here.' });
      return undefined;
    }
    const known = this.#known(name);
    if (known.length > 1) {
      this.doubts.push({ ...place, message: `${known.length} entities go by “${name}”: choose one (Tab).` });
      return undefined;
    }
    if (known.length === 0 && name.startsWith('@')) {
      this.doubts.push({ ...place, message: `Nothing here has the id “${name.slice(1)}”.` });
      return undefined;
    }
    const end = verb && ((what === 'subject') === verb.forward ? 'from' : 'to');
    if (declared) this.parts.push({ from: declared.from, to: declared.to, what: 'type', says: entityTypes[declared.type].label });
    const [one] = known;
    if (one) {
      this.parts.push({ ...place, what, says: one.name });
      return { ...place, name, known: one };
    }
    const type = declared?.type ?? guessType(name, verb?.type, end);
    this.parts.push({ ...place, what, says: `new ${entityTypes[type].label}: ${name}` });
    return { ...place, name, type, guessed: declared === undefined };
  }

  /**
   * Where the second name stands: the longest that somebody goes by; what stands in brackets; else all up to where something else begins.
   */
  #objectSpan(at: number): Span | undefined {
    if (at >= this.line.length || this.#quotes.some((q) => q.from === at)) return undefined;
    if (this.line[at] === '[') {
      const close = this.line.indexOf(']', at);
      return { from: at, to: close === -1 ? this.line.length : close + 1 };
    }
    const known = this.#knownFrom(at);
    if (known !== undefined) return { from: at, to: known };
    let to = at;
    for (const { from, to: end } of wordsFrom(this.#masked, at)) {
      if (from > at && (this.#typeAt(from) || qualifierAt(this.#masked, from) || /^(--|—)$/.test(this.line.slice(from, end)))) break;
      if (from === at && qualifierAt(this.#masked, from)) return undefined;
      to = end;
    }
    const trimmed = this.line.slice(at, to).replace(/[\s,;(]+$/u, '');
    return trimmed === '' ? undefined : { from: at, to: at + trimmed.length };
  }

  /** Behind the longest name from a place on that somebody goes by. */
  #knownFrom(at: number): number | undefined {
    const words = wordsFrom(this.#masked, at).slice(0, MOST_WORDS);
    for (const { from, to } of words.reverse()) {
      // Names are compared by their letters and figures; a word without any is none of a name.
      if (!/[\p{L}\p{N}]/u.test(this.line.slice(from, to))) continue;
      const name = this.line.slice(at, to).replace(/[,;]$/, '');
      // A capital behind it goes on with the name: “Star Net” is not “Star”.
      if (name !== '' && this.#known(name).length > 0 && !/^\s+\p{Lu}/u.test(this.#masked.slice(at + name.length))) return at + name.length;
    }
    return undefined;
  }

  #known(name: string): readonly NamedEntity[] {
    return name === '' ? [] : (this.lexicon.named(name) ?? []);
  }

  /** Everything behind the names: qualifiers in any order, a quote, words of one's own; the rest is doubted. */
  #rest(start: number, said: Taken): void {
    let at = this.#skip(start);
    let unread: Span | undefined;
    const close = () => {
      if (unread) this.doubts.push({ ...unread, message: `“${this.line.slice(unread.from, unread.to)}” is not understood.` });
      unread = undefined;
    };
    while (at < this.line.length) {
      const to = this.#one(at, said);
      if (to !== undefined) {
        close();
        at = this.#skip(to);
        continue;
      }
      const [word] = wordsFrom(this.#masked, at);
      const end = word?.to ?? this.line.length;
      unread = { from: unread?.from ?? at, to: end };
      at = this.#skip(end);
    }
    close();
  }

  #one(at: number, said: Taken): number | undefined {
    const quote = this.#quotes.find((q) => q.from === at);
    if (quote) {
      this.#quote(quote, said);
      return quote.to;
    }
    const own = /^(?:--|—)\s*/.exec(this.#masked.slice(at));
    if (own) return this.#statement(at, at + own[0].length, said);
    const found = qualifierAt(this.#masked, at);
    if (!found) return undefined;
    this.#take(found, at, said);
    return at + found.length;
  }

  #quote(quote: Span & { readonly text: string; readonly open: boolean }, said: Taken): void {
    if (quote.open) this.doubts.push({ from: quote.from, to: quote.to, message: 'The quote is not closed.' });
    else if (said.quote !== undefined)
      this.doubts.push({ from: quote.from, to: quote.to, message: 'A claim has one quote; this is the second.' });
    else if (quote.text.trim() === '') this.doubts.push({ from: quote.from, to: quote.to, message: 'The quote is empty.' });
    else {
      said.quote = quote.text.trim();
      this.parts.push({ from: quote.from, to: quote.to, what: 'quote', says: said.quote });
    }
  }

  #statement(at: number, from: number, said: Taken): number {
    const until = this.#quotes.find((q) => q.from >= from)?.from ?? this.line.length;
    const words = this.line.slice(from, until).trim();
    const to = words === '' ? until : from + this.line.slice(from, until).trimEnd().length;
    if (words === '' || said.statement !== undefined)
      this.doubts.push({
        from: at, to: Math.max(to, at + 1),
        message: words === '' ? 'No words stand behind the dash.' : 'A claim has one statement; this is the second.',
      });
    else {
      said.statement = words;
      this.parts.push({ from: at, to, what: 'statement', says: words });
    }
    return Math.max(to, at + 1);
  }

  /** A qualifier that is there already is a doubt; a second locator goes with the first. */
  #take(found: QualifierFound, at: number, said: Taken): void {
    const span = { from: at, to: at + found.length };
    if (found.doubt !== undefined) return void this.doubts.push({ ...span, message: found.doubt });
    const { what } = found;
    const again =
      what === 'dates'
        ? (found.value.start !== undefined && said.start !== undefined) || (found.value.end !== undefined && said.end !== undefined)
        : what !== 'locator' && said[what] !== undefined;
    if (again) return void this.doubts.push({ ...span, message: `There are two ${TWICE[what]}; which is meant?` });
    if (what === 'dates') Object.assign(said, found.value);
    else if (what === 'locator') said.locator = said.locator === undefined ? found.value : `${said.locator}, ${found.value}`;
    else Object.assign(said, { [what]: found.value });
    this.parts.push({ ...span, what, says: saysOf(found) });
  }

  /** "75 % of": a share between verb and name. */
  #shareOf(at: number): Extract<QualifierFound, { what: 'share' }> | undefined {
    const found = qualifierAt(this.#masked, at);
    if (found?.what !== 'share') return undefined;
    const of = /^\s+of(?=\s)/iu.exec(this.#masked.slice(at + found.length));
    return of ? { ...found, length: found.length + of[0].length } : undefined;
  }

  #unread(begin: number): void {
    const known = this.#knownFrom(begin);
    if (known !== undefined)
      this.parts.push({ from: begin, to: known, what: 'subject', says: this.#known(this.#bare({ from: begin, to: known }))[0]!.name });
    const from = known === undefined ? begin : this.#skip(known);
    const to = this.line.trimEnd().length;
    if (from < to) this.doubts.push({ from, to, message: 'No verb of the catalogue is here: write who owns, supplies, directs … whom.' });
    else this.doubts.push({ from: begin, to, message: 'And what of it? A verb comes next, or a colon and what is said.' });
  }

  /** Of a name in brackets what is in them; without the blanks around. */
  #bare(span: Span): string {
    const raw = this.line.slice(span.from, span.to).trim().replace(/[,;]+$/, '');
    return (raw.startsWith('[') ? raw.slice(1).replace(/\]$/, '') : raw).replace(/\s+/g, ' ').trim();
  }

  #place({ from, to }: Span): Span {
    const raw = this.line.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    return { from: start, to: Math.max(start, from + raw.trimEnd().length) };
  }

  #colon(begin: number): number | undefined {
    const at = /:(?=\s|$|["“«„])/u.exec(this.#masked.slice(begin));
    return at && at.index > 0 ? begin + at.index : undefined;
  }

  #afterName(to: number): number {
    return this.#typeAt(to)?.to ?? to;
  }

  /** "(company)" at a place, blanks before it. */
  #typeAt(at: number): (Span & { readonly type: EntityType }) | undefined {
    const match = /^\s*\(([^()]{1,30})\)/u.exec(this.#masked.slice(at));
    const type = match && typeNamed(match[1]!);
    return match && type ? { from: at + match[0].indexOf('('), to: at + match[0].length, type } : undefined;
  }

  #typeBehind({ from, to }: Span): (Span & { readonly type: EntityType }) | undefined {
    const match = /\(([^()]{1,30})\)\s*$/u.exec(this.#masked.slice(from, to));
    const type = match && typeNamed(match[1]!);
    return match && type && match.index > 0
      ? { from: from + match.index, to: from + match.index + match[0].trimEnd().length, type }
      : undefined;
  }

  /** The first character from a place on that is no blank and nothing that only parts. */
  #skip(at: number): number {
    let next = at;
    while (next < this.line.length && /[\s,;()]/u.test(this.line[next]!)) next += 1;
    return next;
  }
}

/** What was taken so far. */
type Taken = { -readonly [K in keyof Said]?: Said[K] | undefined };

const TWICE: Readonly<Record<QualifierFound['what'], string>> = {
  share: 'shares', amount: 'sums', dates: 'dates', stance: 'stances', locator: 'places', indirect: 'words for “indirectly”', role: 'roles',
  made: 'dates of the claim',
};

function saidOf(taken: Taken, hedge?: 'alleges'): Said {
  const entries = Object.entries({ ...taken, stance: taken.stance ?? hedge ?? 'asserts' }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Said;
}

function saysOf(found: Extract<QualifierFound, { doubt?: undefined }>): string {
  if (found.what === 'share') return shareText(found.value);
  if (found.what === 'amount')
    return `${found.value.ceiling ? 'up to ' : ''}${found.value.value.toLocaleString('en')} ${found.value.currency}`;
  if (found.what === 'dates') return datesText(found.value satisfies Interval);
  if (found.what === 'indirect') return 'held through others';
  return found.what === 'made' ? `said ${found.value}` : found.value;
}

function typeNamed(word: string): EntityType | undefined {
  const wanted = word.trim().toLowerCase();
  return entityTypeIds.find((id) => id.toLowerCase() === wanted.replace(/\s+/g, '') || entityTypes[id].label === wanted);
}

/** A locator at the very end of what is said of an entity. */
function trailingLocator(words: string): { at: number; text: string } | undefined {
  for (const { from } of wordsFrom(words, 0).slice(-4)) {
    const found = qualifierAt(words, from);
    if (found?.what === 'locator' && found.value !== undefined && words.slice(from + found.length).trim() === '')
      return { at: from, text: found.value };
  }
  return undefined;
}

function wordsFrom(text: string, at: number): Span[] {
  return [...text.slice(at).matchAll(/\S+/gu)].map((m) => ({ from: at + m.index, to: at + m.index + m[0].length }));
}

/** Passages in quotation marks; one that is not closed goes to the end of the line. A quotation mark within a word is none. */
function quotesIn(line: string): (Span & { text: string; open: boolean })[] {
  const found: (Span & { text: string; open: boolean })[] = [];
  let at = 0;
  while (at < line.length) {
    const closing = /(^|[\s,;(:])$/u.test(line.slice(Math.max(0, at - 1), at)) ? QUOTES[line[at]!] : undefined;
    if (closing === undefined || inBrackets(line, at)) {
      at += 1;
      continue;
    }
    const end = [...closing].map((c) => line.indexOf(c, at + 1)).filter((i) => i !== -1).sort((a, b) => a - b)[0];
    const to = end === undefined ? line.length : end + 1;
    found.push({ from: at, to, text: line.slice(at + 1, end ?? line.length), open: end === undefined });
    at = to;
  }
  return found;
}

function inBrackets(line: string, at: number): boolean {
  const open = line.lastIndexOf('[', at);
  return open !== -1 && line.indexOf(']', open) > at;
}

/** The line with what is no verb and no qualifier blanked, character by character: quotes, and names in brackets. */
function masked(line: string, quotes: readonly Span[]): string {
  const blank = (text: string, { from, to }: Span) => text.slice(0, from) + '\u0002'.repeat(to - from) + text.slice(to);
  const brackets = [...line.matchAll(/\[[^\]]*\]/gu)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
  return [...quotes, ...brackets].reduce(blank, line);
}

/** Whether a name would be read as something else where it stands in a line, so that it wants brackets. */
function wantsBrackets(name: string): boolean {
  if (/^[(),;:]|[(),;:]$/u.test(name)) return true;
  if (/["“”«»„‟「」『』[\]]|--|—|^@|:(\s|$)/u.test(name) || verbsIn(` ${name} `).length > 0) return true;
  return wordsFrom(name, 0).some(({ from }) => qualifierAt(name, from) !== undefined) || /\((?:[^()]*)\)\s*$/u.test(name);
}

/** A name as it stands in a line. */
export function writtenName(name: string): string {
  return wantsBrackets(name) ? `[${name.replace(/[[\]]/g, ' ').replace(/\s+/g, ' ').trim()}]` : name;
}

