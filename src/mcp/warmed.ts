import { intermediaryQuestion, routeQuestion } from '../model';
import type { GraphStore } from '../store';

/**
 * Has a store make ready what its first questions would wait for: the names, the ties as the usual filter admits them, the rows that routes
 * are searched in. In turns with whatever is asked meanwhile. Rejects with the signal's reason.
 */
export async function warmed(store: GraphStore, signal: AbortSignal): Promise<void> {
  const { entities: [a, b] } = await store.bestConnected({ limit: 2 }, { signal });
  // A text that resembles nothing, so that no record is read for it.
  await store.search({ text: '\u{10ffff}', limit: 1 }, { signal });
  if (!a || !b) return;
  const ends = { from: a.id, to: b.id };
  await store.routes(routeQuestion.parse({ ...ends, k: 1 }), { signal });
  await store.between(intermediaryQuestion.parse(ends), { signal });
}
