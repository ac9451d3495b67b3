import { relationshipTypeIds, type CallOptions, type IntermediaryAnswer, type IntermediaryQuestion, type LeftOut } from '../../model';
import { questions, TooMuchAskedError, type DatasetReader } from '../../store';
import { listOf } from '../connection';
import { TooManyTiesError } from '../limits';
import type { DatabaseReader } from '../reading/databaseReader';
import { routePart, tooManyTies, type AskedRoutes } from './routes';

/**
 * Who stands between two: with a longest route from what lies within its reach; without one from all that hangs together with the two,
 * which must be little enough to be read. Throws `TooMuchAskedError` where it is not.
 */
export async function answerBetween(
  reader: DatabaseReader, question: IntermediaryQuestion, options: CallOptions,
): Promise<IntermediaryAnswer> {
  const n = await reader.known([question.from, question.to, ...question.avoid]);
  const asked = { from: n.get(question.from)!, to: n.get(question.to)!, via: undefined, avoid: question.avoid.map((id) => n.get(id)!) };
  const part = await partBetween(reader, question, asked, options);
  const [answer, { admitted }] = [await questions.between.answer(part, question, options), await reader.census(question.filter)];
  const leftOut = relationshipTypeIds
    .filter((type) => question.notThrough.includes(type) && admitted[type] !== undefined)
    .map((type) => [type, admitted[type]]);
  return { ...answer, leftOut: Object.fromEntries(leftOut) as LeftOut };
}

async function partBetween(
  reader: DatabaseReader, question: IntermediaryQuestion, asked: Omit<AskedRoutes, 'question'>, options: CallOptions,
): Promise<DatasetReader> {
  const { maxHops } = question;
  const rules = { ...asked, question: { ...question, maxHops: maxHops ?? 1, k: 1 } };
  if (asked.from === asked.to) return routePart(reader, [], rules);
  options.signal?.throwIfAborted();
  try {
    const ns = maxHops === undefined ? await allAround(reader, asked) : await near(reader, question, asked, maxHops);
    return await routePart(reader, ns, rules);
  } catch (error) {
    throw error instanceof TooManyTiesError ? tooManyTies(reader) : error;
  }
}

async function near(
  reader: DatabaseReader, { filter, direction, places }: IntermediaryQuestion, { from, to, avoid }: Omit<AskedRoutes, 'question'>,
  maxHops: number,
): Promise<number[]> {
  const between = await reader.between({ filter, direction, places, named: [from, to], avoid }, from, to, reader.effort());
  return (await between.shortest(maxHops)) === undefined ? [] : between.within(maxHops);
}

/** Whoever hangs together with the two, whatever ties them; nobody where they do not hang together. */
async function allAround({ records, limits }: DatabaseReader, { from, to }: Omit<AskedRoutes, 'question'>): Promise<number[]> {
  const { connection, schema } = records;
  const components = await connection.query(
    `select distinct component from ${schema}.degrees where n = any($1::bigint[])`, [listOf([from, to])],
  );
  if (components.length > 1) return [];
  const rows = await connection.query(
    `select n from ${schema}.degrees where component = $1 limit ${limits.records + 1}`, [components[0]![0]!],
  );
  if (rows.length > limits.records)
    throw new TooMuchAskedError(
      `More than ${limits.records} entities hang together with the two, which is the most for one question. `
      + 'Name the longest route (--max-hops).',
    );
  return rows.map(([n]) => n as number);
}
