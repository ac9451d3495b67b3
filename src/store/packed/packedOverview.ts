import { z } from 'zod';
import { overviewSteps, type Overview } from '../../analysis';
import type { GraphIndex } from '../../graph';
import { inTurns, type CallOptions } from '../../model';
import { damaged, type SectionReader } from '../../packed';
import { GROUPS, MEMBERS } from '../memory/overviewIn';
import { overviewShape } from '../overviewShape';

const SECTION = 'overview';
/** A number that changes whenever the rules that an overview rests on do. What was made by others is made anew. */
const RULES = 1;

const kept = z.object({ rules: z.int(), overview: z.unknown() });
const shape = overviewShape(z.string(), z.number()).omit({ modularity: true }).extend({ modularity: z.number() });

/** What is asked first of a large dataset, to be kept beside its records. */
export async function packedOverview(index: GraphIndex, options: CallOptions): Promise<Readonly<Record<string, unknown>>> {
  const steps = overviewSteps(index, { by: 'communities', filter: {}, groups: GROUPS, members: MEMBERS });
  return { [SECTION]: { rules: RULES, overview: await inTurns(steps, options) } };
}

/**
 * The overview that was written beside the records; nothing where there is none, or where it was made by other rules. Rejects with
 * `PackedFileError` for one that does not fit the records.
 */
export async function readPackedOverview(index: GraphIndex, sections: SectionReader): Promise<Overview | undefined> {
  if (!sections.has(SECTION)) return undefined;
  const told = kept.safeParse(await sections.json(SECTION));
  if (!told.success) throw misfit();
  if (told.data.rules !== RULES) return undefined;
  const overview = shape.safeParse(told.data.overview);
  if (!overview.success || !fits(overview.data, index)) throw misfit();
  return overview.data as Overview;
}

/** Whether it counts each entity once and names those that are there. */
function fits({ entities, places, groups, rest, ties }: z.infer<typeof shape>, index: GraphIndex): boolean {
  const listed = groups.reduce((sum, group) => sum + group.entities, 0);
  return (
    entities + places === index.entityCount && listed + rest.entities === entities && rest.alone <= rest.entities
    && groups.every(({ members, types, ...group }) =>
      members.length <= group.entities && new Set(members).size === members.length
      && members.every((id) => index.entityIndexOf(id) !== -1)
      && types.reduce((sum, type) => sum + type.entities, 0) === group.entities)
    && ties.every(({ groups: [a, b] }) => a < b && b < groups.length)
  );
}

function misfit(): Error {
  return damaged(`section "${SECTION}"`, 'it does not fit the records');
}
