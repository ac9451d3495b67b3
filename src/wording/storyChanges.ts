import {
  datesText, shareText, statusChanges, type Claim, type Dataset, type Entity, type Relationship, type Source, type Status,
  type Story,
} from '../model';
import { citationText } from './citation';
import type { Footnote } from './footnotes';
import { plainText } from './sentencePart';
import { sentencesOf } from './sentences';
import { storyParagraphs, type StoryPart } from './storyText';

/** A sentence of a story that another state of its dataset does not bear out any more as it stands. */
interface StorySentenceChange {
  /** The number of its step, from 1. */
  readonly step: number;
  readonly headline: string;
  readonly sentence: string;
  /** `no`: what it cites is gone, or is only denied now. `doubted`: it is disputed now. `otherwise`: what it cites says something else. */
  readonly holds: 'no' | 'doubted' | 'otherwise';
  /** Why, a sentence each, with the claim behind it. */
  readonly because: readonly string[];
}

/** What became of a story's sentences. */
export interface StoryChanges {
  readonly changed: readonly StorySentenceChange[];
  /** How many sentences cite claims, and how many cite nothing, so that nobody can say whether they hold. */
  readonly looked: number;
  readonly uncited: number;
}

type Verdict = StorySentenceChange['holds'];
/** Of several reasons the gravest tells. */
const GRAVITY: readonly Verdict[] = ['no', 'doubted', 'otherwise'];

/**
 * Which sentences of a story, told of one state of a dataset, no longer hold in another, and by which claim. A sentence stands on the
 * claims that it cites: it falls with a claim that is gone, with a record that is gone or only denied, is doubted where another claim now
 * disputes it, and reads otherwise where the record's ends, dates, share or status are others. Cost O(size of both).
 */
export function storyChanges(story: Pick<Story, 'steps'>, before: Dataset, after: Dataset): StoryChanges {
  const judge = judgeOf(before, after);
  const sentences = story.steps.flatMap(({ headline, text }, i) =>
    storyParagraphs(text).flatMap(storySentences).map((sentence) => ({ step: i + 1, headline, ...sentence })));
  const changed = sentences.flatMap(({ citations, ...where }): StorySentenceChange[] => {
    const found = citations.flatMap(judge);
    const [holds] = GRAVITY.filter((verdict) => found.some((f) => f.holds === verdict));
    return holds ? [{ ...where, holds, because: [...new Set(found.map((f) => f.because))] }] : [];
  });
  const uncited = sentences.filter((s) => s.citations.length === 0).length;
  return { changed, looked: sentences.length - uncited, uncited };
}

type Citation = Extract<StoryPart, { kind: 'citation' }>;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a paragraph, each with the citations that stand in it or at its end. */
function storySentences(parts: readonly StoryPart[]): { readonly sentence: string; readonly citations: readonly Citation[] }[] {
  let text = '';
  const cited: { readonly at: number; readonly citation: Citation }[] = [];
  for (const part of parts) {
    if (part.kind === 'citation') cited.push({ at: Math.max(0, text.length - 1), citation: part });
    else text += part.text;
  }
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const citations = cited.filter(({ at }) => at >= index && at < index + segment.length).map(({ citation }) => citation);
    return segment.trim() === '' ? [] : [{ sentence: segment.trim(), citations }];
  });
}

interface Judged {
  readonly holds: Verdict;
  readonly because: string;
}

/** What became of what a citation names. */
function judgeOf(before: Dataset, after: Dataset): (citation: Citation) => Judged[] {
  const [was, is] = [recordsIn(before), recordsIn(after)];
  const told = sentencesOf(before);
  const sources = new Map([...before.sources, ...after.sources].map((s) => [s.id, s]));
  const statuses = new Map(statusChanges(before, after).map((change) => [change.relationship, change]));
  const name = (id: string) => (is.get(id) as Entity | undefined)?.name ?? (was.get(id) as Entity | undefined)?.name ?? id;
  return ({ record, source }) => {
    const [then, now] = [was.get(record), is.get(record)];
    if (!then) return saidNow(now, source) ? [] : [{ holds: 'no', because: `The case holds no such claim: [@${record} ${source}].` }];
    if (!now) {
      const gone = isTie(then) ? plainText(told.relationship(record)) : `${then.name}.`;
      return [{ holds: 'no', because: `No longer in the case: ${gone}` }];
    }
    const cite = (claim: Claim) => claimText(claim, sources);
    const came = (now.claims ?? []).filter((claim) => !(then.claims ?? []).some((c) => sameWords(c, claim)));
    const change = statuses.get(record);
    return [
      ...claimsGone(then, now, source, cite), ...(change ? [statusJudged(change, came.filter(({ stance }) => doubts(stance)), cite)] : []),
      ...fieldsOtherwise(then, now, name, came.map(cite)),
    ];
  };
}

