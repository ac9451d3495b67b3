import { basename } from 'node:path';
import { sheetsFile, writeDataset } from '../../formats';
import { combineDatasets, spokenAt, type Dataset, type Entity, type MatchProposal } from '../../model';
import { ownershipSentences, plainText, sentencesOf, type ProofLine } from '../../wording';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { datasetOf, withStore, type OpenStore } from '../openStore';
import { writeOutput } from '../outputFile';
import { eachEntity } from '../screening/eachEntity';
import { heldByListed, type HeldEntity } from '../screening/heldByListed';
import { isScreened, screenList } from '../screening/screenList';
import type { HeldParty, Hit, NamedEntity, Screened } from '../screening/screened';
import { screenedLines, screenedSheets } from '../screening/screenedText';

interface ScreenOptions {
  against: string[];
  threshold: number;
  limit: number;
  asOf?: string;
  output?: string;
  matched?: string;
  json?: boolean;
}

/** Every entity of a case against lists, and who is held by those that may be listed; exit code 1 on a hit. */
export async function screen(file: string, options: ScreenOptions, io: Io): Promise<ExitCode> {
  // A wrong ending is told before anything is read.
  if (options.output !== undefined && !/\.xlsx$/i.test(options.output))
    throw new MisuseError(`${options.output}: a screening is written as .xlsx. Take --json for a program, --matched for the screen.`);
  return withStore({ data: file }, io, (opened) => screenIn(opened, file, options, io));
}

/** A hit with the record that was on the list. */
interface ListHit {
  readonly proposal: MatchProposal;
  readonly list: string;
  readonly record: Entity;
}

async function screenIn(opened: OpenStore, file: string, options: ScreenOptions, io: Io): Promise<ExitCode> {
  const all: Entity[] = [];
  for await (const some of eachEntity(opened)) for (const entity of some) all.push(entity);
  const screened = all.filter(isScreened);
  const byId = new Map(screened.map((e) => [e.id, e]));
  const found: ListHit[] = [];
  const lists: Screened['lists'][number][] = [];
  const matched: { name: string; dataset: Dataset }[] = [];
  let more = 0;
  for (const path of options.against) {
    await withStore({ data: path }, io, async (list) => {
      const name = basename(path);
      const answer = await screenList(screened, list, options, (done) => io.progress?.(`${name} · ${Math.round(done * 100)} %`));
      io.progress?.('');
      const ids = [...new Set(answer.proposals.map((p) => p.b))];
      const records = new Map((await list.store.entities({ ids })).map((e) => [e.id, e]));
      found.push(...answer.proposals.map((proposal) => ({ proposal, list: name, record: records.get(proposal.b)! })));
      lists.push({ file: path, title: list.head.title, entities: answer.entities, compared: answer.compared });
      more += answer.more;
      if (options.matched !== undefined) matched.push({ name, dataset: await datasetOf(list, { entities: ids }) });
    });
  }
  const best = found.sort((x, y) => y.proposal.score - x.proposal.score);
  const hits = best.slice(0, options.limit).map((hit) => toldHit(hit, byId));
  const { held, notAsked } = await heldByListed(opened.store, [...new Set(best.map((h) => h.proposal.a))], options.asOf);
  const answer: Screened = {
    case: file, threshold: options.threshold, screened: screened.length, notScreened: all.length - screened.length, lists, hits,
    more: more + best.length - hits.length, held: await toldHeld(opened, held, best.map((h) => byId.get(h.proposal.a)!)), notAsked,
  };
  if (options.matched !== undefined) await writeMatched(options.matched, matched, io);
  if (options.output !== undefined) {
    await writeOutput(options.output, (await sheetsFile(screenedSheets(answer))).bytes);
    io.err(`${options.output}: ${hits.length} hits, ${answer.held.length} held.`);
  }
  if (options.json) printJson(io, answer);
  else io.out(screenedLines(answer).join('\n'));
  return hits.length > 0 ? 1 : 0;
}

const named = ({ id, name, type }: Entity): NamedEntity => ({ id, name, type });

function toldHit({ proposal: { a, score, certainty, reasons }, list, record }: ListHit, byId: ReadonlyMap<string, Entity>): Hit {
  const topics = record.properties?.topics;
  return {
    entity: named(byId.get(a)!),
    listed: { ...named(record), list, ...(topics === undefined ? {} : { topics: [topics].flat().join(', ') }) },
    score, certainty, reasons,
  };
}

async function toldHeld(opened: OpenStore, held: readonly HeldEntity[], hit: readonly Entity[]): Promise<HeldParty[]> {
  const listed = new Map(hit.map((e) => [e.id, e]));
  const told: HeldParty[] = [];
  for (const { entity, answer } of held) {
    const stakes = [...answer.direct, ...answer.holdings];
    const beside = [entity, ...stakes.flatMap((h) => [h.holder, h.held])].filter((id) => !listed.has(id));
    const found = await datasetOf(opened, { entities: beside, relationships: stakes.flatMap((h) => h.relationships) });
    const part = { ...found, entities: [...found.entities, ...listed.values()] };
    const question = { entity, filter: {}, listed: [...listed.keys()] };
    const sentences = sentencesOf(part, { filter: spokenAt({}, answer) });
    const { rule } = ownershipSentences(answer, question, sentences, (id) => id);
    const { proof, aggregate, answer: counts } = answer.listed!;
    told.push({
      entity: named(part.entities.find((e) => e.id === entity)!), answer: counts as HeldParty['answer'], aggregate, proof,
      because: proofText(rule!.proof, 0),
    });
  }
  return told;
}

function proofText({ sentence, below }: ProofLine, depth: number): string[] {
  return [`${'  '.repeat(depth)}${plainText(sentence)}`, ...below.flatMap((line) => proofText(line, depth + 1))];
}

/** Those of the lists that were hit, as a dataset: opened beside the case on the screen, they are proposed there, pair by pair. */
async function writeMatched(path: string, lists: readonly { name: string; dataset: Dataset }[], io: Io): Promise<void> {
  const [first, ...others] = lists;
  const { dataset } = others.reduce((sum, { name, dataset }) => combineDatasets(sum.dataset, dataset, name), { dataset: first!.dataset });
  await writeOutput(path, writeDataset({ ...dataset, title: `Hits on ${lists.map(({ name }) => name).join(', ')}` }));
  io.err(`${path}: ${dataset.entities.length} listed entities. Open the case, and drop this file on the right third of the window.`);
}
