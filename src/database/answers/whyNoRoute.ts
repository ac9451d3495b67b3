import { LONGEST_ROUTE, type CallOptions, type NoRouteAnswer, type RouteQuestion } from '../../model';
import { questions } from '../../store';
import { TooManyTiesError } from '../limits';
import type { DatabaseReader } from '../reading/databaseReader';
import { EVERYTHING } from '../reading/walk';
import { askedRoutes, groundOf, routePart, shortestRoute, tooManyTies, walkOf, type AskedRoutes } from './routes';

/**
 * What to give up for a route: looked for among all ways of as many hops as were asked for, whatever ties them, and among longer ones of
 * the ties that were admitted. Only where nothing alone helps, all ways of the longest that there are are looked at.
 */
export async function answerWhyNoRoute(reader: DatabaseReader, question: RouteQuestion, options: CallOptions): Promise<NoRouteAnswer> {
  const asked = await askedRoutes(reader, question);
  const disconnected = !(await hangTogether(reader, asked));
  if (disconnected || (await shortestRoute(reader, asked, options)) !== undefined) return { relaxations: [], disconnected };
  try {
    const single = await among(reader, asked, question.maxHops, options);
    if (single.relaxations.length > 0 || question.maxHops === LONGEST_ROUTE) return { ...single, disconnected };
    return { ...(await among(reader, asked, LONGEST_ROUTE, options)), disconnected };
  } catch (error) {
    throw error instanceof TooManyTiesError ? tooManyTies(reader) : error;
  }
}

async function among(reader: DatabaseReader, asked: AskedRoutes, hops: number, options: CallOptions): Promise<NoRouteAnswer> {
  const { from, to } = asked;
  const everything = await groundOf(reader, { from, to, via: undefined }, { ...EVERYTHING, named: walkOf(asked).named });
  const ns = new Set((await everything.shortest(hops)) === undefined ? [] : await everything.within(hops));
  const length = await shortestRoute(reader, { ...asked, question: { ...asked.question, maxHops: LONGEST_ROUTE } }, options);
  if (length !== undefined) {
    const longer = await groundOf(reader, asked, walkOf(asked));
    if ((await longer.shortest(length)) !== undefined) for (const n of await longer.within(length)) ns.add(n);
  }
  const part = await routePart(reader, [...ns], asked, true);
  return questions.whyNoRoute.answer(part, asked.question, options);
}

async function hangTogether(reader: DatabaseReader, { from, to }: AskedRoutes): Promise<boolean> {
  const { connection, schema } = reader.records;
  const [[components]] = (await connection.query(
    `select count(distinct component) from ${schema}.degrees where n = any($1::bigint[])`, [`{${from},${to}}`],
  )) as [[number]];
  return components === 1;
}
