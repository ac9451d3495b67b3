import { partnersOf, stakesByVenture } from '../../drawing';
import type { ChartGroup, Entity, GroupColour, GroupRule } from '../../model';
import { boxCount, MOST_DRAWN, withMoved } from '../chart';
import { grouped, groupedByKey, groupKeys, partsOf, ungrouped, withGroup, withGroupsOf, type GroupKey } from '../chart/grouping';
import { askStructure } from '../queries';
import { selectedEntities } from '../selectors/selectedEntities';
import { visiblePart } from '../selectors/visiblePart';
import type { Session } from '../session';
import type { ChartState, WorkspaceState } from '../state';
import { inBoxOf } from '../chart/joining';
import { closedPlace, laidOutInGroups, openedPlaces } from './groupPlaces';

/** What is selected as one group, which is open at first: nothing moves. It stays selected, so that it can be named. */
export function groupSelected(session: Session): void {
  const state = session.get();
  const ids = [...new Set([...selectedEntities(state)].flatMap((id) => inBoxOf(state.chart, id)))];
  const { chart, group } = grouped(state.chart, ids);
  session.change(`Group ${ids.length} entities`, { chart, selection: undefined });
  session.set({ selected: new Set(selectedEntities(state)) });
  session.events.emit('announce', { text: `${group.name}: ${ids.length} entities.` });
}

function groupOf({ chart }: WorkspaceState, id: string): ChartGroup | undefined {
  return chart.groups?.find((g) => g.id === id);
}

/**
 * Closes an open group: its box stands in the middle of its members, or in the nearest free place. Opens a closed one: its members stand
 * where they stood, or near its box where others stand there now; where they are too many to be drawn, groups of them take its place.
 */
export async function toggleGroup(session: Session, id: string): Promise<void> {
  const state = session.get();
  const group = groupOf(state, id);
  if (!group) return;
  if (group.closed) return openGroup(session, group);
  const closed = withGroup(state.chart, id, { closed: true });
  const place = closedPlace({ ...state, chart: closed }, id);
  session.change(`Close ${group.name}`, { chart: place ? withGroup(closed, id, { place }) : closed });
}

async function openGroup(session: Session, group: ChartGroup): Promise<void> {
  const state = session.get();
  const { closed: _closed, place: _place, ...open } = group;
  const groups = (state.chart.groups ?? []).map((g) => (g.id === group.id ? open : g));
  const opened = withGroupsOf(state.chart, groups);
  const label = `Open ${group.name}`;
  if (boxCount(opened) > MOST_DRAWN) return openInParts(session, group, label);
  const positions = await session.job('group', 'Opening the group', (ask) => openedPlaces(session, opened, open, ask));
  session.change(label, { chart: withMoved(opened, positions) });
}

async function openInParts(session: Session, group: ChartGroup, label: string): Promise<void> {
  const { chart, records } = session.get();
  const members = group.members.flatMap((id) => records.entities.get(id) ?? []);
  const parts = partsOf(group, members);
  const next = withGroupsOf(chart, (chart.groups ?? []).flatMap((g) => (g.id === group.id ? parts : g)));
  session.change(label, { chart: await laidOut(session, next) });
  const many = members.length.toLocaleString('en');
  session.notify('info', `${group.name} has ${many} entities, more than can be drawn: it opens into groups.`);
}

async function laidOut(session: Session, chart: ChartState): Promise<ChartState> {
  const positions = await session.job('group', 'Placing the groups', (ask) => laidOutInGroups(session, chart, ask));
  return withMoved(chart, positions);
}

/** Takes groups apart; of a closed one the members are drawn again as when it is opened. */
export function ungroup(session: Session, ids: readonly string[]): void {
  const { chart } = session.get();
  const names = (chart.groups ?? []).filter((g) => ids.includes(g.id)).map((g) => g.name);
  session.change(`Ungroup ${names.length > 2 ? `${names.length} groups` : names.join(' and ')}`, { chart: ungrouped(chart, new Set(ids)) });
}

/** Names that follow one another are one step. An empty one changes nothing. */
export function nameGroup(session: Session, id: string, name: string): void {
  const group = groupOf(session.get(), id);
  const words = name.trim().slice(0, 200);
  if (!group || words === '') return;
  session.change(`Name ${words}`, { chart: withGroup(session.get().chart, id, { name: words }) }, { merge: `name group ${id}` });
}

export function colourGroup(session: Session, id: string, colour: GroupColour | 'none'): void {
  const group = groupOf(session.get(), id);
  if (group) session.change(`Colour ${group.name}`, { chart: withGroup(session.get().chart, id, { colour }) });
}

/** Closed groups of what is drawn and in no group by hand, in place of those that were made so before; laid out anew, as one step. */
export async function groupByRule(session: Session, rule: GroupRule, words: string): Promise<void> {
  const keyOf = await keyFor(session, rule);
  const { chart } = session.get();
  const next = groupedByKey(chart, visiblePart(session.get()).entities, keyOf);
  if ((next.groups?.length ?? 0) === 0) return session.notify('info', `No two entities that are drawn have the same ${words}.`);
  session.change(`Group by ${words}`, { chart: await laidOut(session, next) });
  session.events.emit('fit', {});
}

async function keyFor(session: Session, rule: GroupRule): Promise<GroupKey> {
  if (rule === 'type' || rule === 'country') return groupKeys[rule];
  if (rule === 'venture') return byVenture(session.get());
  await askStructure(session);
  const { structure } = session.get();
  return (entity) => {
    const community = structure?.rows.get(entity.id)?.community;
    return community === undefined ? undefined : { key: `community-${community}`, name: `community ${community + 1}` };
  };
}

/** Each venture with its partners; who holds several is with the first by name. */
function byVenture(state: WorkspaceState): GroupKey {
  const { entities, relationships } = visiblePart(state);
  const stakes = stakesByVenture(relationships);
  const ventures = entities.filter((e) => e.type === 'jointVenture' && stakes.has(e.id)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const of = new Map<string, Entity>();
  for (const venture of ventures)
    for (const id of [venture.id, ...partnersOf(stakes.get(venture.id)!)]) if (!of.has(id)) of.set(id, venture);
  return ({ id }) => {
    const venture = of.get(id);
    return venture && { key: `venture-${venture.id}`, name: venture.shortName ?? venture.name };
  };
}
