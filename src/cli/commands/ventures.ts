import { boundsText } from '../../analysis';
import { datesText, type Dataset } from '../../model';
import { MemoryStore } from '../../store';
import { printJson, type ExitCode, type Io } from '../io';
import { namesIn } from '../namesIn';
import { openDataset } from '../openDataset';
import { resolveId } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

/** The jointly held companies, their partners and who meets in them; exit code 1 where there is none. */
export async function ventures(about: string | undefined, options: RouteOptions & { data?: string; json?: boolean }, io: Io): Promise<ExitCode> {
  const dataset = await openDataset(options.data, io);
  const store = await MemoryStore.open(dataset);
  const id = about === undefined ? undefined : await resolveId(store, about);
  const answer = await store.ventures({ filter: filterOf(options), ...(id === undefined ? {} : { about: id }) });
  if (options.json) printJson(io, { ...answer, ventures: answer.ventures.map((v) => ({ ...v, partners: v.partners.map((p) => ({ ...p, relationships: recordsOf(dataset, p.relationships) })) })) });
  else {
    const name = namesIn(dataset);
    const lines = answer.ventures.flatMap((v) => [
      name(v.venture),
      ...v.partners.map((p) => `  ${name(p.partner)}  ${boundsText(p.share)}  ${recordsOf(dataset, p.relationships).map((r) => [r.type, r.role, datesText(r)].filter(Boolean).join(', ')).join('; ')}`),
      ...v.clashes.map((c) => `  ! ${c.sum} % together from ${c.from}: ${c.relationships.join(', ')}`),
    ]);
    const meetings = answer.coVentures.map((c) => `  ${name(c.a)} and ${name(c.b)}: ${c.ventures.map(name).join(', ')}`);
    io.out([...lines, ...(meetings.length > 0 ? ['Who meets where:', ...meetings] : []), ...(answer.moreCoVentures ? [`  and ${answer.moreCoVentures} more pairs`] : [])].join('\n'));
  }
  return answer.ventures.length > 0 ? 0 : 1;
}

/** What the relationships of a partner say: type, role, share, dates, claims. */
function recordsOf(dataset: Dataset, ids: readonly string[]) {
  return dataset.relationships
    .filter((r) => ids.includes(r.id))
    .map(({ id, type, role, share, start, end, claims }) => ({ id, type, ...(role ? { role } : {}), ...(share === undefined ? {} : { share }), ...(start ? { start } : {}), ...(end ? { end } : {}), claims }));
}
