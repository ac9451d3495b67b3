import { queryOf, viewOf, type AddressedView } from './viewQuery';
import type { Session } from '../session';

/** Keeps the address bar in step with what is shown, and what is shown with Back and Forward. */
export interface AddressSync {
  /** The next view that is written will be a step for Back; others take the place of the last. */
  expectStep(): void;
  /** Writes the view into the address, if it is another. */
  write(): void;
  /** A step that was expected and led to no other view is expected no more. */
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
  let stepExpected = false;
  const write = () => {
    const query = queryOf(session.get());
    if (session.get().dataset === undefined || query === address.query()) return;
    if (stepExpected) address.push(query);
    else address.replace(query);
    stepExpected = false;
  };
  return {
    expectStep() {
      write();
      stepExpected = true;
    },
    write,
    settle() {
      write();
      stepExpected = false;
    },
    dispose: stop,
  };
}

/** The view of an address; what of it cannot be used is told and left out. */
export function readView(session: Session, query: string): AddressedView | undefined {
  const { view, unusable } = viewOf(query);
  for (const { name, value } of unusable) session.notify('error', `The link holds ${name}=${value}, which is not known here. It was ignored.`);
  return view;
}
