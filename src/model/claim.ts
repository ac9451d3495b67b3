import { z } from 'zod';
import { partialDate } from './partialDate';

export const stances = ['asserts', 'alleges', 'denies', 'questions'] as const;
export const stance = z.enum(stances);
/** What a source says of a relationship or entity: that it is so, that it is said to be so, that it is not so, that it is doubtful. */
export type Stance = z.infer<typeof stance>;

export const sourceKinds = ['news', 'report', 'filing', 'registry', 'court', 'statement', 'book', 'other'] as const;
export const sourceKind = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKind>;

/** The source side of the Admiralty code: A (completely reliable) to E (unreliable), F (cannot be judged). */
export const reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);

const id = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'A readable slug, unique in the dataset.' });

export const source = z
  .strictObject({
    id,
    title: z.string().min(1),
    publisher: z.string().min(1),
    author: z.string().optional(),
    published: partialDate.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    kind: sourceKind,
    reliability: reliability.optional(),
  })
  .meta({ id: 'Source', description: 'A publication or record that claims cite.' });
/** A publication or record. */
export type Source = z.infer<typeof source>;

export const claim = z
  .strictObject({
    source: id,
    stance,
    statement: z.string().min(1).optional(),
    locator: z.string().min(1).optional(),
    made: partialDate.optional(),
    credibility: z.int().min(1).max(6).optional(),
  })
  .meta({ id: 'Claim', description: 'One source saying one thing about one relationship or entity, worded by the editor. credibility is the information side of the Admiralty code, 1 (confirmed) to 6 (cannot be judged).' });
/** One source saying one thing about one relationship or entity. */
export type Claim = z.infer<typeof claim>;
