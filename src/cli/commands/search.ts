import { printJson, type ExitCode, type Io } from '../io';
import { withStore, type DataOptions, type OpenStore } from '../openStore';

/** Entities by name, alias or identifier, best first; exit code 1 where there is none. */
export function search(text: string, options: DataOptions & { limit?: number; json?: boolean }, io: Io): Promise<ExitCode> {
  return withStore(options, io, (opened) => searchIn(opened, text, options, io));
}

async function searchIn({ store }: OpenStore, text: string, options: { limit?: number; json?: boolean }, io: Io): Promise<ExitCode> {
  const hits = await store.search({ text, ...(options.limit === undefined ? {} : { limit: options.limit }) });
  if (options.json) printJson(io, { hits: hits.map(({ id, name, type, score }) => ({ id, name, type, score })) });
  else if (hits.length === 0) io.err(`Nothing is named like "${text}".`);
  else
    io.out(
      hits
        .map(
          (hit) =>
            `${hit.score.toFixed(2)}  ${hit.id}  ${hit.name}${hit.matched === hit.name ? '' : ` (as “${hit.matched}”)`}  ${hit.type}`,
        )
        .join('\n'),
    );
  return hits.length > 0 ? 0 : 1;
}
