import { connectQuestion, EXACT_PARTIES, MOST_PARTIES } from '../../model';
import { connectionsBrief } from '../../publish';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { withStore, type DataOptions, type OpenStore } from '../openStore';
import { resolveIds } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

type ConnectOptions = Omit<RouteOptions, 'via' | 'direction' | 'maxHops'> & DataOptions & { json?: boolean };

/** How several parties hang together; exit code 1 where nothing ties all of them. */
export function connect(parties: readonly string[], options: ConnectOptions, io: Io): Promise<ExitCode> {
  return withStore(options, io, (opened) => connectIn(opened, parties, options, io));
}

async function connectIn({ store }: OpenStore, parties: readonly string[], options: ConnectOptions, io: Io): Promise<ExitCode> {
  const { k, hub, places } = options;
  const given = Object.fromEntries(Object.entries({ k, hub, places }).filter(([, value]) => value !== undefined));
  const asked = connectQuestion.safeParse({
    parties: await resolveIds(store, parties), avoid: await resolveIds(store, options.avoid), filter: filterOf(options), ...given,
  });
  if (!asked.success) {
    throw new MisuseError(
      `Name 2 to ${MOST_PARTIES} parties, each once (up to ${EXACT_PARTIES} for the smallest connection there is), `
      + `and ask for 1 to 50 connections with -k.`,
    );
  }
  const answer = await store.connect(asked.data);
  if (options.json) printJson(io, answer);
  else {
    const ids = [...new Set([...answer.parties, ...answer.connections.flatMap((c) => c.entities)])];
    const text = connectionsBrief({ question: asked.data, answer, part: await store.part({ ids }) }).trimEnd();
    if (answer.connections.length > 0) io.out(text);
    else io.err(text);
  }
  return answer.connections.length > 0 ? 0 : 1;
}
