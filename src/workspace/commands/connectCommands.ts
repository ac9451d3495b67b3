import { MOST_PARTIES, type Connection } from '../../model';
import { selectedEntities } from '../selectors/selectedEntities';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { showChains } from './betweenCommands';
import { command } from './command';

/** A connection as chains to be highlighted, a hop each. */
function chainsOf({ hops }: Connection): string[][] {
  return hops.map(({ from, to }) => [from, to]);
}

/** Which connection is under the highlighter, from 0; -1 where none is. */
export function shownConnection({ connect, trace }: Pick<WorkspaceState, 'connect' | 'trace'>): number {
  const shown = JSON.stringify(trace.chains);
  return connect?.answer?.connections.findIndex((connection) => JSON.stringify(chainsOf(connection)) === shown) ?? -1;
}

async function connectParties(session: Session, parties: readonly string[]): Promise<void> {
  session.setView({ left: true, asking: 'connect' });
  await (await import('../queries/panelQueries')).askConnect(session, [...new Set(parties)].slice(0, MOST_PARTIES));
  await showConnection(session, 0);
}

/** Draws a connection whole and highlights it; one that is highlighted already is let go. */
async function showConnection(session: Session, index: number): Promise<void> {
  const { connect } = session.get();
  const connection = connect?.answer?.connections[index];
  if (!connection) return;
  if (shownConnection(session.get()) === index) return showChains(session, undefined);
  await showChains(session, chainsOf(connection));
  session.events.emit('announce', { text: `Connection ${index + 1} of ${connect!.answer!.connections.length}` });
}

function step(session: Session, by: 1 | -1): Promise<void> | undefined {
  const count = session.get().connect?.answer?.connections.length ?? 0;
  if (count === 0) return undefined;
  const now = shownConnection(session.get());
  const next = now === -1 ? (by === 1 ? 0 : count - 1) : (now + by + count) % count;
  return next === now ? undefined : showConnection(session, next);
}

/** Asks how those that are selected hang together; where they are fewer than two, it is asked for more. */
export function connectSelected(session: Session): Promise<void> {
  const parties = [...selectedEntities(session.get())];
  const asked = connectParties(session, parties);
  if (parties.length < 2) session.events.emit('focusParties');
  return asked;
}

const isAnswered = (s: WorkspaceState) => (s.connect?.answer?.connections.length ?? 0) > 0;

/** How several parties hang together. */
export const connectCommands = {
  setParties: command<readonly string[]>({ label: 'Set the parties to connect', group: 'trace', run: connectParties }),
  showConnection: command<number>({ label: 'Show a connection', group: 'trace', run: showConnection }),
  nextConnection: command({
    label: 'Next connection', group: 'trace', listed: true, enabled: isAnswered, run: (session) => step(session, 1),
  }),
  previousConnection: command({
    label: 'Previous connection', group: 'trace', listed: true, enabled: isAnswered, run: (session) => step(session, -1),
  }),
};
