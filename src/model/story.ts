import { z } from 'zod';
import { filter } from './filter';
import { chartExtent, position } from './position';

const id = z.string().min(1).max(200);

/** What of a chart a step shows: who is drawn and where, under which filter, with which route highlighted. */
const storyView = z
  .strictObject({
    entities: z.array(id).min(1),
    /** Where they stand; laid out anew where one of them has no place. */
    positions: z.record(z.string(), position).optional(),
    /** The ties that are drawn; all that the filter admits between the entities if left out. */
    relationships: z.array(id).optional(),
    filter: filter.optional(),
    /** A chain of entities under the highlighter. */
    route: z.array(id).min(2).optional(),
    camera: chartExtent.optional(),
  })
  .meta({ id: 'StoryView', description: 'What of a chart a step of a story shows.' });
export type StoryView = z.infer<typeof storyView>;

const storyStep = z
  .strictObject({
    id,
    headline: z.string().max(300),
    text: z
      .string()
      .max(20_000)
      .default('')
      .meta({
        description:
          'Paragraphs parted by an empty line. **bold**, *italics*, [words](https://…), and [@RECORD SOURCE], a footnote that opens what '
          + 'the source says of the entity or relationship.',
      }),
    /** For whoever presents it; not published. */
    notes: z.string().max(20_000).optional(),
    /** What the picture shows, for those who hear it; made of its sentences if left out. */
    alt: z.string().max(5000).optional(),
    view: storyView,
  })
  .meta({ id: 'StoryStep', description: 'A view of a chart with a headline and a text.' });
export type StoryStep = z.infer<typeof storyStep>;

/** A sequence of views of a chart, each with its text. No two steps have one id. */
export const story = z
  .strictObject({
    id, title: z.string().min(1).max(300), steps: z.array(storyStep),
    /** What was left out of it, in words. */
    hidden: z.string().min(1).max(1000).optional(),
  })
  .refine(({ steps }) => new Set(steps.map((s) => s.id)).size === steps.length, { error: 'no two steps may have one id' })
  .meta({ id: 'Story', description: 'A sequence of views of a chart, each with its text.' });
export type Story = z.infer<typeof story>;

export const STORY_FORMAT = 'throughline-story/1';

/** The file of a story: it goes with the dataset whose records it names. */
export const storyFile = z.strictObject({ $schema: z.string().optional(), format: z.literal(STORY_FORMAT), dataset: id, story });
