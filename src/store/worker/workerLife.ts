import type { Endpoint } from 'comlink';

/** What a worker says as it begins: the name of a lock that it holds as long as it lives. */
interface LifeSign {
  heldAs: string;
}

/** A page that came by plain http from another machine has no locks. */
const locksHere = () => (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;

/**
 * Lets the page know that this worker lives. A browser tells nobody that a worker has ended; but a lock that it holds ends with
 * it, however it ends. Called once in a worker, before it answers anything.
 */
export function showLife(scope: Pick<Endpoint, 'postMessage'>): void {
  const name = `throughline-worker-${Math.random().toString(36).slice(2)}`;
  void locksHere()?.request(name, () => {
    scope.postMessage({ heldAs: name } satisfies LifeSign);
    return new Promise<void>(() => undefined);
  });
}

/**
 * Calls back once a worker answers no more: it ended, threw what nobody caught, or sent what cannot be read. `cause` is what the
 * browser says of it, which is for a log. It is told of a worker that is terminated too.
 */
export function onWorkerLost(worker: Pick<Endpoint, 'addEventListener'>, lost: (cause: string) => void): void {
  let told = false;
  const tell = (cause: string) => {
    if (!told) lost(cause);
    told = true;
  };
  worker.addEventListener('error', ((event: Event) => tell(('message' in event && String(event.message)) || 'error')) as EventListener);
  worker.addEventListener('messageerror', () => tell('messageerror'));
  worker.addEventListener('message', ((event: MessageEvent) => {
    const name = heldAs(event.data);
    if (name !== undefined) void locksHere()?.request(name, () => tell('ended'));
  }) as EventListener);
}

function heldAs(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('heldAs' in message)) return undefined;
  return typeof message.heldAs === 'string' ? message.heldAs : undefined;
}
