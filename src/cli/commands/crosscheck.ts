import { basename } from 'node:path';
import { namesFile, sheetsFile } from '../../formats';
import {
  namesQuestion,
  takenCandidate,
  tiesQuestion,
  type DatasetPart,
  type ListedName,
  type NameCandidate,
  type NamesAnswer,
} from '../../model';
import { crosscheckBrief, crosscheckSheets, type CrosscheckInput } from '../../publish';
import type { GraphStore } from '../../store';
import { givenBytes } from '../givenFile';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { watched } from '../openDataset';
import { withStore, type DataOptions, type OpenStore } from '../openStore';
import { writeOutput } from '../outputFile';
import { resolveIds } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

interface CrosscheckOptions extends Omit<RouteOptions, 'via' | 'direction' | 'k'>, DataOptions {
  accept?: number;
  output?: string;
  json?: boolean;
}

/** Who of a list of names is in the data, and who of them is tied to whom; exit code 1 where nobody is tied to anybody. */
export async function crosscheck(list: string, options: CrosscheckOptions, io: Io): Promise<ExitCode> {
  // A wrong ending is told before anything is read.
  if (options.output !== undefined && !/\.(xlsx|md)$/i.test(options.output))
    throw new MisuseError(`${options.output}: a cross-check is written as .xlsx or .md. Take --json for a program.`);
  const names = await namesOf(list, io);
  return withStore(options, io, (opened) => crosscheckIn(opened, list, names, options, io));
}

async function namesOf(list: string, io: Io): Promise<readonly ListedName[]> {
  const { names, issues } = await namesFile(await givenBytes(list, io), basename(list));
  for (const { message } of issues) io.err(`${list}: ${message}`);
  if (names.length === 0) throw new MisuseError(`${list} holds no names: write one a line, or a table with a column "name".`);
  return names;
}

async function crosscheckIn(
  { store }: OpenStore,
  list: string,
  names: readonly ListedName[],
  options: CrosscheckOptions,
  io: Io,
): Promise<ExitCode> {
  const { matches } = await store.matchNames(namesQuestion.parse({ names }), told(io, 'Finding the names'));
  io.progress?.('');
  const from = options.accept === undefined ? undefined : options.accept / 100;
  const taken = matches.map(({ candidates }, i) => takenCandidate(names[i]!, candidates, from));
  const parties = [...new Set(taken.flatMap((one) => (one ? [one.entity] : [])))];
  const question = parties.length < 2 ? undefined : await tiesAsked(store, parties, options);
  const ties = question && (await store.tiesAmong(question, told(io, 'Looking for ties')));
  io.progress?.('');
  if (options.json) printJson(io, { names: jsonNames(matches, taken), ...(ties ? { maxHops: question!.maxHops, ...ties } : { ties: [] }) });
  const title = `${basename(list)}, checked against the data`;
  const input: CrosscheckInput = {
    title,
    names,
    matches,
    taken,
    ties,
    question,
    part: await partFor(store, matches, ties?.ties ?? [], ties?.between ?? []),
  };
  if (options.output !== undefined) await write(options.output, input, io);
  else if (!options.json) io.out(crosscheckBrief(input).trimEnd());
  return (ties?.tied ?? 0) > 0 ? 0 : 1;
}

function told(io: Io, phase: string) {
  const { onProgress } = watched(io);
  return onProgress ? { onProgress: (done: number) => onProgress(done, { phase }) } : {};
}

async function tiesAsked(store: GraphStore, parties: string[], options: CrosscheckOptions) {
  const { maxHops, hub, places } = options;
  const given = Object.fromEntries(Object.entries({ maxHops, hub, places }).filter(([, value]) => value !== undefined));
  const asked = tiesQuestion.safeParse({ parties, filter: filterOf(options), avoid: await resolveIds(store, options.avoid), ...given });
  if (!asked.success) throw new MisuseError(asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return asked.data;
}

function jsonNames(matches: NamesAnswer['matches'], taken: readonly (NameCandidate | undefined)[]) {
  return matches.map((match, i) => ({ ...match, taken: taken[i]?.entity ?? null }));
}

/** The records of all that is named: whoever a name may be, and the routes. */
async function partFor(
  store: GraphStore,
  matches: NamesAnswer['matches'],
  ties: readonly { entities: readonly string[]; relationships: readonly string[] }[],
  between: readonly { entity: string }[],
): Promise<DatasetPart> {
  const ids = [
    ...matches.flatMap(({ candidates }) => candidates.map((c) => c.entity)),
    ...ties.flatMap((t) => t.entities),
    ...between.map((b) => b.entity),
  ];
  const relationships = await store.relationships({ ids: [...new Set(ties.flatMap((t) => t.relationships))] });
  const cited = new Set(relationships.flatMap((r) => r.claims.map((c) => c.source)));
  return { entities: await store.entities({ ids: [...new Set(ids)] }), relationships, sources: await store.sources({ ids: [...cited] }) };
}

async function write(path: string, input: CrosscheckInput, io: Io): Promise<void> {
  const content = /\.md$/i.test(path) ? crosscheckBrief(input) : (await sheetsFile(crosscheckSheets(input))).bytes;
  await writeOutput(path, content);
  io.err(`${path}: ${input.matches.length} names, ${input.ties?.tied ?? 0} tied pairs.`);
}
