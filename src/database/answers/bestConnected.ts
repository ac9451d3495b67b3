import { compareText, type CallOptions, type DatasetPart } from '../../model';
import { MOST_TIES_AT_FIRST } from '../../store';
import { textOfKey } from '../connection';
import type { DatabaseReader } from '../reading/databaseReader';
import { Values } from '../reading/walk';
import { answerPart } from './records';

/** So many of those with most others are looked at before whoever is beside the chosen is. */
const FIRST_LOOKED_AT = 5_000;
/** So many with as many others are put in order of ids. */
const ALIKE = 50;

/** Who may be chosen next. */
interface Candidate {
  readonly n: number;
  readonly id: string;
  readonly others: number;
}

/**
 * What to look at first, chosen as `bestConnectedSteps` chooses (see there): whoever has most others, which were counted at loading, then
 * of those beside somebody chosen whoever has most, and so on. Whoever brings more relationships than there is room for is never chosen
 * later either, so that the database passes them over itself. Cost: two statements for each that is chosen.
 */
export async function answerBestConnected(
  reader: DatabaseReader, { limit = 25 }: { limit?: number | undefined }, options: CallOptions,
): Promise<DatasetPart> {
  const chosen = new Map<number, string>();
  let room = MOST_TIES_AT_FIRST;
  while (chosen.size < limit) {
    options.signal?.throwIfAborted();
    const next = (await beside(reader, chosen, room)) ?? (await best(reader, chosen, room, []));
    if (!next) break;
    room -= await brings(reader, next.n, chosen);
    chosen.set(next.n, next.id);
  }
  return answerPart(reader, { ids: [...chosen.values()] }, options);
}

/** The best of those tied to somebody chosen; everybody tied brings a relationship. */
async function beside(reader: DatabaseReader, chosen: ReadonlyMap<number, string>, room: number): Promise<Candidate | undefined> {
  if (chosen.size === 0 || room === 0) return undefined;
  const { schema } = reader.records;
  const among = (values: Values) => `a.neighbour = any(${values.numbers(chosen.keys())}) and a.status <> 'denied'`;
  const first = await best(reader, chosen, room, [
    (values) => `exists (select 1 from ${schema}.adj a where a.entity = c.n and ${among(values)})`,
  ], FIRST_LOOKED_AT);
  return first ?? best(reader, chosen, room, [
    (values) => `c.n in (select a.neighbour from ${schema}.adj a
      where a.entity = any(${values.numbers(chosen.keys())}) and a.status <> 'denied' and a.ntype <> 'place')`,
  ]);
}

type Condition = (values: Values) => string;

/** Whoever has most others, then by id, of those for whom conditions hold and for whose relationships there is room. */
async function best(
  reader: DatabaseReader, chosen: ReadonlyMap<number, string>, room: number, conditions: readonly Condition[], of?: number,
): Promise<Candidate | undefined> {
  const { connection, schema } = reader.records;
  const values = new Values();
  const from = of === undefined ? `${schema}.contacts` : `(select * from ${schema}.contacts order by others desc, key limit ${of})`;
  const where = [
    `c.n <> all(${values.numbers(chosen.keys())})`, ...conditions.map((condition) => condition(values)),
    `(select count(*) from ${schema}.adj a
      where a.entity = c.n and a.neighbour = any(array_append(${values.numbers(chosen.keys())}, c.n))) <= ${values.add(room)}`,
  ];
  const rows = (await connection.query(
    `select c.n, c.key, c.others from ${from} c where ${where.join(' and ')} order by c.others desc, c.key limit ${ALIKE}`, values.list,
  )) as [number, string, number][];
  const candidates = rows.map(([n, key, others]) => ({ n, id: textOfKey(key), others }));
  return candidates.filter(({ others }) => others === candidates[0]!.others).sort((a, b) => compareText(a.id, b.id))[0];
}

async function brings(reader: DatabaseReader, n: number, chosen: ReadonlyMap<number, string>): Promise<number> {
  const { connection, schema } = reader.records;
  const values = new Values();
  const [row] = await connection.query(
    `select count(*) from ${schema}.adj a
     where a.entity = ${values.add(n)} and a.neighbour = any(${values.numbers([n, ...chosen.keys()])})`,
    values.list,
  );
  return row![0] as number;
}
