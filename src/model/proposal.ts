import { z } from 'zod';
import { entityTypeIds, relationshipTypeIds } from './catalogue';
import { sourceKinds, stances, source as sourceShape } from './claim';
import { relationship } from './dataset';
import { partialDate, UNKNOWN_END } from './partialDate';

/** What a review tray says that it is, in its first line. */
export const PROPOSALS_FORMAT = 'throughline-proposals/1';

/** Shorter quotes occur by chance, and longer ones are no passage. In characters. */
const QUOTE = { shortest: 4, longest: 2000 };
/** How much of the text stands beside a quote, to either side, in characters. */
const BESIDE_QUOTE = 400;

const id = z.string().min(1).max(200);
const text = (longest: number, description: string) => z.string().min(1).max(longest).meta({ description });

/** Whom a proposed claim is about: an entity of the dataset, or a new one. */
const proposedEnd = z.union([
  z.strictObject({ id: id.describe('The id of an entity of the dataset; search for it first.') }),
  z.strictObject({ name: text(300, 'The full name of an entity that the dataset lacks.'), type: z.enum(entityTypeIds) }),
]);
export type ProposedEnd = z.infer<typeof proposedEnd>;

/** The source of a proposed claim. An inference is no source: readings are the editor's alone. */
const proposedSource = z.union([
  z.strictObject({ id: id.describe('The id of a source of the dataset.') }),
  z.strictObject({
    title: text(500, 'The title; a plain description where it is not known.'),
    publisher: text(300, 'Who answers for the content: the origin, not the carrier.'),
    author: text(300, 'Who wrote it.').optional(), published: partialDate.optional(), url: sourceShape.shape.url,
    accessed: partialDate.optional().describe('When it was read, for what may change or vanish.'), language: sourceShape.shape.language,
    kind: z.enum(sourceKinds).exclude(['reading']),
  }),
]);

const statement = text(1000, 'What the source says, short, in words of your own.');
const { share, amount, indirect } = relationship.shape;

/** One source saying one thing about a tie from subject to object, or, without type and object, about the subject alone. */
export const proposedClaim = z
  .strictObject({
    subject: proposedEnd,
    type: z.enum(relationshipTypeIds).optional().describe('The verb, read from subject to object; leave it out with the object.'),
    object: proposedEnd.optional(),
    stance: z.enum(stances).describe('Whether the source says that it is so, that it is said to be so, that it is not so, or doubts it.'),
    quote: z.string().min(QUOTE.shortest).max(QUOTE.longest)
      .describe('The passage that says so, word for word as it stands in the captured text.'),
    locator: text(100, 'Where in the source: ¶19, p. 4, note 19.').optional(),
    statement: statement.optional(),
    share, amount, indirect,
    start: partialDate.optional(), end: z.union([partialDate, z.literal(UNKNOWN_END)]).optional(),
    role: text(200, 'In what capacity: chief executive, conduit.').optional(),
    made: partialDate.optional().describe('When it was said, where that is not the date of the source.'),
  })
  .superRefine((claim, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if ((claim.type === undefined) !== (claim.object === undefined))
      wrong(claim.type === undefined ? 'type' : 'object', 'A tie has both a type and an object; a claim about one entity has neither.');
    if (claim.type !== undefined) return;
    if (claim.statement === undefined) wrong('statement', 'A claim about one entity says something of it: give a statement.');
    for (const field of ['share', 'amount', 'indirect', 'role'] as const)
      if (claim[field] !== undefined) wrong(field, 'Only a tie has this; give type and object too.');
  });
export type ProposedClaim = z.infer<typeof proposedClaim>;

/** What stands before and behind a quote in the text in which it was found, blanks folded. */
const passage = z.strictObject({ before: z.string().max(BESIDE_QUOTE * 2), after: z.string().max(BESIDE_QUOTE * 2) });
type Passage = z.infer<typeof passage>;

