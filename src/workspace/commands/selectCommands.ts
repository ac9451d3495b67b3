import type { Selection } from '../../model';
import { lookAtTies, showRoute } from '../queries';
import { headOf } from '../chart';
import { changeAbout } from '../selectors/comparison';
import { neighboursOf } from '../selectors/neighbours';
import { selectedEntities } from '../selectors/selectedEntities';
import { drawnPart } from '../selectors/chartView';
import { drawnBox, inDrawnBox, selectedGroup } from '../selectors/groups';
import { groupBox } from '../../drawing';
import { activeRoute } from '../selectors/visiblePart';
import { neighbourTowards, readingOrder, type Heading } from '../selectors/readingOrder';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { command } from './command';
import { selectedEntity } from '../selectors/selectedEntity';

/**
 * Selects, or lets go with nothing; what was computed selects what it stands for: the box of a group its members, several ties in one line
 * those of the group that they lead to. Asks for all ties of an entity.
 */
export async function select(session: Session, meant: Selection | undefined): Promise<void> {
  const members = meant && groupMeant(session.get(), meant.id);
  if (members) return selectSeveral(session, members);
  const selection = meant && (drawnPart(session.get()).derived.get(meant.id)?.standsFor ?? meant);
  const { selection: now, comparison } = session.get();
  const change = selection && changeAbout(session.get(), selection);
  if (change !== undefined) return session.set({ comparison: { ...comparison!, at: change }, selection: undefined, selected: new Set() });
  const alone = selectedEntities(session.get()).size <= 1;
  if (alone && selection !== undefined && now?.kind === selection.kind && now.id === selection.id) return;
  session.set({ selection, selected: new Set(selection?.kind === 'entity' ? [selection.id] : []) });
  await lookAtTies(session);
}

function groupMeant(state: WorkspaceState, id: string): readonly string[] | undefined {
  const { groups, bundles } = drawnPart(state);
  const tie = bundles?.get(id)?.relationships[0];
  return groups?.get(id)?.members ?? (tie && (groups?.get(tie.from) ?? groups?.get(tie.to))?.members);
}

/**
 * Selects several entities in place of what is selected, of a group's box its members; what is looked at stays so where it is one of them.
 */
function selectSeveral(session: Session, boxes: readonly string[]): void {
  const state = session.get();
  const entities = boxes.flatMap((id) => inDrawnBox(state, id));
  const now = selectedEntities(state);
  if (now.size === entities.length && entities.every((id) => now.has(id))) return;
  const { selection } = state;
  const leaves = selection !== undefined && !(selection.kind === 'entity' && entities.includes(selection.id));
  session.set({ selected: new Set(entities), ...(leaves ? { selection: undefined } : {}) });
}

const drawn = (state: WorkspaceState) => readingOrder(state);
const isDrawn = (state: WorkspaceState) => drawn(state).length > 0;
const isSelected = (state: WorkspaceState) => selectedEntities(state).size > 0;

function withNeighbours(state: WorkspaceState): string[] {
  const selected = [...selectedEntities(state)];
  return [...new Set([...selected, ...selected.flatMap((id) => neighboursOf(state, headOf(state.chart, id)))])];
}

function others(state: WorkspaceState): string[] {
  const selected = selectedEntities(state);
  return drawn(state).flatMap((id) => inDrawnBox(state, id)).filter((id) => !selected.has(id));
}

/** The box of what is looked at: an entity, or a group. */
function lookedBox(state: WorkspaceState): string | undefined {
  const group = selectedGroup(state);
  const entity = selectedEntity(state);
  if (group) return group.closed ? groupBox(group) : group.members[0];
  return entity === undefined ? undefined : drawnBox(state, entity);
}

async function step(session: Session, by: 1 | -1): Promise<void> {
  const order = readingOrder(session.get());
  if (order.length === 0) return;
  const at = order.indexOf(lookedBox(session.get()) ?? '');
  const next = at < 0 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length;
  await selectAndShow(session, order[next]!);
}

