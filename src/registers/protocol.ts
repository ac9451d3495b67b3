import { z } from 'zod';

/** The version of the Reconciliation Service API that is spoken (W3C Entity Reconciliation Community Group, 2023). */
export const API_VERSION = '0.2';

const typed = z.union([z.string().transform((id) => ({ id })), z.object({ id: z.string(), name: z.string().optional() })]);

/** A candidate as a service gives it. What it says besides is passed over. */
const candidate = z.object({
  id: z.string().min(1).max(1000), name: z.string().min(1).max(1000), description: z.string().max(10_000).nullish(), score: z.number(),
  match: z.boolean().nullish(),
  type: z.array(typed).nullish(),
  features: z.array(z.object({ id: z.string().optional(), value: z.union([z.boolean(), z.number()]).optional() })).nullish(),
});
/** Who a service says that an entity may be; `score` is the service's own, on a scale of its own. */
export type Candidate = z.infer<typeof candidate>;

export const resultBatch = z.record(z.string(), z.object({ result: z.array(candidate) }));

/** What is read of a service's manifest. */
export const manifest = z.object({
  versions: z.array(z.string()).nullish(),
  name: z.string().min(1).max(300),
  identifierSpace: z.string(),
  schemaSpace: z.string(),
  view: z.object({ url: z.string() }).nullish(),
  defaultTypes: z.array(typed).nullish(),
  batchSize: z.number().nullish(),
});
export type Manifest = z.infer<typeof manifest>;
