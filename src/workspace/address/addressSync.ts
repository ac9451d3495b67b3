import { queryOf, viewOf, type AddressedView } from './viewQuery';
import type { Session } from '../session';

/** Keeps the address bar in step with what is shown, and what is shown with Back and Forward. */
export interface AddressSync {
  /** The next change of the view that is written is of this kind: a step for Back, or in place of the last. */
  next(step: 'push' | 'replace'): void;
  /** Writes the view into the address, if it is another. */
  write(): void;
  /** What was announced and led to no other view is forgotten. */
  settle(): void;
  dispose(): void;
}

/** `arrive` is called with the view of an address that the user went to. */
export function syncAddress(session: Session, arrive: (view: AddressedView) => void): AddressSync {
  const { address } = session.deps;
  const stop = address.onMove((query) => {
    const view = readView(session, query);
    if (view) arrive(view);
  });
  let coming: 'push' | 'replace' = 'replace';
  const write = () => {
    const query = queryOf(session.get());
    if (session.get().dataset === undefined || query === address.query()) return;
    if (coming === 'push') address.push(query);
    else address.replace(query);
    coming = 'replace';
  };
  return {
    next(step) {
      write();
      coming = step;
    },
    write,
    settle() {
      write();
      coming = 'replace';
    },
    dispose: stop,
  };
}

/** The view of an address; what of it cannot be used is told and left out. */
export function readView(session: Session, query: string): AddressedView | undefined {
  const { view, unusable } = viewOf(query);
  for (const { name, value } of unusable) session.notify('error', `The link says ${name}=${value}, which means nothing here. It was left out.`);
  return view;
}
