import { entityTypeIds, patternProblem, patternQuestion, type EntityType, type PatternEnds } from '../../model';
import { patternsBrief } from '../../publish';
import type { GraphStore } from '../../store';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import type { OpenStore } from '../openStore';
import { resolveId, resolveIds } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

export interface PatternOptions extends RouteOptions {
  pattern?: string;
  fromAny?: string;
  toAny?: string;
  json?: boolean;
}

/** Every route that follows a pattern; exit code 1 where there is none. */
export async function tracePattern(
  { store }: OpenStore,
  names: readonly (string | undefined)[],
  options: PatternOptions & { pattern: string },
  io: Io,
): Promise<ExitCode> {
  const { pattern, k, maxHops, hub, places } = options;
  const wrong = patternProblem(pattern);
  if (wrong) throw new MisuseError(`${wrong.message}\n  ${pattern}\n  ${' '.repeat(wrong.at)}^`);
  if (options.direction !== undefined || options.via !== undefined)
    throw new MisuseError('A pattern says itself which way its steps run and what it passes: leave --direction and --via out.');
  const given = Object.fromEntries(Object.entries({ k, maxHops, hub, places }).filter(([, value]) => value !== undefined));
  const asked = patternQuestion.safeParse({
    ...(await endsAsked(store, names, options)),
    pattern,
    filter: filterOf(options),
    avoid: await resolveIds(store, options.avoid),
    ...given,
  });
  if (!asked.success) throw new MisuseError(asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const answer = await store.patterns(asked.data);
  if (options.json)
    printJson(io, { ...asked.data, ...answer, ends: { from: answer.from, to: answer.to }, from: asked.data.from, to: asked.data.to });
  else {
    const ids = [...new Set([asked.data.from, asked.data.to].flatMap(namedBy).concat(answer.routes.flatMap((r) => r.entities)))];
    const text = patternsBrief({ question: asked.data, answer, part: await store.part({ ids }) }).trimEnd();
    if (answer.routes.length > 0) io.out(text);
    else io.err(text);
  }
  return answer.routes.length > 0 ? 0 : 1;
}

function namedBy(ends: PatternEnds): string[] {
  return 'ids' in ends ? ends.ids : [];
}

/** What is to be named, by how many ends no option gives. */
const NAMES_WANTED = ['no end besides --from-any and --to-any', 'the other end', 'both ends'];

/** Names that stand first are the ends that no `--from-any` or `--to-any` gives. */
async function endsAsked(store: GraphStore, names: readonly (string | undefined)[], { fromAny, toAny }: PatternOptions) {
  const left = names.filter((name) => name !== undefined);
  const wanted = Number(fromAny === undefined) + Number(toAny === undefined);
  if (left.length !== wanted)
    throw new MisuseError(`Name ${NAMES_WANTED[wanted]}, as in trace Huawei Koryolink or trace Huawei --to-any network.`);
  const one = async (name: string): Promise<PatternEnds> => ({ ids: [await resolveId(store, name)] });
  return {
    from: fromAny === undefined ? await one(left.shift()!) : await anyOf(store, fromAny),
    to: toAny === undefined ? await one(left.shift()!) : await anyOf(store, toAny),
  };
}

/** "company", "company|organization@CN", or names with commas between. */
async function anyOf(store: GraphStore, text: string): Promise<PatternEnds> {
  const [types = '', jurisdiction, ...more] = text.split('@');
  const named = types.split('|').map((type) => entityTypeIds.find((id) => id.toLowerCase() === type.trim().toLowerCase()));
  if (named.every((type): type is EntityType => type !== undefined) && more.length === 0)
    return { entityTypes: named, ...(jurisdiction === undefined ? {} : { jurisdiction: jurisdiction.trim().toUpperCase() }) };
  return {
    ids: [
      ...new Set(
        await resolveIds(
          store,
          text.split(',').map((name) => name.trim()),
        ),
      ),
    ],
  };
}
