import { intermediaryQuestion } from '../../model';
import { MemoryStore } from '../../store';
import { printJson, type ExitCode, type Io } from '../io';
import { namesIn } from '../namesIn';
import { openDataset } from '../openDataset';
import { resolveId, resolveIds } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

export type BetweenOptions = Omit<RouteOptions, 'via'> & { data?: string; json?: boolean };

/** Who stands between two entities; exit code 1 where nothing ties them. */
export async function between(from: string, to: string, options: BetweenOptions, io: Io): Promise<ExitCode> {
  const dataset = await openDataset(options.data, io);
  const store = await MemoryStore.open(dataset);
  const { k, maxHops, direction, hub, places } = options;
  const asked = { k, maxHops, direction, hub, places };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const ends = { from: await resolveId(store, from), to: await resolveId(store, to) };
  const answer = await store.between(intermediaryQuestion.parse({ ...ends, avoid: await resolveIds(store, options.avoid), filter: filterOf(options), ...given }));
  const name = namesIn(dataset);
  const tied = answer.independentRoutes > 0;
  if (options.json) printJson(io, answer);
  else if (!tied) io.err(`Nothing ties ${name(ends.from)} to ${name(ends.to)} here.`);
  else {
    io.out([
      `${answer.independentRoutes} ${answer.independentRoutes === 1 ? 'route shares' : 'routes share'} no entity between ${name(ends.from)} and ${name(ends.to)}${answer.direct ? ', the direct tie among them' : ''}:`,
      ...answer.disjoint.map((route) => `  ${route.map(name).join(' – ')}`),
      answer.onEveryRoute.length > 0 ? `On every${answer.direct ? ' other' : ''} route: ${answer.onEveryRoute.map(name).join(', ')}` : 'Nobody is on every route.',
      `Smallest sets whose removal leaves no${answer.direct ? ' other' : ''} route${answer.complete ? '' : ' (there may be more)'}:`,
      ...answer.separators.map((set) => `  ${set.map(name).join(', ')}`),
      'How often each lies between:',
      ...answer.share.slice(0, 20).map(({ entity, routes, of }) => `  ${String(routes).padStart(4)} of ${of}  ${name(entity)}`),
    ].join('\n'));
  }
  return tied ? 0 : 1;
}
