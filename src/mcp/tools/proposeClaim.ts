import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  foldedBlanks, passageOf, permits, entityTypes, proposal as proposalShape, proposedClaim,
  type CallOptions, type Entity, type Proposal, type ProposedClaim, type ProposedEnd, type Relationship, type Source,
} from '../../model';
import { plainText, sentencesOf } from '../../wording';
import { RefusedError, type McpDataset } from '../dataset';
import { markedPart } from '../markedRecords';
import { idFrom, idText, quotation, quoted, sentence } from '../quotation';
import type { ReviewTray } from '../reviewTray';
import { answerShape } from '../shapes';
import { tool, type Tool } from '../tool';

/** The longest captured text, in characters. */
const LONGEST_TEXT = 2_000_000;

type Ends = { readonly subject: Entity; readonly object?: Entity };

/**
 * The one tool that writes: it lays a claim into a review tray, where a person accepts or refuses it on the screen. `by` tells who asks.
 */
export function proposeClaimTool(tray: ReviewTray, by: () => string): Tool {
  return tool({
    name: 'propose_claim',
    title: 'Propose a claim for a person to review',
    about:
      'Lays one claim into a review tray: who, by which verb, whom, with a source and a verbatim quote. Nothing is changed in the dataset, '
      + 'and nothing counts until a person has accepted it. The quote must occur in the captured text word for word (only blanks and line '
      + 'breaks may differ), which you give whole as "text", or name as "file" where the user gave it; else it is refused. Propose only '
      + `what the quote itself says, with its stance. Files that the user gave: ${filesText(tray)}.`,
    example: {
      source: { title: 'Annual report 2008', publisher: 'Orascom Telecom', kind: 'report', published: '2009' },
      claim: {
        subject: { id: 'orascom-telecom-holding' }, type: 'owns', object: { id: 'koryolink' }, share: 75, stance: 'asserts',
        quote: 'holds 75% of the shares of CHEO Technology',
      },
      text: 'The Company holds 75% of the shares of CHEO Technology, which operates Koryolink.',
    },
    input: z.strictObject({
      claim: proposedClaim, source: proposalShape.shape.source,
      text: z.string().min(1).max(LONGEST_TEXT).optional().describe('The text of the source as you captured it, whole.'),
      file: z.string().min(1).max(300).optional().describe('The name of a file that the user gave, in place of text.'),
    }),
    output: answerShape({
      proposal: z.string().describe('Its id in the tray.'),
      state: z.enum(['added', 'waiting', 'accepted', 'refused'])
        .describe('Whether it is new in the tray, waits there already, or was accepted or refused by a person.'),
      says: sentence.describe('The sentence that it would be.'),
      quoteStandsIn: z.strictObject({ before: quotation, after: quotation }),
      doubts: z.array(z.string()).describe('What a person will probably ask about it.'),
    }),
    async answer({ claim, source, text, file }, dataset, options) {
      const [ends, cited] = [await endsOf(claim, dataset, options), await sourceOf(source, dataset, options)];
      const captured = capturedText({ text, file }, tray);
      const passage = passageOf(captured, claim.quote);
      if (!passage) throw new RefusedError(notInText(captured, claim.quote));
      const proposal = proposalShape.parse({
        id: digest(JSON.stringify([source, claim])).slice(0, 16), by: by().slice(0, 300), at: new Date().toISOString(),
        source: 'id' in source ? { id: cited.id } : source,
        claim: { ...claim, quote: foldedBlanks(claim.quote), ...idsOf(claim, ends) },
        passage,
        text: { sha256: digest(captured), characters: captured.length, ...(file === undefined ? {} : { file }) },
      } satisfies Proposal);
      return {
        told: {
          proposal: proposal.id, state: await tray.add(proposal), says: saysOf(proposal.claim, ends, cited),
          quoteStandsIn: { before: quoted(passage.before), after: quoted(passage.after) }, doubts: doubtsOf(claim, ends),
        },
      };
    },
  });
}