/** A claim that a program proposes, for a person to accept or refuse. */
export const proposal = z.strictObject({
  /** Tells proposals apart; the same claim with the same source and quote has the same. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** The program that proposed it, as it calls itself. */
  by: z.string().max(300),
  at: z.iso.datetime(),
  source: proposedSource,
  claim: proposedClaim,
  passage,
  /** The text in which the quote was found: its hash (of its UTF-8), its length in characters, and who captured it. */
  text: z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/), characters: z.int().min(0),
    /** The name of the file that the user gave; absent of a text that the program captured itself. */
    file: z.string().max(300).optional(),
  }),
});
export type Proposal = z.infer<typeof proposal>;

/** What a person made of a proposal, and when. */
const proposalDecision = z.strictObject({ proposal: z.string(), verdict: z.enum(['accepted', 'refused']), on: partialDate });
export type ProposalDecision = z.infer<typeof proposalDecision>;

const line = z.union([
  z.strictObject({ format: z.literal(PROPOSALS_FORMAT) }), z.strictObject({ proposal }), z.strictObject({ decision: proposalDecision }),
]);
type Line = z.infer<typeof line>;

/** A review tray as it was read. */
export interface Tray {
  /** In the order in which they came, each once. */
  readonly proposals: readonly Proposal[];
  /** The last decision of each, by the proposal's id. */
  readonly decisions: ReadonlyMap<string, ProposalDecision>;
  /** Lines that cannot be read, by their number from 1, with what is wrong. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** A line of a tray, as it stands in the file. */
export function trayLine(value: Line): string {
  return `${JSON.stringify(value)}\n`;
}

/** Whether a text begins as a tray does. */
export function isTray(head: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"throughline-proposals\//.test(head);
}

/**
 * Reads a tray: a line each, added by several programs at a time. A line that was cut off, or is none, is a fault and keeps no other from
 * being read. Undefined where the first line is no tray's, of this version.
 */
export function readTray(whole: string): Tray | undefined {
  const every = whole.replace(/^\uFEFF/, '').split(/\r?\n/).map((written, i) => ({ written, line: i + 1 }));
  const lines = every.filter(({ written }) => written.trim() !== '');
  const [first, ...rest] = lines;
  const head = first && lineIn(first.written);
  if (!head || typeof head === 'string' || !('format' in head)) return undefined;
  const proposals = new Map<string, Proposal>();
  const decisions = new Map<string, ProposalDecision>();
  const faults: { line: number; message: string }[] = [];
  for (const { written, line: at } of rest) {
    const read = lineIn(written);
    if (typeof read === 'string') faults.push({ line: at, message: read });
    else if ('proposal' in read && !proposals.has(read.proposal.id)) proposals.set(read.proposal.id, read.proposal);
    else if ('decision' in read) decisions.set(read.decision.proposal, read.decision);
  }
  return { proposals: [...proposals.values()], decisions, faults };
}

/** What a line says, or what is wrong with it. */
function lineIn(written: string): Line | string {
  const value = jsonIn(written);
  if (value === undefined) return 'It is no JSON; perhaps it was cut off.';
  const { data, error } = shapeOf(value).safeParse(value);
  return data ?? `${error!.issues[0]!.path.join('.') || '(line)'}: ${error!.issues[0]!.message}`;
}

/** The shape that a line means to have, so that what is wrong with it is told and not that it is one of three. */
function shapeOf(value: unknown): z.ZodType<Line> {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return line.options.find((option) => keys.some((key) => key in option.shape)) ?? line.options[1];
}

function jsonIn(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Blanks and line breaks as one blank each. */
export function foldedBlanks(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/**
 * Where a quote stands in a text, word for word but for blanks and line breaks: what is before and behind it, at most 400 characters each.
 * Undefined where it does not stand in it. O(length of the text).
 */
export function passageOf(whole: string, quote: string): Passage | undefined {
  const [folded, sought] = [foldedBlanks(whole), foldedBlanks(quote)];
  const at = sought === '' ? -1 : folded.indexOf(sought);
  if (at < 0) return undefined;
  const end = at + sought.length;
  return {
    before: withoutHalves(folded.slice(Math.max(0, at - BESIDE_QUOTE), at)), after: withoutHalves(folded.slice(end, end + BESIDE_QUOTE)),
  };
}

/** A stretch without the half of a character at either end. */
function withoutHalves(stretch: string): string {
  return stretch.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
