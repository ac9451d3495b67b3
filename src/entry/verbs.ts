import { relationshipType, relationshipTypeIds, type RelationshipType } from '../model';

/** A verb as it may be typed: the type that it means, and whether it is read from the first end to the second. */
export interface Verb {
  readonly phrase: string;
  readonly type: RelationshipType;
  readonly forward: boolean;
  /** The catalogue's own words; what is not is another usual way to say the same. */
  readonly own: boolean;
}

/** Usual words for what the catalogue says otherwise. */
const USUAL: readonly (readonly [phrase: string, type: RelationshipType, forward: boolean])[] = [
  ['holds', 'owns', true],
  ['held', 'owns', true],
  ['is held by', 'owns', false],
  ['was held by', 'owns', false],
  ['has a stake in', 'owns', true],
  ['had a stake in', 'owns', true],
  ['is a shareholder of', 'owns', true],
  ['was a shareholder of', 'owns', true],
  ['is a subsidiary of', 'owns', false],
  ['was a subsidiary of', 'owns', false],
  ['is the parent of', 'owns', true],
  ['is run by', 'operates', false],
  ['runs', 'operates', true],
  ['built', 'builds', true],
  ['supplied equipment to', 'supplies', true],
  ['supplies equipment to', 'supplies', true],
  ['sells to', 'supplies', true],
  ['sold to', 'supplies', true],
  ['buys from', 'supplies', false],
  ['bought from', 'supplies', false],
  ['is director of', 'directs', true],
  ['is a director of', 'directs', true],
  ['was director of', 'directs', true],
  ['was a director of', 'directs', true],
  ['chairs', 'directs', true],
  ['chaired', 'directs', true],
  ['heads', 'directs', true],
  ['headed', 'directs', true],
  ['works for', 'employs', false],
  ['worked for', 'employs', false],
  ['is married to', 'family', true],
  ['was married to', 'family', true],
  ['lent money to', 'lendsTo', true],
  ['paid', 'pays', true],
  ['met with', 'meets', true],
  ['partners with', 'partnersWith', true],
  ['partnered with', 'partnersWith', true],
  ['is based in', 'locatedIn', true],
  ['was based in', 'locatedIn', true],
  ['has an agreement with', 'contracts', true],
  ['signed an agreement with', 'contracts', true],
  ['represents', 'represents', true],
];

function allVerbs(): Verb[] {
  const own = relationshipTypeIds.flatMap((type): Verb[] => {
    const { verb, inverse, past, inversePast } = relationshipType(type);
    return [verb, past]
      .map((phrase): Verb => ({ phrase, type, forward: true, own: true }))
      .concat([inverse, inversePast].map((phrase): Verb => ({ phrase, type, forward: false, own: true })));
  });
  const usual = USUAL.map(([phrase, type, forward]): Verb => ({ phrase, type, forward, own: false }));
  const first = new Map<string, Verb>();
  // What reads the same both ways is read forward; a phrase of two types is the one that the catalogue lists first.
  for (const verb of [...own, ...usual]) if (!first.has(verb.phrase)) first.set(verb.phrase, verb);
  return [...first.values()];
}

/** Every verb that a claim line knows, in the order of the catalogue. */
const verbs: readonly Verb[] = allVerbs();

/** A verb where it stands in a text: from its first character to behind its last. */
export interface VerbFound extends Verb {
  readonly from: number;
  readonly to: number;
  /** What stood before it and says that it is only alleged or denied: "allegedly", where it was there. */
  readonly hedge?: 'alleges';
}

const PATTERN = new RegExp(
  `(?<=^|\\s)(allegedly\\s+|reportedly\\s+)?(${[...verbs]
    .map((v) => v.phrase)
    .sort((a, b) => b.length - a.length)
    .map((p) => p.replace(/\s+/g, '\\s+'))
    .join('|')})(?=\\s|$)`,
  'giu',
);
/** "is allegedly owned by": the hedge stands inside. */
const INSIDE = /^(is|was|are|were)\s+(?:allegedly|reportedly)\s+/iu;
const BY_PHRASE = new Map(verbs.map((v) => [v.phrase, v]));

/**
 * Every verb in a text, from left to right, the longest at each place.
 * `masked` is the text with what is no verb (quotes, names in brackets) blanked. Cost O(text · verbs).
 */
export function verbsIn(masked: string): VerbFound[] {
  const plain = masked.replace(/(?<=^|\s)((?:is|was|are|were)\s+)(allegedly|reportedly)\s/giu, (whole, before: string) =>
    before.padEnd(whole.length, '\u0001'),
  );
  const found: VerbFound[] = [];
  const wide = new RegExp(PATTERN.source.replaceAll('\\s+', '[\\s\\u0001]+'), 'giu');
  for (const match of plain.matchAll(wide)) {
    const phrase = match[2]!.replace(/[\s\u0001]+/g, ' ').toLowerCase();
    const verb = BY_PHRASE.get(phrase);
    if (!verb) continue;
    const hedged = match[1] !== undefined || INSIDE.test(masked.slice(match.index));
    found.push({ ...verb, from: match.index, to: match.index + match[0].length, ...(hedged ? { hedge: 'alleges' as const } : {}) });
  }
  return found;
}

/** Verbs that begin as a text does, the catalogue's own first. */
export function verbsBeginning(text: string): Verb[] {
  const wanted = text.toLowerCase().replace(/\s+/g, ' ').trimStart();
  const fits = verbs.filter((v) => v.phrase.startsWith(wanted));
  return [...fits.filter((v) => v.own), ...fits.filter((v) => !v.own)];
}
