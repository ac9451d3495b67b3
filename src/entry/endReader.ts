import { entityTypes } from '../model';
import { guessType } from './guessType';
import type { MaskedLine } from './maskedLine';
import { qualifierAt } from './qualifiers';
import type { EndRead, Findings, Lexicon, NamedEntity, Span } from './reading';
import type { VerbFound } from './verbs';

/** A known name has at most so many words. */
const MOST_WORDS = 12;

/** Reads the names of a line: who is known by one, where one ends, and what somebody new is. */
export class EndReader {
  constructor(
    readonly line: MaskedLine,
    readonly lexicon: Lexicon,
    readonly found: Findings,
  ) {}

  /** An end of a tie. Several who go by one name are a doubt: nobody is chosen in their place. */
  end(span: Span, what: 'subject' | 'object', verb?: VerbFound): EndRead | undefined {
    const { line, found } = this;
    const typed = what === 'subject' ? line.typeBehind(span) : undefined;
    const of = typed ? { from: span.from, to: typed.from } : span;
    const declared = typed ?? (what === 'object' ? line.typeAt(span.to) : undefined);
    const place = line.place(of);
    const name = line.bare(of);
    const known = this.known(name);
    const doubt = doubtOf(name, known);
    if (doubt !== undefined) {
      found.doubts.push({ ...place, message: doubt });
      return undefined;
    }
    if (declared) found.parts.push({ from: declared.from, to: declared.to, what: 'type', says: entityTypes[declared.type].label });
    const [one] = known;
    if (one) {
      found.parts.push({ ...place, what, says: one.name });
      return { ...place, name, known: one };
    }
    const type = declared?.type ?? guessType(name, verb?.type, verb && ((what === 'subject') === verb.forward ? 'from' : 'to'));
    found.parts.push({ ...place, what, says: `new ${entityTypes[type].label}: ${name}` });
    return { ...place, name, type, guessed: declared === undefined };
  }

  /**
   * Where the second name stands: the longest that somebody goes by; what stands in brackets; else all up to where something else begins.
   */
  objectSpan(at: number): Span | undefined {
    const { line } = this;
    if (at >= line.length || line.quotes.some((q) => q.from === at)) return undefined;
    if (line.text[at] === '[') {
      const close = line.text.indexOf(']', at);
      return { from: at, to: close === -1 ? line.length : close + 1 };
    }
    const known = this.knownFrom(at);
    if (known !== undefined) return { from: at, to: known };
    let to = at;
    for (const { from, to: end } of line.wordsFrom(at)) {
      if (from > at && (line.typeAt(from) || qualifierAt(line.masked, from) || /^(--|—)$/.test(line.text.slice(from, end)))) break;
      if (from === at && qualifierAt(line.masked, from)) return undefined;
      to = end;
    }
    const trimmed = line.text.slice(at, to).replace(/[\s,;(]+$/u, '');
    return trimmed === '' ? undefined : { from: at, to: at + trimmed.length };
  }

  /** Behind the longest name from a place on that somebody goes by. */
  knownFrom(at: number): number | undefined {
    const { text, masked } = this.line;
    const words = this.line.wordsFrom(at).slice(0, MOST_WORDS);
    for (const { from, to } of words.reverse()) {
      // Names are compared by their letters and figures; a word without any is none of a name.
      if (!/[\p{L}\p{N}]/u.test(text.slice(from, to))) continue;
      const name = text.slice(at, to).replace(/[,;]$/, '');
      // A capital behind it goes on with the name: “Star Net” is not “Star”.
      if (name !== '' && this.known(name).length > 0 && !/^\s+\p{Lu}/u.test(masked.slice(at + name.length))) return at + name.length;
    }
    return undefined;
  }

  /** Who goes by a name. */
  known(name: string): readonly NamedEntity[] {
    return name === '' ? [] : (this.lexicon.named(name) ?? []);
  }
}

/** Why a name is nobody's end. */
function doubtOf(name: string, known: readonly NamedEntity[]): string | undefined {
  if (name === '') return 'A name is missing here.';
  if (known.length > 1) return `${known.length} entities go by “${name}”: choose one (Tab).`;
  return known.length === 0 && name.startsWith('@') ? `Nothing here has the id “${name.slice(1)}”.` : undefined;
}