function filesText({ texts }: ReviewTray): string {
  return texts.size === 0 ? 'none' : [...texts.keys()].map((name) => quoted(name, 300)).join(', ');
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The text that the quote is looked for in. */
function capturedText({ text, file }: { text?: string | undefined; file?: string | undefined }, { texts }: ReviewTray): string {
  if ((text === undefined) === (file === undefined))
    throw new RefusedError('Give the captured text as "text", or name a "file": one of the two.');
  const given = text ?? texts.get(file!);
  if (given === undefined) throw new RefusedError('The user gave no file of this name; the description of the tool lists them.');
  return given;
}

/** Why a quote is refused, and how far it does occur, so that it can be mended. */
function notInText(text: string, quote: string): string {
  const [whole, sought] = [foldedBlanks(text), foldedBlanks(quote)];
  let [common, beyond] = [0, sought.length];
  while (common + 1 < beyond) {
    const middle = (common + beyond) >> 1;
    if (whole.includes(sought.slice(0, middle))) common = middle;
    else beyond = middle;
  }
  const refused = 'The quote does not occur in the captured text, so nothing was proposed. Copy the passage word for word.';
  if (common < 12) return refused;
  const end = whole.indexOf(sought.slice(0, common)) + common;
  return `${refused} Its first ${common} characters do occur; there the text goes on with ${quoted(whole.slice(end, end + 80))}.`;
}

async function endsOf(claim: ProposedClaim, dataset: McpDataset, options: CallOptions): Promise<Ends> {
  const subject = await endOf(claim.subject, 'subject', dataset, options);
  if (!claim.object) return { subject };
  const object = await endOf(claim.object, 'object', dataset, options);
  if (subject.id === object.id || ('name' in claim.subject && 'name' in claim.object && claim.subject.name === claim.object.name))
    throw new RefusedError('Subject and object are the same entity. A tie has two.');
  return { subject, object };
}

/** The entity of an end. One that is called new and is there is refused, so that nobody comes in twice. */
async function endOf(end: ProposedEnd, place: 'subject' | 'object', { store }: McpDataset, options: CallOptions): Promise<Entity> {
  if ('id' in end) {
    const [known] = await store.entities({ ids: [idFrom(end.id)] }, options);
    if (!known)
      throw new RefusedError(`There is no entity of the id ${quoted(end.id, 200)}. Search for it, or propose it by name and type.`);
    return known;
  }
  const same = (await store.search({ text: end.name, limit: 5 }, options)).filter((hit) => hit.score === 1);
  if (same.length > 0)
    throw new RefusedError(
      `${quoted(end.name, 300)} is in the dataset. Give the id as "${place}": `
      + `${same.map(({ id, name }) => `${idText(id)} (${quoted(name, 200)})`).join('; ')}.`,
    );
  return { id: `new ${place}`, type: end.type, name: end.name };
}

function idsOf({ subject, object }: ProposedClaim, ends: Ends): Pick<ProposedClaim, 'subject' | 'object'> {
  return {
    subject: 'id' in subject ? { id: ends.subject.id } : subject,
    ...(object ? { object: 'id' in object ? { id: ends.object!.id } : object } : {}),
  };
}

async function sourceOf(source: Proposal['source'], { store }: McpDataset, options: CallOptions): Promise<Source> {
  if (!('id' in source)) return { id: 'source', ...(source as Omit<Source, 'id'>) };
  const [known] = await store.sources({ ids: [idFrom(source.id)] }, options);
  if (!known)
    throw new RefusedError(`There is no source of the id ${quoted(source.id, 200)}. Give its title, publisher and kind instead.`);
  if (known.kind === 'reading')
    throw new RefusedError('This source is a reading of the editor. A claim wants a source that says so.');
  return known;
}

/** The sentence that the claim alone would be, its texts marked. */
function saysOf(claim: ProposedClaim, { subject, object }: Ends, source: Source): string {
  const { type, share, amount, indirect, start, end, role, stance, statement } = claim;
  if (type === undefined || !object) return `${quoted(subject.name, 300)}: ${quoted(statement ?? claim.quote)}`;
  const tie = {
    id: 'proposed', type, from: subject.id, to: object.id, share, amount, indirect, start, end, role,
    claims: [{ source: source.id, stance }],
  };
  const given = Object.fromEntries(Object.entries(tie).filter(([, value]) => value !== undefined)) as Relationship;
  const part = markedPart({ entities: [subject, object], relationships: [given], sources: [source] });
  return plainText(sentencesOf(part).relationship('proposed'));
}

function doubtsOf({ type, statement }: ProposedClaim, { subject, object }: Ends): string[] {
  if (type === undefined || !object) return statement === undefined ? ['It says nothing in words of its own.'] : [];
  if (permits(type, subject.type, object.type)) return [];
  const [from, to] = [entityTypes[subject.type].label, entityTypes[object.type].label];
  return [`"${type}" does not usually run from a ${from} to a ${to}. Check the direction and the type.`];
}
