import { routesBrief } from '../../publish';
import type { RouteAnswer } from '../../model';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { withStore, type DataOptions, type OpenStore } from '../openStore';
import { resolveId, resolveIds } from '../resolve';
import { questionOf, type RouteOptions } from '../routeOptions';
import { tracePattern, type PatternOptions } from './tracePattern';

/** Every route between two entities, or that follows a pattern; exit code 1 where there is none, with what would give one. */
export async function trace(
  from: string | undefined, to: string | undefined, options: PatternOptions & DataOptions, io: Io,
): Promise<ExitCode> {
  const { pattern } = options;
  if (pattern !== undefined) return withStore(options, io, (opened) => tracePattern(opened, [from, to], { ...options, pattern }, io));
  if (options.fromAny !== undefined || options.toAny !== undefined) throw new MisuseError('--from-any and --to-any go with a --pattern.');
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? 'from' : 'to';
    throw new MisuseError(`Name two entities, as trace Huawei Koryolink: "${missing}" is missing.`);
  }
  return withStore(options, io, (opened) => traceIn(opened, from, to, options, io));
}

async function traceIn(
  { store }: OpenStore, from: string, to: string, options: RouteOptions & { json?: boolean }, io: Io,
): Promise<ExitCode> {
  const ids = { avoid: await resolveIds(store, options.avoid), ...(options.via ? { via: await resolveId(store, options.via) } : {}) };
  const question = questionOf(await resolveId(store, from), await resolveId(store, to), options, ids);
  const answer = await store.routes(question);
  if (options.json) printJson(io, answer);
  else if (answer.routes.length > 0) {
    const part = await store.part({ ids: entitiesOf(answer) });
    io.out(
      routesBrief({ title: `${nameIn(part, question.from)} to ${nameIn(part, question.to)}`, part, trace: { question, answer } }).trimEnd(),
    );
  }
  if (answer.cutOff !== undefined) io.err(answer.cutOff);
  if (answer.routes.length > 0) return 0;
  const why = await store.whyNoRoute(question);
  io.err('There is no such route.');
  if (why.disconnected) io.err('Nothing in the dataset ties the two, whatever is admitted.');
  for (const { sentence, length } of why.relaxations) io.err(`To get one of ${length} ${length === 1 ? 'hop' : 'hops'}: ${sentence}.`);
  if (why.pair) io.err(`No single change gives one; these two together do: ${why.pair[0]} and ${why.pair[1]}.`);
  return 1;
}

/** Every entity on some route of an answer, in order of first appearance. */
function entitiesOf({ routes }: RouteAnswer): string[] {
  return [...new Set(routes.flatMap((route) => route.entities))];
}

function nameIn(part: { entities: { id: string; name: string; shortName?: string | undefined }[] }, id: string): string {
  const entity = part.entities.find((e) => e.id === id);
  return entity?.shortName ?? entity?.name ?? id;
}
