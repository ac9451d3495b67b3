import { pathOf, remoteStore, restoredError, StoreFailedError, OWN_QUESTIONS, type GraphStore, type PlainError } from '../store';
import type { Questions, ServedAnswer } from './servedAnswer';

/** Questions that are computed elsewhere (in threads), as a store; what is asked of a store that one has to oneself is absent. */
export function questionsStore(questions: Questions): GraphStore {
  return remoteStore(
    {
      ask: async (name, asked, options) => {
        const answered = await questions('POST', pathOf(name), asked, options);
        const json = await jsonOf(answered);
        if (answered.status === 200) return json;
        const { error } = json as { error?: PlainError | string };
        throw typeof error === 'object' ? restoredError(error) : new StoreFailedError(error ?? 'The question was not answered.');
      },
      close: async () => undefined,
    },
    OWN_QUESTIONS,
  );
}

async function jsonOf(answered: ServedAnswer): Promise<unknown> {
  if ('json' in answered) return answered.json;
  const pieces: Uint8Array[] = [];
  for await (const piece of answered.pieces) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}
