import type { Command } from 'commander';
import {
  asOf, directions, entityTypeIds, families, NOT_BETWEEN, relationshipTypeIds, routeQuestion, statuses, undatedRules,
  type Filter, type Period, type RouteQuestion,
} from '../model';
import { MisuseError } from './io';
import { date, listOf, oneOf, stretch, wholeNumber } from './optionValues';

/** The options of `trace` and `snapshot --trace`, as commander hands them over. */
export interface RouteOptions {
  k?: number;
  maxHops?: number;
  direction?: RouteQuestion['direction'];
  types?: string[];
  families?: string[];
  entityTypes?: string[];
  status?: string[];
  asOf?: string;
  during?: Period;
  certainly?: boolean;
  undated?: Filter['undated'];
  avoid?: string[];
  via?: string;
  hub?: number;
  places?: boolean;
}

/** What `between --through` may name: types, families, all. */
const THROUGH: readonly string[] = [...relationshipTypeIds, ...families, 'all'];

/** Adds the options that say which relationships count and when. */
export function withFilterOptions(command: Command): Command {
  return command
    .option('--types <types>', 'only these types of relationship, with commas', listOf(relationshipTypeIds))
    .option('--families <families>', `only these families: ${families.join(', ')}`, listOf(families))
    .option('--entity-types <types>', 'only these types of entity, with commas', listOf(entityTypeIds))
    .option('--status <statuses>', `only these statuses: ${statuses.join(', ')} (default: all but denied)`, listOf(statuses))
    .option('--as-of <date>', 'what held at some time of this year, month or day', date)
    .option('--during <from..to>', 'what held at some time of this period', stretch)
    .option('--certainly', 'with --as-of or --during: leave out what may not have held then')
    .option(
      '--undated <rule>', 'with a date or period: a relationship without a start was held, or is possible (default): held, possible',
      oneOf(undatedRules),
    );
}

/** Adds the options of a route question to a command; of a question about a `pair`, without what says which routes to list. */
export function withRouteOptions(command: Command, { pair = false } = {}): Command {
  const asked = withFilterOptions(command)
    .option('-k <n>', pair ? 'how many routes are counted, shortest first' : 'how many routes at most', wholeNumber)
    .option('--max-hops <n>', 'the longest route, in hops', wholeNumber)
    .option('--direction <direction>', 'any, or along the arrows only: any, along', oneOf(directions))
    .option('--avoid <names...>', 'entities that no route may pass')
    .option('--hub <n>', 'entities with more relationships than this are no stepping stones', wholeNumber)
    .option('--places', 'let places be stepping stones');
  const through = `also through ties that make nobody an intermediary (${NOT_BETWEEN.join(', ')}): types or families with commas, or all`;
  return pair
    ? asked.option('--through <types>', through, listOf(THROUGH))
    : asked.option('--via <name>', 'an entity that every route passes');
}

/** The filter that the options ask for. */
export function filterOf(o: RouteOptions): Filter {
  if (o.asOf !== undefined && o.during !== undefined) throw new MisuseError('Ask --as-of a date or --during a period, not both.');
  const asked = o.asOf === undefined ? o.during : asOf(o.asOf);
  return {
    ...(o.types ? { relationshipTypes: o.types as Filter['relationshipTypes'] } : {}),
    ...(o.families ? { families: o.families as Filter['families'] } : {}),
    ...(o.entityTypes ? { entityTypes: o.entityTypes as Filter['entityTypes'] } : {}),
    ...(o.status ? { statuses: o.status as Filter['statuses'] } : {}),
    ...(asked ? { period: asked } : {}),
    ...(o.certainly ? { certainly: true } : {}),
    ...(o.undated ? { undated: o.undated } : {}),
  };
}

/** The question that the options ask, over ids that are resolved already. Throws MisuseError where a figure is out of its range. */
export function questionOf(from: string, to: string, o: RouteOptions, ids: { avoid: string[]; via?: string }): RouteQuestion {
  const asked = routeQuestion.safeParse({
    from,
    to,
    filter: filterOf(o),
    avoid: ids.avoid,
    ...(ids.via === undefined ? {} : { via: ids.via }),
    ...(o.k === undefined ? {} : { k: o.k }),
    ...(o.maxHops === undefined ? {} : { maxHops: o.maxHops }),
    ...(o.direction === undefined ? {} : { direction: o.direction }),
    ...(o.hub === undefined ? {} : { hub: o.hub }),
    ...(o.places === undefined ? {} : { places: o.places }),
  });
  if (asked.success) return asked.data;
  const [issue] = asked.error.issues;
  throw new MisuseError(`${issue!.path.join('.')}: ${issue!.message}`);
}
