import { foldText, type LegalFormKind } from '../../model';
import type { Comparable, ComparableName } from './comparable';
import type { Evidence } from './evidence';
import { personSimilarity, thingSimilarity, type NameSimilarity } from './nameSimilarity';
import type { Vocabulary } from './vocabulary';

/** Bits for the same name, if its words are as rare as can be. People share names more often than companies do. */
const SAME_THING = 7;
const SAME_PERSON = 6;
/** What part of that a name of the most common words is worth. */
const COMMON_NAME = 0.6;
/** From here on names are alike; below `UNLIKE` they speak against. */
const ALIKE = 0.7;
const UNLIKE = 0.5;
const OTHER_NAMES = -3;
const OTHER_FORM = -1;
const OTHER_SORT_OF_FORM = -3;
/** An alias is worth a little less than the name. */
const ALIAS = 0.97;

interface BestNames extends NameSimilarity {
  a: ComparableName;
  b: ComparableName;
}

/**
 * What the names say: those two of all that are most alike, and legal forms of two kinds; with `differences`, also that they have nothing
 * in common, where their scripts could show it.
 */
export function nameEvidence(a: Comparable, b: Comparable, vocabulary: Vocabulary, differences: boolean): Evidence[] {
  const best = bestNames(a, b, vocabulary);
  if (best === undefined) return [];
  const kind = best.a.alias || best.b.alias ? 'alias' : 'name';
  if (best.similarity >= ALIKE) {
    const most = a.person && b.person ? SAME_PERSON : SAME_THING;
    const weight = (most * (best.similarity - ALIKE) * (COMMON_NAME + (1 - COMMON_NAME) * best.rarity)) / (1 - ALIKE);
    return [{ kind, weight, say: () => sentenceOf(best) }, ...formEvidence(best)];
  }
  if (!differences || best.similarity >= UNLIKE || !sameScript(best.a.written, best.b.written)) return [];
  return [{
    kind: 'name', weight: (OTHER_NAMES * (UNLIKE - best.similarity)) / UNLIKE,
    say: () => `The names differ: ${bothNames(a.names[0]!, b.names[0]!)}.`,
  }];
}

function bestNames(a: Comparable, b: Comparable, vocabulary: Vocabulary): BestNames | undefined {
  let best: BestNames | undefined;
  const measure = a.person && b.person ? personSimilarity : thingSimilarity;
  for (const x of a.names) {
    for (const y of b.names) {
      const found = measure(x, y, vocabulary);
      const similarity = found.similarity * (x.alias || y.alias ? ALIAS : 1);
      if (best === undefined || similarity > best.similarity) best = { similarity, rarity: found.rarity, a: x, b: y };
      if (similarity === 1) return best;
    }
  }
  return best;
}

/** Kinds of form that a firm does not have: a foundation or trust of one name is another thing. "Co., Ltd." is a firm of any kind. */
const NO_FIRM: ReadonlySet<LegalFormKind> = new Set<LegalFormKind>(['foundation', 'association', 'cooperative', 'trust']);

function formEvidence({ a, b }: BestNames): Evidence[] {
  if (a.forms.size === 0 || b.forms.size === 0 || [...a.forms].some((form) => b.forms.has(form))) return [];
  const firms = [a, b].map(({ forms }) => ![...forms].some((form) => NO_FIRM.has(form)));
  const weight = firms[0] !== firms[1] ? OTHER_SORT_OF_FORM : a.forms.has('any') || b.forms.has('any') ? 0 : OTHER_FORM;
  return weight === 0
    ? []
    : [{ kind: 'name', weight, say: () => `Their legal forms are of two kinds: ${kindsText(a.forms)} and ${kindsText(b.forms)}.` }];
}

const FORM_TEXT: Readonly<Record<LegalFormKind, string>> = {
  limited: 'limited company', stock: 'stock company', partnership: 'partnership', soleTrader: 'sole trader', foundation: 'foundation',
  association: 'association', cooperative: 'cooperative', state: 'state enterprise', trust: 'trust', any: 'company',
};

function kindsText(forms: ReadonlySet<LegalFormKind>): string {
  return [...forms].map((form) => FORM_TEXT[form]).sort().join(' or ');
}

function sentenceOf({ a, b, similarity }: BestNames): string {
  const names = a.alias || b.alias ? 'Other names' : 'The names';
  if (a.written === b.written) return a.alias || b.alias ? `Both are also known as “${a.written}”.` : `Both are called “${a.written}”.`;
  if (foldText(a.written) === foldText(b.written))
    return `${names} are the same ${sameScript(a.written, b.written) ? 'but for case and marks' : 'in Latin letters'}: ${bothNames(a, b)}.`;
  const sameWords = wordsOf(a) === wordsOf(b);
  if (sameWords && !sameScript(a.written, b.written)) {
    const translated = a.words.some((word) => word.common) ? ', with common words translated' : '';
    const form = a.forms.size + b.forms.size > 0 ? ', but for the legal form' : '';
    return `${names} are the same in Latin letters${translated}${form}: ${bothNames(a, b)}.`;
  }
  if (sameWords && a.joined !== b.joined) return `${names} have the same words in another order: ${bothNames(a, b)}.`;
  if (sameWords || a.joined === b.joined)
    return `${names} are the same but for ${a.forms.size + b.forms.size > 0 ? 'the legal form' : 'the writing'}: ${bothNames(a, b)}.`;
  return `${names} are alike (${Math.round(similarity * 100)} %): ${bothNames(a, b)}.`;
}

function wordsOf({ words }: ComparableName): string {
  return words.map((word) => word.text).sort().join(' ');
}

function bothNames(a: ComparableName, b: ComparableName): string {
  return `“${a.written}”, “${b.written}”`;
}

const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether both are in Latin letters or neither is: a name that is translated, not transliterated, has nothing in common with itself. */
function sameScript(a: string, b: string): boolean {
  return LATIN.test(a) === LATIN.test(b);
}
