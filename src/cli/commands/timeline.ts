import {
  connectQuestion, MOST_TIMELINE_ROWS, routeQuestion, timelineQuestion, type Filter, type TimelineAnswer, type TimelineQuestion,
} from '../../model';
import type { TimelineInput } from '../../publish';
import { filterPhrases, timelineLines, timelineWords, undatedText } from '../../wording';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { datasetOf, withStore, type DataOptions, type OpenStore } from '../openStore';
import { resolveIds } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

interface TimelineOptions extends RouteOptions, DataOptions {
  /** Two entities: the best route between them. */
  trace?: string[];
  /** Those who tie the named ones together as well. */
  connect?: boolean;
  limit?: number;
  output?: string;
  theme: 'light' | 'dark';
  scale: number;
  json?: boolean;
}

type AskedSet = Pick<TimelineQuestion, 'entities'> & Partial<Pick<TimelineQuestion, 'relationships' | 'ties'>>;

/**
 * What happened when: to one entity with all its ties, to several and what ties them, along a route, or to everything. Sentences by entity,
 * or the answer as JSON; with an output also as picture, page or table. Exit code 1 where nothing of it has a date.
 */
export async function timeline(names: readonly string[], options: TimelineOptions, io: Io): Promise<ExitCode> {
  refuseContradiction(names, options);
  // What draws is loaded only where something is drawn; a wrong ending is told before anything is read.
  const written = options.output === undefined ? undefined : (await import('../timelineFile')).timelineFile(options.output);
  return withStore(options, io, async (opened) => {
    const filter = filterOf(options);
    const { title, ...set } = await setOf(opened, names, options, filter);
    const given = options.limit === undefined ? {} : { limit: options.limit };
    const asked = timelineQuestion.safeParse({ ...set, filter, ...given });
    if (!asked.success) throw new MisuseError(`Name 1 to ${MOST_TIMELINE_ROWS} entities, and 1 to 50000 ties with --limit.`);
    const answer = await opened.store.timeline(asked.data);
    const part = await datasetOf(opened, namedBy(answer, asked.data));
    const publishers = new Map(part.sources.map((s) => [s.id, s.publisher]));
    const lines = [`Asked with: ${filterPhrases(filter, (id) => publishers.get(id) ?? id).join('; ')}.`];
    if (options.json) printJson(io, answer);
    else io.out([...timelineLines(answer, timelineWords(part)), undatedText(answer)].join('\n').trimEnd());
    const input: TimelineInput = { answer, part, title, lines, ...(filter.period ? { period: filter.period } : {}) };
    await written?.(input, options, io);
    return answer.rows.length > 0 ? 0 : 1;
  });
}

function refuseContradiction(names: readonly string[], { trace, connect }: TimelineOptions): void {
  if (trace && names.length > 0) throw new MisuseError('Name entities, or two ends with --trace, not both.');
  if (trace && trace.length !== 2) throw new MisuseError('--trace takes two entities.');
  if (connect && names.length < 2) throw new MisuseError('--connect takes two entities or more: name them.');
}

/** Whose timeline it is, and what it is called. */
async function setOf(
  { store, head }: OpenStore, names: readonly string[], { trace, connect }: TimelineOptions, filter: Filter,
): Promise<AskedSet & { title: string }> {
  if (trace) {
    const [from, to] = await resolveIds(store, trace);
    const [route] = (await store.routes(routeQuestion.parse({ from, to, k: 1, filter }))).routes;
    if (!route) throw new MisuseError(`No route ties ${trace.join(' and ')}, so there is no timeline of one. Ask "trace" why.`);
    const relationships = route.hops.flatMap((hop) => hop.relationships.map((r) => r.id));
    return { entities: route.entities, relationships, title: `Timeline of the best route from ${trace.join(' to ')}` };
  }
  const ids = [...new Set(await resolveIds(store, names))];
  if (connect) {
    const asked = connectQuestion.safeParse({ parties: ids, filter, k: 1 });
    if (!asked.success) throw new MisuseError('Name different entities to connect.');
    const [first] = (await store.connect(asked.data)).connections;
    if (!first) throw new MisuseError('Nothing ties all of them, so there is no timeline of it. Ask "connect" with the same names.');
    return { entities: first.entities, title: `Timeline of what ties ${names.join(', ')}` };
  }
  if (ids.length > 0) return { entities: ids, title: `Timeline of ${names.join(', ')}` };
  return { entities: await everybody(store), ties: 'among', title: `Timeline of ${head.title}` };
}

/** Everybody, where they are few enough for a row each. */
async function everybody(store: OpenStore['store']): Promise<string[]> {
  const { entities } = await store.describe();
  if (entities > MOST_TIMELINE_ROWS)
    throw new MisuseError(`The data have ${entities} entities; a timeline has at most ${MOST_TIMELINE_ROWS}. Name those you ask about.`);
  return (await store.part({ ids: 'all' })).entities.map((e) => e.id);
}

function namedBy({ rows, undated }: TimelineAnswer, { entities }: TimelineQuestion) {
  return {
    entities: [...entities, ...rows.flatMap((row) => row.bars.map((bar) => bar.other))],
    relationships: [...rows.flatMap((row) => row.bars.map((bar) => bar.relationship)), ...undated.relationships],
  };
}
