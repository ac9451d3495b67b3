import { boundsText } from '../../analysis';
import { datesText, type Relationship } from '../../model';
import { printJson, type ExitCode, type Io } from '../io';
import { namesIn } from '../namesIn';
import { datasetOf, withStore, type DataOptions, type OpenStore } from '../openStore';
import { resolveId } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

/** The jointly held companies, their partners and who meets in them; exit code 1 where there is none. */
export function ventures(about: string | undefined, options: RouteOptions & DataOptions & { json?: boolean }, io: Io): Promise<ExitCode> {
  return withStore(options, io, (opened) => venturesIn(opened, about, options, io));
}

async function venturesIn(
  opened: OpenStore, about: string | undefined, options: RouteOptions & { json?: boolean }, io: Io,
): Promise<ExitCode> {
  const { store } = opened;
  const id = about === undefined ? undefined : await resolveId(store, about);
  const answer = await store.ventures({ filter: filterOf(options), ...(id === undefined ? {} : { about: id }) });
  const dataset = await datasetOf(opened, {
    entities: [
      ...answer.ventures.flatMap((v) => [v.venture, ...v.partners.map((p) => p.partner)]),
      ...answer.coVentures.flatMap((c) => [c.a, c.b, ...c.ventures]),
    ],
    relationships: answer.ventures.flatMap((v) => v.partners.flatMap((p) => p.relationships)),
  });
  const records = new Map(dataset.relationships.map((r) => [r.id, r]));
  if (options.json)
    printJson(io, {
      ...answer,
      ventures: answer.ventures.map((v) => ({
        ...v, partners: v.partners.map((p) => ({ ...p, relationships: recordsOf(records, p.relationships) })),
      })),
    });
  else {
    const name = namesIn(dataset);
    const lines = answer.ventures.flatMap((v) => [
      name(v.venture),
      ...v.partners.map(
        (p) =>
          `  ${name(p.partner)}  ${boundsText(p.share)}  ${recordsOf(records, p.relationships)
            .map((r) => [r.type, r.role, datesText(r)].filter(Boolean).join(', '))
            .join('; ')}`,
      ),
      ...v.clashes.map((c) => `  ! ${c.sum} % together from ${c.from}: ${c.relationships.join(', ')}`),
    ]);
    const meetings = answer.coVentures.map((c) => `  ${name(c.a)} and ${name(c.b)}: ${c.ventures.map(name).join(', ')}`);
    io.out(
      [
        ...lines, ...(meetings.length > 0 ? ['Who meets where:', ...meetings] : []),
        ...(answer.moreCoVentures ? [`  and ${answer.moreCoVentures} more pairs`] : []),
      ].join('\n'),
    );
  }
  return answer.ventures.length > 0 ? 0 : 1;
}

/** What the relationships of a partner say: type, role, share, dates, claims. */
function recordsOf(records: ReadonlyMap<string, Relationship>, ids: readonly string[]) {
  return ids
    .map((id) => records.get(id)!)
    .map(({ id, type, role, share, start, end, claims }) => ({
      id, type, ...(role ? { role } : {}), ...(share === undefined ? {} : { share }), ...(start ? { start } : {}), ...(end ? { end } : {}),
      claims,
    }));
}
