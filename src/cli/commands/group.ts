import { groupQuestion } from '../../model';
import { groupBrief } from '../../publish';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { withStore, type DataOptions } from '../openStore';
import { resolveIds } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';

interface GroupOptions extends RouteOptions, DataOptions {
  /** The number of a group of `overview`, from 1. */
  community?: number;
  limit?: number;
  json?: boolean;
}

/** What holds a group together, which source it depends on, and who ties it to the rest; exit code 1 where nothing ties its members. */
export function group(names: readonly string[], { community, limit, json, ...options }: GroupOptions, io: Io): Promise<ExitCode> {
  return withStore(options, io, async ({ store, head }) => {
    if ((community === undefined) === (names.length === 0))
      throw new MisuseError('Name two entities or more, or say with --community which group of "throughline overview" is meant.');
    const asked = groupQuestion.safeParse({
      of: community === undefined ? { entities: await resolveIds(store, names) } : { community: community - 1 },
      filter: filterOf(options), ...(limit === undefined ? {} : { limit }),
    });
    if (!asked.success) throw new MisuseError('Name two entities or more, a group from 1 to 100, and a --limit from 1 to 100.');
    const answer = await store.explainGroup(asked.data, {
      onProgress: (done) => io.progress?.(`Looking at the group: ${Math.round(done * 100)} %`),
    });
    io.progress?.('');
    if (json) printJson(io, answer);
    else {
      const part = {
        entities: await store.entities({ ids: answer.gates.map((g) => g.entity) }), relationships: [],
        sources: await store.sources({ ids: [...new Set(answer.sources.flatMap((s) => [s.source, ...s.copies]))] }),
      };
      const title = community === undefined ? `What holds ${names.length} together` : `Group ${community} of “${head.title}”`;
      io.out(groupBrief({ title, question: asked.data, answer, part }).trimEnd());
    }
    return answer.within > 0 ? 0 : 1;
  });
}
