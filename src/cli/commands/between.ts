import {
  countedText, intermediaryQuestion, leftOutText, NOT_BETWEEN, relationshipType, type IntermediaryAnswer, type IntermediaryQuestion,
} from '../../model';
import { printJson, type ExitCode, type Io } from '../io';
import { namesIn } from '../namesIn';
import { datasetOf, withStore, type DataOptions, type OpenStore } from '../openStore';
import { resolveId, resolveIds } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

type BetweenOptions = Omit<RouteOptions, 'via'> & DataOptions & { json?: boolean; through?: string[] };

/** Who stands between two entities; exit code 1 where nothing ties them. */
export function between(from: string, to: string, options: BetweenOptions, io: Io): Promise<ExitCode> {
  return withStore(options, io, (opened) => betweenIn(opened, from, to, options, io));
}

async function betweenIn(opened: OpenStore, from: string, to: string, options: BetweenOptions, io: Io): Promise<ExitCode> {
  const { store } = opened;
  const { k, maxHops, direction, hub, places } = options;
  const asked = { k, maxHops, direction, hub, places };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const ends = { from: await resolveId(store, from), to: await resolveId(store, to) };
  const answer = await store.between(
    intermediaryQuestion.parse({
      ...ends, avoid: await resolveIds(store, options.avoid), filter: filterOf(options), notThrough: notThrough(options), ...given,
    }),
  );
  const name = namesIn(
    await datasetOf(opened, {
      entities: [
        ends.from, ends.to, ...answer.disjoint.flat(), ...answer.onEveryRoute, ...answer.separators.flat(),
        ...answer.share.map((s) => s.entity),
      ],
    }),
  );
  const tied = answer.independentRoutes > 0;
  const leftOut = leftOutLines(answer);
  if (options.json) printJson(io, answer);
  else if (!tied) io.err([`Nothing ties ${name(ends.from)} to ${name(ends.to)} here.`, ...leftOut].join('\n'));
  else {
    io.out(
      [
        `${answer.independentRoutes} ${answer.independentRoutes === 1 ? 'route shares' : 'routes share'} no entity between `
        + `${name(ends.from)} and ${name(ends.to)}${answer.direct ? ', the direct tie among them' : ''}:`,
        ...answer.disjoint.map((route) => `  ${route.map(name).join(' – ')}`),
        answer.onEveryRoute.length > 0
          ? `On every${answer.direct ? ' other' : ''} route: ${answer.onEveryRoute.map(name).join(', ')}`
          : 'Nobody is on every route.',
        `Smallest sets whose removal leaves no${answer.direct ? ' other' : ''} route${answer.complete ? '' : ' (there may be more)'}:`,
        ...answer.separators.map((set) => `  ${set.map(name).join(', ')}`),
        ...leftOut,
        `How often each lies between, on ${countedText(answer.counted!)} that pass somebody:`,
        ...answer.share.slice(0, 20).map(({ entity, routes, of }) => `  ${String(routes).padStart(4)} of ${of}  ${name(entity)}`),
      ].join('\n'),
    );
  }
  return tied ? 0 : 1;
}

/** The types that make nobody an intermediary, but for those that are asked for by name. */
function notThrough({ through = [], types = [], families: asked = [] }: BetweenOptions): IntermediaryQuestion['notThrough'] {
  if (through.includes('all')) return [];
  const named = new Set([...through, ...types, ...asked]);
  return NOT_BETWEEN.filter((type) => !named.has(type) && !named.has(relationshipType(type).family));
}

function leftOutLines({ leftOut = {} }: IntermediaryAnswer): string[] {
  const text = leftOutText(leftOut);
  return text === '' ? [] : [`Not counted as ties, since they make nobody an intermediary: ${text}. --through TYPES counts them too.`];
}
