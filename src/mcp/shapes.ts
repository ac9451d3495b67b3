import { z } from 'zod';
import { entityTypeIds, relationshipTypeIds, sourceKinds, stances, statuses } from '../model';
import { NOTICE, quotation, sentence } from './quotation';

/** An entity in a question. */
export const party = z.string().min(1).max(500).describe('An entity: its id, or a name or alias that no other entity has.');
/** How far into a long list an answer begins, and how far that may be. */
export const skipUpTo = (most: number) =>
  z.int().min(0).max(most).default(0).describe('How many to pass over: "next" of the answer before.');
export const skip = skipUpTo(9_000);
export const limit = (most: number, usual: number) => z.int().min(1).max(most).default(usual).describe('How many at most.');

/** Which stretch of a list an answer has; `next` is the `skip` of the following one, absent at the end. */
export const page = z.strictObject({ shown: z.int(), of: z.int().optional(), next: z.int().optional() });

const id = z.string().describe('An id in the dataset; search for it on the screen to open what it names.');
export const namedEntity = z.strictObject({ id, name: quotation });
export const typedEntity = namedEntity.extend({ type: z.enum(entityTypeIds) });
export const shareInPerCent = z.strictObject({ min: z.number(), max: z.number() }).describe('Per cent; 0 to 100 is unknown, not zero.');

export const toldClaim = z.strictObject({
  stance: z.enum(stances).describe('Whether the source says that it is so, that it is alleged, that it is not so, or that it is doubtful.'),
  source: id.describe('The id of the source.'),
  statement: quotation.optional(),
  quote: quotation.optional(),
  locator: quotation.optional(),
  made: z.string().optional(),
  reading: z.literal(true).optional().describe('An inference of the editor, which no source says.'),
});

export const toldSource = z.strictObject({
  id, title: quotation, publisher: quotation, author: quotation.optional(), kind: z.enum(sourceKinds), published: z.string().optional(),
  url: quotation.optional(), reliability: z.string().optional(),
});

/** A relationship as a sentence, with what its claims add up to. */
export const toldTie = z.strictObject({
  id, type: z.enum(relationshipTypeIds), sentence, status: z.enum(statuses),
  said: z
    .record(z.enum([...stances, 'readings']), z.int())
    .describe('How many sources say so, allege it, deny it, question it; and inferences of the editor, which confirm nothing.'),
});

/** The same with the claims themselves. */
export const evidencedTie = toldTie.extend({
  claims: z.array(toldClaim),
  moreClaims: z.int().optional().describe('Claims that are not listed here; the tool "claims" lists all.'),
});

/** An answer: what the notice says holds for every text in it. */
export function answerShape<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ notice: z.literal(NOTICE), ...shape });
}
