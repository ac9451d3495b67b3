import { z } from 'zod';
import { hashOf } from './hash';
import type { Source } from './claim';
import type { Relationship } from './dataset';
import type { PartialDate } from './partialDate';
import { pairKey } from './order';
import type { Hop } from './question';
import { withFullStop } from './sentence';

const matchReasonKinds = ['identifier', 'name', 'alias', 'jurisdiction', 'date', 'type', 'neighbour'] as const;

const matchReason = z.strictObject({
  kind: z.enum(matchReasonKinds),
  /** In bits, as in Fellegi and Sunter (1969): 3 makes the match 2³ times as likely, −3 as unlikely. */
  weight: z.number(),
  /** Worded for a reader, with its full stop. */
  sentence: z.string().min(1),
});
/** One thing that speaks for two entities being one (weight above 0) or against it (below). */
export type MatchReason = z.infer<typeof matchReason>;

const matchCertainties = ['certain', 'probable'] as const;

export const matchProposal = z.strictObject({
  a: z.string().min(1).max(200),
  b: z.string().min(1).max(200),
  /** 0–1: how likely it is that the two are one, as far as the reasons tell. */
  score: z.number().min(0).max(1),
  certainty: z.enum(matchCertainties),
  /** The heaviest first. */
  reasons: z.array(matchReason),
});
/**
 * That two entities may be one: `a` of what was there, `b` of what was added. `certain` only where a number that one party alone has
 * (LEI, IMO, a register's number in one jurisdiction) is that of both and nothing speaks against; all else is `probable`, whatever its
 * score.
 */
export type MatchProposal = z.infer<typeof matchProposal>;
type MatchCertainty = MatchProposal['certainty'];

/** What the user says of a proposal: the same for certain, probably the same, or two that only look alike. */
const matchVerdicts = ['same', 'probably', 'different'] as const;
export type MatchVerdict = (typeof matchVerdicts)[number];

/** A proposal as it was decided, and on which day (an ISO date). */
export const matchDecision = z.strictObject({ proposal: matchProposal, verdict: z.enum(matchVerdicts), on: z.iso.date() });
export type MatchDecision = z.infer<typeof matchDecision>;

/** All proposals between two lists of entities, best first, with what was left out. */
export interface MatchAnswer {
  proposals: MatchProposal[];
  /** Proposals beyond the limit. */
  more: number;
  /** Pairs of entities that were compared. */
  compared: number;
  /**
   * Pairs that were not compared though they share a word, or something of one: too many others share it.
   * A pair counts once for each thing it shares.
   */
  notCompared: number;
}

interface Acceptance {
  /** The day on which the user accepted. */
  on: PartialDate;
  /**
   * As what: a user who knows better may take a probable match for certain, or the other way round.
   * The proposal's own certainty by default.
   */
  as?: MatchCertainty;
}

/** What an accepted match adds to a dataset. Take both away again and nothing of it is left. */
interface AcceptedMatch {
  relationship: Relationship;
  /** One source for all that is accepted on a day. */
  source: Source;
}

/**
 * A match as the user accepted it: a `sameAs` with a claim of its own, asserted where it counts as certain, alleged where it is merely
 * probable, so that its status shows it and a route through it is visibly weak. The ids follow from the two entities and the day.
 * Credibility on the Admiralty scale: 2 (probably true) for a certain match, 3 (possibly true) for a probable one, 4 (doubtful) below a
 * score of 0.75.
 */
export function acceptedMatch(proposal: MatchProposal, { on, as = proposal.certainty }: Acceptance): AcceptedMatch {
  const { a, b, score, reasons } = proposal;
  const source: Source = {
    id: `match-accepted-${on}`, title: 'Match accepted by the user of this chart', publisher: 'The user of this chart', published: on,
    kind: 'statement',
  };
  const statement = reasons.map((reason) => withFullStop(reason.sentence)).join(' ');
  const claim = {
    source: source.id,
    stance: as === 'certain' ? ('asserts' as const) : ('alleges' as const),
    ...(statement === '' ? {} : { statement }),
    made: on,
    credibility: as === 'certain' ? 2 : score < DOUBTFUL ? 4 : 3,
  };
  return {
    relationship: { id: sameAsId(a, b), type: 'sameAs', from: a, to: b, claims: [claim], properties: { score, decidedBy: 'user' } }, source,
  };
}

const DOUBTFUL = 0.75;
const READABLE = 60;

/** The id of the `sameAs` that is accepted between two entities, whichever is named first. A sum over both ids keeps cut ones apart. */
export function sameAsId(a: string, b: string): string {
  const [first, second] = a < b ? [a, b] : [b, a];
  return `same-as-${first.slice(0, READABLE)}-${second.slice(0, READABLE)}-${digest(pairKey(a, b))}`;
}

/** The hashes of a text read from either end, as 14 digits of base 36. */
function digest(text: string): string {
  const backwards = Array.from({ length: text.length }, (_, i) => text[text.length - 1 - i]).join('');
  return [text, backwards].map((t) => hashOf(t).toString(36).padStart(7, '0')).join('');
}

/**
 * The matches that a route or hop rests on and that are no better than probable: `sameAs` relationships, alleged, disputed or denied, on
 * hops that nothing else carries, in the order of the route. `relationships` are looked up for the score and may hold more than the route.
 */
export function restsOnProbableMatch(on: { readonly hops: readonly Hop[] } | Hop, relationships: readonly Relationship[]): Relationship[] {
  const hops = 'hops' in on ? on.hops : [on];
  const doubted = hops.filter((hop) =>
    hop.relationships.every((r) => r.type === 'sameAs' && r.status !== 'confirmed' && r.status !== 'reported'),
  );
  const order = new Map(doubted.flatMap((hop) => hop.relationships).map(({ id }, i) => [id, i]));
  return relationships.filter((r) => order.has(r.id)).sort((x, y) => order.get(x.id)! - order.get(y.id)!);
}

/** “This route takes X and Y for one: a probable match (score 0.86), not a certain one.” Two of one name are told apart by their ids. */
export function probableMatchSentence({ from, to, properties }: Relationship, nameOf: (id: string) => string): string {
  const [x, y] = nameOf(from) === nameOf(to) ? [`${nameOf(from)} (${from})`, `${nameOf(to)} (${to})`] : [nameOf(from), nameOf(to)];
  const score = typeof properties?.score === 'number' ? ` (score ${properties.score.toFixed(2)})` : '';
  return `This route takes ${x} and ${y} for one: a probable match${score}, not a certain one.`;
}