/** What the earlier state does not hold can only be looked up in the later one. */
function saidNow(now: Entity | Relationship | undefined, source: string): boolean {
  return now?.claims?.some((claim) => claim.source === source) === true;
}

function recordsIn({ entities, relationships }: Dataset): ReadonlyMap<string, Entity | Relationship> {
  return new Map([...entities, ...relationships].map((r) => [r.id, r]));
}

function isTie(record: Entity | Relationship): record is Relationship {
  return 'from' in record && 'to' in record;
}

const doubts = (stance: Claim['stance']) => stance === 'denies' || stance === 'questions';

/** Two claims say the same where they are of one source and stance, with the same words. */
function sameWords(a: Claim, b: Claim): boolean {
  return a.source === b.source && a.stance === b.stance && a.statement === b.statement && a.quote === b.quote && a.locator === b.locator;
}

/** The claims of the cited source that are gone, or are taken back by it. */
function claimsGone(then: Entity | Relationship, now: Entity | Relationship, source: string, cite: (claim: Claim) => string): Judged[] {
  const of = ({ claims = [] }: Entity | Relationship) => claims.filter((c) => c.source === source);
  const left = of(now);
  const gone = of(then).filter((claim) => !left.some((c) => c.stance === claim.stance));
  return gone.map((claim) => ({
    holds: 'no',
    because: left.length === 0
      ? `The claim that it cites is no longer in the case: ${cite(claim)}.`
      : `The source that it cites no longer ${claim.stance} it: ${left.map(cite).join('; ')}.`,
  }));
}

function statusJudged(
  { before, after }: { readonly before: Status; readonly after: Status }, doubting: readonly Claim[], cite: (claim: Claim) => string,
): Judged {
  const holds: Verdict = after === 'denied' ? 'no' : after === 'disputed' ? 'doubted' : 'otherwise';
  const by = doubting.length === 0 ? '' : ` by ${doubting.map(cite).join('; ')}`;
  return { holds, because: `It is ${after} now, no longer ${before}${by}.` };
}

/** What a sentence may have told from the record's own fields. */
function fieldsOtherwise(
  then: Entity | Relationship, now: Entity | Relationship, name: (id: string) => string, came: readonly string[],
): Judged[] {
  const facts = (record: Entity | Relationship): readonly (readonly [string, string])[] => [
    ['dates', datesText(record)], ['type', record.type],
    ...(isTie(record)
      ? [['ends', `${name(record.from)} and ${name(record.to)}`], ['share', shareText(record.share)], ['role', record.role ?? '']] as const
      : [['name', record.name]] as const),
  ];
  const is = new Map(facts(now));
  return facts(then).flatMap(([field, text]): Judged[] => {
    const told = is.get(field) ?? '';
    if (told === text) return [];
    const by = came.length === 0 ? '' : `, by ${came.join('; ')}`;
    return [{ holds: 'otherwise', because: `Its ${field}: ${shown(told)} now, no longer ${shown(text)}${by}.` }];
  });
}

const shown = (text: string) => (text === '' ? 'unknown' : text);

/** "Reuters, “Title”, 2008, p. 4 denies it". */
function claimText(claim: Claim, sources: ReadonlyMap<string, Source>): string {
  const source = sources.get(claim.source);
  const note: Footnote = {
    number: 0, sourceId: claim.source, ...(source ? { source } : {}), ...(claim.locator === undefined ? {} : { locator: claim.locator }),
  };
  return `${citationText(note)} ${claim.stance} it`;
}

/** What became of a story's sentences, in lines. */
export function storyChangeSentences({ changed, looked, uncited }: StoryChanges): string[] {
  const verdict = { no: 'No longer holds', doubted: 'Is disputed now', otherwise: 'Reads otherwise now' } as const;
  const counted = (n: number, what: string) => `${n} ${n === 1 ? 'sentence' : 'sentences'} ${what}`;
  return [
    ...changed.map(({ step, sentence, holds, because }) => `${verdict[holds]} (step ${step}): “${sentence}” ${because.join(' ')}`),
    `Of the story ${counted(looked, 'with citations')} ${looked === 1 ? 'was' : 'were'} looked at, ${changed.length} of them changed.`
    + (uncited === 0 ? '' : ` ${counted(uncited, `${uncited === 1 ? 'cites' : 'cite'} nothing and cannot be looked at`)}.`),
  ];
}
