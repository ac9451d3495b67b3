import { z } from 'zod';
import { period, undatedRules, type Period, type Undated } from './period';

/** A share in per cent, 0–100, as what is certain and what is possible. */
export interface ShareBounds {
  min: number;
  max: number;
}

/** One holder's stake in one entity at a date, from all relationships that record it. */
export interface Holding {
  holder: string;
  held: string;
  share: ShareBounds;
  /** What its relationships say, before it was narrowed by what others certainly have; the difference is a contradiction to look at. */
  recorded: ShareBounds;
  /** True where every relationship that records it says that it is held through others. */
  indirect: boolean;
  /** The relationships that record it, by id. */
  relationships: string[];
}

/** What a holder has of an entity through all chains of holdings, and how many chains of distinct entities there are. */
export interface EffectiveShare {
  holder: string;
  share: ShareBounds;
  /** Chains of distinct entities from the holder down to the entity, shortest first; at most 50 are listed, the share counts all. */
  chains: string[][];
}

export type Answer = 'yes' | 'no' | 'undetermined';

/** Why an entity counts as it does: a tree, owners above. */
export interface Proof {
  entity: string;
  /** `listed`: a listed party itself; otherwise whether it counts as held. */
  counts: 'listed' | Answer;
  /** What listed and held entities have of it together, in per cent; 100–100 for a listed party. */
  aggregate: ShareBounds;
  /** Its holders that count or may count, largest first. Empty where it is listed, has none, or is shown above already. */
  holders: { share: ShareBounds; relationships: string[]; proof: Proof }[];
  /** The entity was shown above already, with its holders: on this branch where holdings run in a circle, or on another. */
  again?: true;
}

export interface FiftyPercentAnswer {
  answer: Answer;
  aggregate: ShareBounds;
  proof: Proof;
}

/** Who owns an entity. Shares in per cent. */
export interface OwnershipAnswer {
  entity: string;
  asOf?: Period;
  /** Its own holders, largest first. */
  direct: Holding[];
  /** All stakes in it and in everybody above it, but for those that only sum up chains which are recorded too. */
  holdings: Holding[];
  /** Everybody above it, with the share that comes down through all chains, largest first. */
  effective: EffectiveShare[];
  /** Those above it of whom no holder is recorded. */
  ultimate: { holder: string; share: ShareBounds }[];
  /** Its holders certainly have more than 100 per cent together: claims clash. */
  over100: boolean;
  /** The same of any entity above it; figures through these are not to be trusted. */
  over100Above: string[];
  listed?: FiftyPercentAnswer;
  /** Absent where no missing start bears on the answer. */
  undated?: UndatedStakes;
}

/** Stakes whose start nobody recorded, so that it decides whether they held at the date or only possibly did. */
interface UndatedStakes {
  /** In the entity and in everybody above it, in order of ids. */
  relationships: string[];
  /** What they count as in this answer. */
  taken: Undated;
  /** What the 50 per cent rule would answer if they counted as the other. */
  otherwise?: Answer;
}

/** That missing starts decide, in a sentence or two: "2 stakes without a start date count as possibly held then." */
export function undatedText({ relationships: { length: n }, taken, otherwise }: UndatedStakes): string {
  const [stakes, count, they] = n === 1 ? ['1 stake', 'counts', 'it'] : [`${n} stakes`, 'count', 'they'];
  const other = taken === 'held' ? 'only possibly held' : 'held';
  const answer =
    otherwise === undefined ? '' : ` If ${they} ${n === 1 ? 'was' : 'were'} ${other}, the 50 per cent rule would answer: ${otherwise}.`;
  return `${stakes} without a start date ${count} as ${taken === 'held' ? 'held' : 'possibly held'} then.${answer}`;
}

const bounds = z.strictObject({ min: z.number(), max: z.number() });
const holding = z.strictObject({
  holder: z.string(), held: z.string(), share: bounds, recorded: bounds, indirect: z.boolean(), relationships: z.array(z.string()),
});
const proof: z.ZodType<Proof> = z.lazy(() =>
  z.strictObject({
    entity: z.string(), counts: z.enum(['listed', 'yes', 'no', 'undetermined']), aggregate: bounds,
    holders: z.array(z.strictObject({ share: bounds, relationships: z.array(z.string()), proof })),
    again: z.literal(true).optional(),
  }),
) as z.ZodType<Proof>;

/** The shape of such an answer that comes from a file. */
export const ownershipAnswer = z.strictObject({
  entity: z.string(),
  asOf: period.optional(),
  direct: z.array(holding),
  holdings: z.array(holding),
  effective: z.array(z.strictObject({ holder: z.string(), share: bounds, chains: z.array(z.array(z.string())) })),
  ultimate: z.array(z.strictObject({ holder: z.string(), share: bounds })),
  over100: z.boolean(),
  over100Above: z.array(z.string()),
  listed: z.strictObject({ answer: z.enum(['yes', 'no', 'undetermined']), aggregate: bounds, proof }).optional(),
  undated: z
    .strictObject({
      relationships: z.array(z.string()), taken: z.enum(undatedRules), otherwise: z.enum(['yes', 'no', 'undetermined']).optional(),
    })
    .optional(),
}) as z.ZodType<OwnershipAnswer>;
