import {
  NOT_BETWEEN,
  type ArrowEnd, type IntermediaryAnswer, type IntermediaryQuestion, type OwnersQuestion, type OwnershipAnswer, type RouteAnswer,
  type RouteQuestion, type Snapshot,
} from '../../model';
import type { Spelled } from './spellings';
import { withhold, type Rewritten, type TellingText, type Withheld, type WithheldDataset } from './withhold';

/** The questions that an answer is asked again with, of the dataset that is published. */
interface PublishedQuestions {
  routes(question: RouteQuestion): Promise<RouteAnswer>;
  between(question: IntermediaryQuestion): Promise<IntermediaryAnswer>;
  owners(question: OwnersQuestion): Promise<OwnershipAnswer>;
}

interface WithheldSnapshot {
  readonly snapshot: Snapshot;
  readonly telling: readonly TellingText[];
  readonly withheld: WithheldDataset;
}

/**
 * A snapshot without what is withheld. Its answers are asked again of what is published, so that routes, counts and figures are those
 * that a reader of the file would find; an answer whose ends were taken out goes. Figures of the whole network are not published, since
 * they were reckoned with what is withheld.
 */
export async function withheldSnapshot(
  snapshot: Snapshot, withheld: readonly Withheld[], ask: (dataset: Snapshot['dataset']) => Promise<PublishedQuestions>,
  rewritten: Rewritten = new Map(), spelled?: readonly Spelled<Withheld>[],
): Promise<WithheldSnapshot> {
  const published = withhold(snapshot.dataset, withheld, rewritten, spelled);
  const { textOf } = published;
  const { trace, ownership, selection, origin, hidden, filter, format } = snapshot;
  const looked = selection && published.idOf(selection.kind, selection.id);
  const said = hidden === undefined ? undefined : textOf('hidden', hidden);
  const questions = trace || ownership ? await ask(published.dataset) : undefined;
  const title = textOf('snapshot/title', snapshot.title) ?? 'Chart';
  const next: Snapshot = {
    format, title,
    origin: { id: published.dataset.id, title: textOf('origin/title', origin.title) ?? published.dataset.title },
    dataset: published.dataset, chart: chartOf(snapshot.chart, published), filter: filterOf(filter, published),
    ...(looked === undefined ? {} : { selection: { kind: selection!.kind, id: looked } }),
    ...(trace ? await traceOf(trace, published, questions!) : {}),
    ...(ownership ? await ownershipOf(ownership, published, questions!) : {}),
    ...(said === undefined ? {} : { hidden: said }),
  };
  return { snapshot: next, telling: published.telling, withheld: published };
}

function entityIds({ idOf }: WithheldDataset, ids: readonly string[]): string[] {
  return ids.flatMap((id) => idOf('entity', id) ?? []);
}

function byId<T>({ idOf }: WithheldDataset, map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).flatMap(([id, value]) => {
    const now = idOf('entity', id);
    return now === undefined ? [] : [[now, value]];
  }));
}

/** A group keeps of its members those that are published; a name that tells of somebody else gives way to a number. */
function groupsOf(groups: Snapshot['chart']['groups'], published: WithheldDataset): NonNullable<Snapshot['chart']['groups']> {
  return (groups ?? []).flatMap((group, i) => {
    const members = entityIds(published, group.members);
    if (members.length === 0) return [];
    const name = published.textOf(`chart/groups/${i + 1}/name`, group.name) ?? `Group ${i + 1}`;
    return [{ ...group, id: `group-${i + 1}`, name, members }];
  });
}

/** An arrow at an entity that is taken out goes with it; a text that tells of somebody is left out. */
function arrowsOf(arrows: Snapshot['chart']['arrows'], published: WithheldDataset): NonNullable<Snapshot['chart']['arrows']> {
  return (arrows ?? []).flatMap(({ from, to, text }, i) => {
    const [a, b] = [endOf(from, published), endOf(to, published)];
    if (!a || !b) return [];
    const said = text === undefined ? undefined : published.textOf(`chart/arrows/${i + 1}/text`, text);
    return [{ id: `arrow-${i + 1}`, from: a, to: b, ...(said === undefined ? {} : { text: said }) }];
  });
}

