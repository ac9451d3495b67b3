import { z } from 'zod';

/** How many queries one request may hold, how many ids and properties. */
const MOST_QUERIES = 200;
const [MOST_IDS, MOST_PROPERTIES] = [1000, 50];

const entityValue = z.object({ id: z.string().max(500), name: z.string().max(1000).optional() });
const value = z.union([z.string().max(1000), z.number(), z.boolean(), entityValue]);
export type PropertyValue = z.infer<typeof value>;

const oneOrMore = <T extends z.ZodType>(of: T) => z.union([of.transform((one) => [one]), z.array(of).max(100)]);

const query = z
  .strictObject({
    query: z.string().max(1000).optional(),
    type: oneOrMore(z.string().max(200)).optional(),
    limit: z.number().optional(),
    properties: z.array(z.object({ pid: z.string().max(200), v: oneOrMore(value) })).max(MOST_PROPERTIES).optional(),
    type_strict: z.enum(['any', 'should', 'all']).optional(),
  })
  .refine((q) => q.query !== undefined || (q.properties?.length ?? 0) > 0, { error: 'a query needs a text or a property' });
export type ReconciliationQuery = z.infer<typeof query>;

export const queryBatch = z
  .record(z.string().max(200), query)
  .refine((batch) => Object.keys(batch).length <= MOST_QUERIES, { error: `more than ${MOST_QUERIES} queries at a time` });

export const extensionQuery = z.object({
  ids: z.array(z.string().max(500)).max(MOST_IDS),
  properties: z.array(z.object({ id: z.string().max(200), settings: z.record(z.string(), z.unknown()).optional() })).max(MOST_PROPERTIES),
});
export type ExtensionQuery = z.infer<typeof extensionQuery>;
