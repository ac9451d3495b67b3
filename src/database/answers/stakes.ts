import { recordsStake, relationshipTypeIds, type CallOptions, type Filter, type OwnersQuestion, type VenturesQuestion } from '../../model';
import { questions, TooMuchAskedError } from '../../store';
import type { DatabaseReader } from '../reading/databaseReader';
import type { Tie } from '../reading/part';
import type { Values } from '../reading/walk';

const STAKES = relationshipTypeIds.filter(recordsStake);

/** A stake in one of some entities: its row there, which of a stake in oneself is that of its `from`. */
function stakesIn(values: Values, entities: Iterable<number>): string[] {
  return [`a.entity = any(${values.numbers(entities)})`, '(not a.forward or a.entity = a.neighbour)', isStake(values)];
}

function isStake(values: Values): string {
  return `a.type = any(${values.texts(STAKES)})`;
}

/** Everybody above an entity, level by level along stakes against their arrows. */
export async function answerOwners(reader: DatabaseReader, asked: OwnersQuestion, options: CallOptions) {
  const { entity, asOf, listed = [], filter } = asked;
  const n = await reader.known([entity, ...listed]);
  const { certainly: _certainly, ...then } = filter;
  const admitted: Filter = asOf ? { ...then, period: asOf } : filter;
  const above = new Set([n.get(entity)!]);
  const stakes = new Map<number, Tie>();
  for (let level = [...above]; level.length > 0; ) {
    options.signal?.throwIfAborted();
    const found = await reader.ties(admitted, (values) => stakesIn(values, level));
    for (const stake of found) stakes.set(stake.n, stake);
    if (stakes.size > reader.limits.records) throw new TooMuchAskedError(stakes.size, reader.limits.records);
    level = [...new Set(found.map((stake) => stake.from))].filter((holder) => !above.has(holder));
    for (const holder of level) above.add(holder);
  }
  return questions.owners.answer(await reader.partWith([...stakes.values()], n.values()), asked, options);
}

export async function answerVentures(reader: DatabaseReader, asked: VenturesQuestion, options: CallOptions) {
  const { about, filter } = asked;
  if (about === undefined) {
    const { connection, schema } = reader.records;
    const stakes = await reader.ties(filter, (values) => ['a.forward', isStake(values)]);
    const rows = await connection.query(
      `select n from ${schema}.entities where type = 'jointVenture' limit ${reader.limits.records + 1}`,
    );
    return questions.ventures.answer(await reader.partWith(stakes, rows.map(([n]) => n as number)), asked, options);
  }
  const n = (await reader.known([about])).get(about)!;
  const held = await reader.ties(filter, (values) => [`a.entity = ${values.add(n)}`, 'a.forward', isStake(values)]);
  const ventures = new Set([n, ...held.map((stake) => stake.to)]);
  const stakes = await reader.ties(filter, (values) => stakesIn(values, ventures));
  return questions.ventures.answer(await reader.partWith(stakes, ventures), asked, options);
}
