import { createStore } from 'zustand/vanilla';
import { applyView, readView, syncAddress, viewOf, type AddressedView, type AddressSync } from './address';
import { askHistogram, keepAsked, keepMatched, messageOf, namesFor } from './queries';
import { commands, type Command, type CommandArguments, type CommandId } from './commands';
import { createEvents } from './events';
import { initialState } from './initialState';
import { earlierWork, firstView, isServed, keepOpened, keepView, keptNow, startKeeping, takeUp, type KeptRecord, type KeptWork } from './persistence';
import { offer } from './mapping';
import { openBundled, openSource, restoreWork } from './loading';
import type { WorkspaceDeps } from './platform';
import { CancelledError, Session } from './session';
import { matchShortcut } from './shortcuts/matchShortcut';
import type { WorkspaceState } from './state';
import type { Workspace } from './workspace';

/** Begins a visit: opens what the address or the last visit says, else the first bundled case. */
export function createWorkspace(deps: WorkspaceDeps): Workspace {
  const session = new Session(createStore<WorkspaceState>()(() => initialState(firstView(deps.settings))), createEvents(), deps);
  const address = syncAddress(session, (view) => void told(session, () => arrive(session, view)));
  const run = runner(session, address);
  const ready = begin(session).then(() => address.write());
  const stops = [watch(session, address), keepAsked(session), keepMatched(session), startKeeping(session), () => address.dispose()];
  return {
    state: session.state, events: session.events, commands, bundledCases: deps.bundled, run, ready,
    press(key, where) {
      const id = matchShortcut(key, session.get(), where);
      if (id === undefined) return false;
      void (run as (id: CommandId) => Promise<void>)(id);
      return true;
    },
    search: (text, signal) => namesFor(session, text, signal),
    earlierWork: () => earlierWork(session),
    setAspect(aspect) {
      if (Number.isFinite(aspect) && aspect > 0) session.aspect = Math.min(4, Math.max(0.25, aspect));
    },
    dispose() {
      for (const stop of stops) stop();
      session.cancelAll();
      deps.layout.dispose();
      void session.store?.close();
    },
  };
}

function runner(session: Session, address: AddressSync): Workspace['run'] {
  return async <Id extends CommandId>(id: Id, ...argument: CommandArguments<Id>) => {
    const command = commands[id] as Command<unknown>;
    const [arg] = argument as readonly unknown[];
    if (arg === undefined && !command.enabled(session.get())) return;
    if (command.step === 'push') address.expectStep();
    await told(session, async () => command.run(session, arg));
    if (command.step === 'push') address.settle();
    else address.write();
    await session.following;
  };
}

/** What goes wrong is told; what was cancelled is not. */
async function told(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CancelledError)) session.notify('error', messageOf(error));
  }
}

/** Keeps address, theme and panels in step with the state, once for all changes that come together. */
function watch(session: Session, address: AddressSync): () => void {
  let waiting = false;
  return session.state.subscribe((now, before) => {
    if (now.view !== before.view) keepView(session.deps.settings, now.view);
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      address.write();
    });
  });
}

async function arrive(session: Session, view: AddressedView): Promise<void> {
  if (session.get().dataset?.bundled !== view.case) await openBundled(session, view.case);
  await applyView(session, view);
}

/**
 * A reload goes on with the work in hand. A link from elsewhere opens what it says, and the work in hand can be opened
 * again. The last resort is the first bundled case, so that the screen is never blank.
 */
async function begin(session: Session): Promise<void> {
  const query = session.deps.address.query();
  let kept: KeptRecord | undefined;
  await told(session, async () => {
    const { id, from } = await session.deps.tabs.own();
    session.tab = id;
    kept = await keptNow(session, from);
  });
  if (kept && goesOn(session, query, kept.work)) await told(session, () => goOn(session, query, kept!));
  if (!session.store && query === '' && session.deps.served) await told(session, () => openServed(session, kept));
  if (!session.store) await told(session, () => follow(session, query, kept));
  if (!session.store) await told(session, () => openFirst(session));
}

/** Whether an address is where the kept work was left: a reload of the case counts, even if the last view was not kept in time. */
function goesOn(session: Session, query: string, kept: KeptWork): boolean {
  const { deps } = session;
  if (query === '' && deps.served) return kept.source.kind !== 'bundled' && kept.source.kind !== 'combined' && kept.source.served === true && isServed(session, kept.source.name);
  if (query === '' || query === kept.query) return true;
  return deps.reloaded && kept.source.kind === 'bundled' && viewOf(query).view?.case === kept.source.name;
}

async function goOn(session: Session, query: string, kept: KeptRecord): Promise<void> {
  const { work } = kept;
  if (!(await restoreWork(session, work))) return;
  const view = query === '' || query === work.query ? undefined : readView(session, query);
  if (view) await applyView(session, view);
  await takeUp(session, kept);
}

async function follow(session: Session, query: string, kept: KeptRecord | undefined): Promise<void> {
  const view = readView(session, query);
  if (!view) return;
  if (!session.deps.bundled.some((b) => b.name === view.case)) return session.notify('error', `The link asks for the case "${view.case}", which is not here.`);
  await openSource(session, { kind: 'bundled', name: view.case });
  session.before = kept?.key;
  await Promise.all([applyView(session, view), keepOpened(session, undefined)]);
  if (kept) session.notify('info', `This is what the link shows. Your work on ${kept.work.title} is kept.`, { label: `Open ${kept.work.title} again`, command: 'reopen' });
}

/** Opens what the page's server was given; tables wait for what their columns mean. */
async function openServed(session: Session, kept: KeptRecord | undefined): Promise<void> {
  const { name, fetch } = session.deps.served!;
  await offer(session, await session.job('open', `Fetching ${name}`, ({ signal }) => fetch(signal)));
  if (!kept || !session.store) return;
  session.before = kept.key;
  session.notify('info', `${name} is open. Your work on ${kept.work.title} is kept.`, { label: `Open ${kept.work.title} again`, command: 'reopen' });
}

async function openFirst(session: Session): Promise<void> {
  const [first] = session.deps.bundled;
  if (!first) return;
  await openSource(session, { kind: 'bundled', name: first.name });
  await Promise.all([keepOpened(session, undefined), askHistogram(session)]);
}
