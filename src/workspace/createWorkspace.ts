import { createStore } from 'zustand/vanilla';
import { syncAddress, viewLink, type AddressSync } from './address';
import { keepAsked, keepEdited, keepMatched } from './answers';
import { namesFor } from './queries';
import { commands, type Command, type CommandArguments, type CommandId } from './commands';
import { createEvents } from './events';
import { initialState } from './initialState';
import { earlierWork, firstView, keepView, keptCapturedFile, startKeeping } from './persistence';
import { arrive, beginVisit, told, VisitedPlaces } from './navigation';
import type { WorkspaceDeps } from './platform';
import { Session } from './session';
import { matchShortcut } from './shortcuts/matchShortcut';
import type { WorkspaceState } from './state';
import type { Workspace } from './workspace';

/** Begins a visit: opens what the address or the last visit says, else the first bundled case. */
export function createWorkspace(deps: WorkspaceDeps): Workspace {
  const session = new Session(createStore<WorkspaceState>()(() => initialState(firstView(deps.settings))), createEvents(), deps);
  const places = new VisitedPlaces(session);
  const address: AddressSync = syncAddress(session, {
    leave: (key) => places.leave(key),
    settle: () => places.settle(),
    arrive: (at) => told(session, () => arrive(session, places, at)),
  });
  const run = runner(session, address);
  const stops: (() => void)[] = [
    watch(session, address), keepAsked(session), keepMatched(session), keepEdited(session), startKeeping(session),
    keepCompared(session), () => address.dispose(),
  ];
  const ready = beginVisit(session).then(async () => {
    address.write();
    // What is opened holds its own lock; what follows edits and other tabs comes after the first picture.
    stops.push((await import('./handover')).holdWork(session));
  });
  return {
    state: session.state, events: session.events, commands, bundledCases: deps.bundled, ownFiles: deps.ownFiles !== undefined, run, ready,
    press(key, where) {
      const id = matchShortcut(key, session.get(), where);
      if (id === undefined) return false;
      void (run as (id: CommandId) => Promise<void>)(id);
      return true;
    },
    search: (text, signal) => namesFor(session, text, signal),
    async rows(question, signal) {
      await session.settled();
      return session.opened().rows(question, { signal });
    },
    hiddenAndNamed: async () => (await import('./snapshot/namedAllTheSame')).hiddenAndNamed(session.get()),
    withheldTexts: async (request) => (await import('./snapshot')).withheldTexts(session, request),
    previewSnapshot: async (request, signal) => (await import('./snapshot')).snapshotPreview(session, request, { signal }),
    earlierWork: () => earlierWork(session),
    capturedFile: (sha256) => keptCapturedFile(session, sha256),
    viewLink: () => viewLink(session.get(), deps.address),
    setAspect(aspect) {
      if (Number.isFinite(aspect) && aspect > 0) session.aspect = Math.min(4, Math.max(0.25, aspect));
    },
    dispose() {
      for (const stop of stops) stop();
      session.stopFollowing?.();
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
    await session.settled();
  };
}

/** What is open is compared again once the store holds what was edited. */
function keepCompared(session: Session): () => void {
  return session.state.subscribe((now, before) => {
    if (now.comparison && now.dataset !== before.dataset)
      session.follow(import('./comparison/compare').then(({ compareAgain }) => compareAgain(session)));
  });
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
