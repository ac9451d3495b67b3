import { z } from 'zod';
import { partialDate } from './partialDate';

export const stances = ['asserts', 'alleges', 'denies', 'questions'] as const;
const stance = z.enum(stances);
/** What a source says of a relationship or entity: that it is so, that it is said to be so, that it is not so, that it is doubtful. */
export type Stance = z.infer<typeof stance>;

export const sourceKinds = ['news', 'report', 'filing', 'registry', 'court', 'statement', 'book', 'other', 'reading'] as const;
/** `reading`: an inference of the editor's own. Its claims say what they rest on and never make a tie confirmed. */
const sourceKind = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKind>;

/** The source side of the Admiralty code: A (completely reliable) to E (unreliable), F (cannot be judged). */
export const reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);

const id = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'A readable slug, unique in the dataset.' });

/** The file that a source was read from. Its bytes are not in a dataset; its hash tells whether another file is the same. */
export const capturedFile = z
  .strictObject({
    name: z.string().min(1),
    mediaType: z.string().min(1),
    bytes: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'not a SHA-256 hash: 64 hexadecimal digits in lower case' }),
  })
  .meta({
    id: 'CapturedFile', description: 'The file that a source was read from, by its hash (SHA-256); its bytes are not in the dataset.',
  });

/** The file that a source was read from. */
export type CapturedFile = z.infer<typeof capturedFile>;

/** The shape of a source. */
export const source = z
  .strictObject({
    id,
    title: z.string().min(1).meta({ description: 'The title; a plain description where it is not known.' }),
    publisher: z
      .string()
      .min(1)
      .meta({
        description:
          'Who answers for the content. Two publishers that assert the same make it confirmed, so name the origin, not the carrier.',
      }),
    author: z.string().optional(),
    published: partialDate.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    accessed: partialDate.optional().meta({ description: 'When it was read, for what may change or vanish.' }),
    archived: z
      .url({ protocol: /^https?$/ })
      .optional()
      .meta({ description: 'The address of a copy in an archive.' }),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not a language: write its code, as en or zh-Hans' })
      .optional()
      .meta({ description: 'The language that it is written in, by its code: en, ko, zh-Hans.' }),
    file: capturedFile.optional(),
    derivedFrom: z
      .array(z.string().min(1).max(200))
      .min(1)
      .optional()
      .meta({
        description:
          'The ids of the sources that it copies, translates or reports. '
          + 'Those that go back to one origin are one publisher for the status.',
      }),
    kind: sourceKind,
    reliability: reliability.optional(),
  })
  .meta({ id: 'Source', description: 'A publication or record that claims cite.' });
/** A publication or record. */
export type Source = z.infer<typeof source>;

/** A claim that a reading rests on: what one source says of one record. */
const groundOfReading = z
  .strictObject({
    record: z.string().min(1).max(200).meta({ description: 'The id of the entity or relationship.' }),
    source: z.string().min(1).max(200).meta({ description: 'The id of the source that speaks of it.' }),
  })
  .meta({ id: 'GroundOfReading', description: 'A claim that a reading rests on: what one source says of one record.' });

export const claim = z
  .strictObject({
    source: z.string().min(1).max(200).meta({ description: 'The id of the source.' }),
    stance: stance.meta({
      description:
        'Whether the source says that it is so (asserts), that it is said to be so (alleges), that it is not so (denies), '
        + 'or that it is doubtful (questions).',
    }),
    statement: z.string().min(1).optional().meta({ description: 'What the source says, short, in words of your own.' }),
    quote: z.string().min(1).optional().meta({ description: 'The passage word for word, as the source has it at the locator.' }),
    locator: z.string().min(1).optional().meta({ description: 'Where in the source: ¶19, p. 4, note 19.' }),
    made: partialDate.optional().meta({ description: 'When it was said, where that is not the date of the source.' }),
    restsOn: z.array(groundOfReading).min(1).optional().meta({ description: 'Of a reading: the claims that the editor draws it from.' }),
    credibility: z.int().min(1).max(6).optional(),
    checked: z
      .strictObject({ by: z.string().min(1), on: partialDate })
      .optional()
      .meta({ description: 'Who held the claim against its source, and when.' }),
  })
  .meta({
    id: 'Claim',
    description:
      'One source saying one thing about one relationship or entity, worded by the editor. '
      + 'credibility is the information side of the Admiralty code, 1 (confirmed) to 6 (cannot be judged).',
  });
/** One source saying one thing about one relationship or entity. */
export type Claim = z.infer<typeof claim>;
