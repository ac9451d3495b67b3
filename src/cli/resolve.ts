import { AmbiguousNameError, resolveEntity, UnknownEntityError, type GraphStore } from '../store';
import { MisuseError } from './io';

/** The id of the entity that an argument means: an id, or an unambiguous name or alias. Throws MisuseError with the candidates. */
export async function resolveId(store: GraphStore, text: string): Promise<string> {
  try {
    return (await resolveEntity(store, text)).id;
  } catch (error) {
    if (error instanceof AmbiguousNameError || error instanceof UnknownEntityError) throw new MisuseError(error.message);
    throw error;
  }
}

/** The same for several arguments, in their order. */
export function resolveIds(store: GraphStore, texts: readonly string[] = []): Promise<string[]> {
  return Promise.all(texts.map((text) => resolveId(store, text)));
}
