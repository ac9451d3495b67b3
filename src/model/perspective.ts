import { z } from 'zod';
import { position } from './position';

/** A named view of a dataset: some of its entities, chosen by its editor. The first of a dataset is the one that it opens with. */
const perspective = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  summary: z.string().min(1),
  entities: z.array(z.string()).min(1),
});
export type Perspective = z.infer<typeof perspective>;

/** `graph-data/*.perspectives.json`, edited by hand. */
export const perspectives = z.strictObject({ dataset: z.string(), perspectives: z.array(perspective).min(1) });

/** A perspective laid out: where each of its entities is drawn. */
export const perspectiveChart = perspective.omit({ entities: true }).extend({ positions: z.record(z.string(), position) });
export type PerspectiveChart = z.infer<typeof perspectiveChart>;

/**
 * `graph-data/*.chart.json`, made from the perspectives by `npm run charts`.
 * `digest` is of what was laid out, `parts` the same view by view: they tell whether the file is current.
 */
export const perspectiveCharts = z.strictObject({
  dataset: z.string(), digest: z.string(), parts: z.record(z.string(), z.string()).optional(),
  perspectives: z.array(perspectiveChart).min(1),
});
