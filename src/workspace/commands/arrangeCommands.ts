import type { Arrangement } from '../chart/arranging';
import type { Split } from '../editing/splitEntity';
import { lookup } from '../selectors/lookup';
import { selectedEntities } from '../selectors/selectedEntities';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';
import { openLine } from './entryCommands';
import { selectedEntity } from '../selectors/selectedEntity';
import { named, targets } from './target';

const LABELS: Readonly<Record<Arrangement, string>> = {
  row: 'Align in a row', column: 'Align in a column', across: 'Distribute across', down: 'Distribute down',
};

async function arrange(session: Session, how: Arrangement): Promise<void> {
  const { arranged } = await import('../chart/arranging');
  const state = session.get();
  const ids = targets(state, undefined);
  const places = new Map(ids.flatMap((id) => (state.chart.positions.has(id) ? [[id, state.chart.positions.get(id)!] as const] : [])));
  const positions = new Map([...state.chart.positions, ...arranged(places, how)]);
  session.change(`${LABELS[how]}: ${named(state, ids)}`, { chart: { ...state.chart, positions } });
}

const several = (least: number) => (s: WorkspaceState) => selectedEntities(s).size >= least;
const arranges = (how: Arrangement) =>
  undoable({
    label: LABELS[how], group: 'chart', listed: true, enabled: several(how === 'row' || how === 'column' ? 2 : 3),
    run: (session) => arrange(session, how),
  });

/** Opens the line with two entities of which a source says that they are the same; whoever is selected besides is the other. */
async function sayTheSame(session: Session, id: string | undefined): Promise<void> {
  const { writtenClaim } = await import('../../entry');
  const state = session.get();
  const subject = id ?? selectedEntity(state);
  if (subject === undefined) return;
  const object = [...selectedEntities(state)].find((one) => one !== subject);
  const name = (one: string) => lookup(state).entity(one)?.name ?? one;
  await openLine(
    session, writtenClaim({ subject: name(subject), type: 'sameAs', ...(object === undefined ? {} : { object: name(object) }) }),
  );
}

/** What is done with entities by hand: aligned, said to be one, made two. */
export const arrangeCommands = {
  alignRow: arranges('row'),
  alignColumn: arranges('column'),
  distributeAcross: arranges('across'),
  distributeDown: arranges('down'),
  sayTheSame: command<string | undefined>({
    label: 'Say that two entities are the same', group: 'entry', listed: true, enabled: (s) => selectedEntity(s) !== undefined,
    run: sayTheSame,
  }),
  askToSplit: command<string | undefined>({
    label: 'Split the entity in two', group: 'entry', listed: true, enabled: (s) => selectedEntity(s) !== undefined,
    run: (session, id) => {
      const entity = id ?? selectedEntity(session.get());
      if (entity !== undefined) session.set({ editing: { kind: 'split', id: entity } });
    },
  }),
  splitEntity: undoable<Split>({
    label: 'Split an entity', group: 'entry',
    run: async (session, split) => (await import('../editing/splitEntity')).splitEntity(session, split),
  }),
};