function endOf(end: ArrowEnd, { idOf }: WithheldDataset): ArrowEnd | undefined {
  if (!('entity' in end)) return end;
  const entity = idOf('entity', end.entity);
  return entity === undefined ? undefined : { entity };
}

function chartOf(
  { shown: _reckonedWithAll, groups, arrows, ...chart }: Snapshot['chart'], published: WithheldDataset,
): Snapshot['chart'] {
  const drawn = arrowsOf(arrows, published);
  const grouped = groupsOf(groups, published);
  const joined = Object.entries(chart.joined ?? {}).flatMap(([one, head]) => {
    const [a, b] = [published.idOf('entity', one), published.idOf('entity', head)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  return {
    ...chart, positions: byId(published, chart.positions), pinned: entityIds(published, chart.pinned),
    ...(chart.faint ? { faint: entityIds(published, chart.faint) } : {}),
    ...(chart.ventures ? { ventures: byId(published, chart.ventures) } : {}),
    ...(chart.joined ? { joined: Object.fromEntries(joined) } : {}),
    ...(grouped.length > 0 ? { groups: grouped } : {}),
    ...(drawn.length > 0 ? { arrows: drawn } : {}),
  };
}

function filterOf({ sources, withoutSources, ...filter }: Snapshot['filter'], { idOf }: WithheldDataset): Snapshot['filter'] {
  const among = (ids: readonly string[]) => ids.flatMap((id) => idOf('source', id) ?? []);
  return {
    ...filter, ...(sources ? { sources: among(sources) } : {}), ...(withoutSources ? { withoutSources: among(withoutSources) } : {}),
  };
}

type Trace = NonNullable<Snapshot['trace']>;

async function traceOf(
  { question, answer, left, active, only, between, ringed, chains }: Trace, published: WithheldDataset, ask: PublishedQuestions,
): Promise<Pick<Snapshot, 'trace'>> {
  const [from, to] = [question.from, question.to].map((id) => published.idOf('entity', id));
  const { via, ...rest } = question;
  const through = via === undefined ? undefined : published.idOf('entity', via);
  if (from === undefined || to === undefined || (via !== undefined && through === undefined)) return {};
  const asked: RouteQuestion = {
    ...rest, from, to, avoid: entityIds(published, question.avoid), filter: filterOf(question.filter, published),
    ...(through === undefined ? {} : { via: through }),
  };
  const found = await ask.routes(asked);
  const lit = active === undefined ? -1 : routeAs(answer.routes[active]?.entities, found, published);
  const shown = chains?.map((chain) => entityIds(published, chain)).filter((chain, i) => chain.length === chains[i]!.length) ?? [];
  return {
    trace: {
      question: asked, answer: { ...found, complete: found.complete && answer.complete && left === undefined }, only: only && lit >= 0,
      ...(lit < 0 ? {} : { active: lit }),
      ...(between ? { between: await ask.between(betweenAsked(asked)) } : {}),
      ...(ringed ? { ringed: entityIds(published, ringed) } : {}),
      ...(shown.length > 0 ? { chains: shown } : {}),
    },
  };
}

/** Who stands between the ends of a trace, as the screen asks it. */
function betweenAsked({ from, to, direction, filter, avoid, hub, places, notThrough }: RouteQuestion): IntermediaryQuestion {
  return {
    from, to, direction, filter, avoid, places, k: 100, notThrough: notThrough ?? [...NOT_BETWEEN], ...(hub === undefined ? {} : { hub }),
  };
}

/** Which of the routes found is the one that was highlighted; −1 for none. */
function routeAs(entities: readonly string[] | undefined, found: RouteAnswer, published: WithheldDataset): number {
  if (!entities) return -1;
  const now = entityIds(published, entities);
  return found.routes.findIndex((r) => r.entities.length === entities.length && r.entities.every((id, i) => id === now[i]));
}

async function ownershipOf(
  { question }: NonNullable<Snapshot['ownership']>, published: WithheldDataset, ask: PublishedQuestions,
): Promise<Pick<Snapshot, 'ownership'>> {
  const entity = published.idOf('entity', question.entity);
  if (entity === undefined) return {};
  const asked: OwnersQuestion = {
    ...question, entity, filter: filterOf(question.filter, published),
    ...(question.listed ? { listed: entityIds(published, question.listed) } : {}),
  };
  return { ownership: { question: asked, answer: await ask.owners(asked) } };
}