async function towards(session: Session, heading: Heading): Promise<void> {
  const from = lookedBox(session.get());
  const next = from === undefined ? readingOrder(session.get())[0] : neighbourTowards(session.get(), from, heading);
  if (next !== undefined) await selectAndShow(session, next);
}

async function selectAndShow(session: Session, id: string): Promise<void> {
  const selecting = select(session, { kind: 'entity', id });
  session.events.emit('center', { kind: 'entity', id });
  await selecting;
}

/** One thing at a time: the dialog, then the selection, then the highlighted route. */
function stepBack(session: Session): void | Promise<void> {
  const { view, selection, expanding, comparison } = session.get();
  if (expanding) return session.set({ expanding: undefined });
  if (view.dialog !== undefined) return session.setView({ dialog: undefined });
  const opening = session.get().jobs.get('open');
  if (opening?.cancel) return opening.cancel();
  if (selection || isSelected(session.get())) return select(session, undefined);
  return comparison ? import('../comparison/compare').then((m) => m.leaveComparison(session)) : showRoute(session, undefined);
}

const along = (heading: Heading, word: string) =>
  command({
    label: `Go along a relationship, ${word}`, group: 'select', shortcut: [`Arrow${heading[0]!.toUpperCase()}${heading.slice(1)}`],
    scope: 'chart', enabled: (s) => s.chart.entities.size > 0, run: (session) => towards(session, heading),
  });

export const selectCommands = {
  select: command<Selection | undefined>({ label: 'Select', group: 'select', run: select }),
  selectEntity: command<string>({
    label: 'Select an entity', group: 'select', run: (session, id) => select(session, { kind: 'entity', id }),
  }),
  selectRelationship: command<string>({
    label: 'Select a relationship', group: 'select', run: (session, id) => select(session, { kind: 'relationship', id }),
  }),
  clearSelection: command({
    label: 'Close the dialog, stop opening a file, clear the selection, leave the comparison or the route', group: 'select',
    shortcut: ['Escape'],
    enabled: (s) =>
      s.expanding !== undefined
      || s.selection !== undefined
      || isSelected(s)
      || s.jobs.has('open')
      || s.comparison !== undefined
      || s.view.dialog !== undefined
      || activeRoute(s) !== undefined
      || s.trace.chains !== undefined,
    run: stepBack,
  }),
  selectSeveral: command<readonly string[]>({ label: 'Select several entities', group: 'select', run: selectSeveral }),
  selectAll: command({
    label: 'Select everything drawn', group: 'select', shortcut: ['Mod+A'], listed: true, enabled: isDrawn,
    run: (session) => selectSeveral(session, drawn(session.get())),
  }),
  selectNeighbours: command({
    label: 'Select neighbours too', group: 'select', shortcut: ['Shift+N'], listed: true, enabled: isSelected,
    run: (session) => selectSeveral(session, withNeighbours(session.get())),
  }),
  invertSelection: command({
    label: 'Invert selection', group: 'select', shortcut: ['I'], listed: true, enabled: isDrawn,
    run: (session) => selectSeveral(session, others(session.get())),
  }),
  hover: command<Selection | undefined>({ label: 'Point at', group: 'select', run: (session, hover) => session.set({ hover }) }),
  moveLeft: along('left', 'to the left'),
  moveRight: along('right', 'to the right'),
  moveUp: along('up', 'upwards'),
  moveDown: along('down', 'downwards'),
  nextEntity: command({
    label: 'Next entity drawn', group: 'select', shortcut: ['Tab'], scope: 'chart', run: (session) => step(session, 1),
  }),
  previousEntity: command({
    label: 'Previous entity drawn', group: 'select', shortcut: ['Shift+Tab'], scope: 'chart', run: (session) => step(session, -1),
  }),
};
