import { z } from 'zod';

/** The version of the Reconciliation Service API that is spoken (W3C Entity Reconciliation Community Group, 2023). */
export const API_VERSION = '0.2';
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

const typed = z.union([z.string().transform((id) => ({ id })), z.object({ id: z.string(), name: z.string().optional() })]);

/** A candidate as a service gives it. What it says besides is passed over. */
const candidate = z.object({
  id: z.string(), name: z.string(), description: z.string().optional(), score: z.number(),
  match: z.boolean().optional(),
  type: z.array(typed).optional(),
  features: z.array(z.object({ id: z.string().optional(), value: z.union([z.boolean(), z.number()]).optional() })).optional(),
});

export const resultBatch = z.record(z.string(), z.object({ result: z.array(candidate) }));

/** What a client reads of a manifest. */
export const manifest = z.object({
  versions: z.array(z.string()).optional(),
  name: z.string(),
  identifierSpace: z.string(),
  schemaSpace: z.string(),
  view: z.object({ url: z.string() }).optional(),
  defaultTypes: z.array(typed).optional(),
  batchSize: z.number().optional(),
});
