import { overviewSteps, type Overview } from '../../analysis';
import { batchesBelow } from '../../graph';
import { inTurns, partOfWork, type CallOptions } from '../../model';
import type { OverviewAnswer, OverviewQuestion } from '../graphStore';
import type { DatasetReader } from './datasetReader';

/** What an overview is made of where the question does not say. */
export const GROUPS = 24;
export const MEMBERS = 25;
/** The question that a packed file has the answer of. */
const EVERYTHING = JSON.stringify({ by: 'communities', filter: {}, groups: GROUPS, members: MEMBERS });
/** How many overviews are kept: what was told last is often asked for again. */
const KEPT = 8;

/** The whole dataset in groups, with what ties them. It is computed once for each question that is put in the same words. */
export async function overviewIn(
  reader: DatasetReader, { by = 'communities', filter = {}, groups = GROUPS, members = MEMBERS }: OverviewQuestion, options: CallOptions,
): Promise<OverviewAnswer> {
  const key = JSON.stringify({ by, filter, groups, members });
  const kept = reader.overviews.get(key);
  if (kept) return kept;
  const packed = by === 'communities' && key === EVERYTHING ? await reader.packedOverview() : undefined;
  const byCountry = by === 'type-country';
  const countries = byCountry ? await countriesOf(reader, partOfWork(options, 0, 0.5)) : undefined;
  const steps = overviewSteps(reader.index, { by, filter, groups, members, countries: countries?.codes });
  const overview = packed ?? await inTurns(steps, partOfWork(options, byCountry ? 0.5 : 0, 1));
  const answer = await named(reader, overview, countries?.names ?? [], options);
  reader.overviews.set(key, answer);
  for (const oldest of reader.overviews.keys()) if (reader.overviews.size > KEPT) reader.overviews.delete(oldest);
  return answer;
}

/** The country of each entity, as a place in `names`; 0 where none is recorded. */
interface Countries {
  readonly codes: Uint32Array;
  readonly names: readonly string[];
}

/** Goes through the records of all entities. */
async function countriesOf({ table }: DatasetReader, { signal, onProgress }: CallOptions): Promise<Countries> {
  const codes = new Uint32Array(table.entityCount);
  const codeOf = new Map<string, number>([['', 0]]);
  for (const batch of batchesBelow(table.entityCount)) {
    for (const [i, { jurisdiction = '' }] of (await table.entities(batch, signal)).entries()) {
      const code = codeOf.get(jurisdiction) ?? codeOf.size;
      codeOf.set(jurisdiction, code);
      codes[batch[i]!] = code;
    }
    onProgress?.(batch[0]! / table.entityCount);
  }
  return { codes, names: [...codeOf.keys()] };
}

async function named(
  reader: DatasetReader, { groups, ...overview }: Overview, countries: readonly string[], options: CallOptions,
): Promise<OverviewAnswer> {
  const records = new Map((await reader.entities(groups.flatMap((g) => g.members), options)).map((e) => [e.id, e]));
  return {
    ...overview,
    groups: groups.map(({ members, country, ...group }) => ({
      ...group, ...(country === undefined ? {} : { country: countries[country]! }),
      members: members.map((id) => {
        const { name, shortName, type } = records.get(id)!;
        return { id, name: shortName ?? name, type };
      }),
    })),
  };
}
