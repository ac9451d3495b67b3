import type { OverviewWay } from '../../model';
import { familiesText, groupName, groupText, overviewSentences, tiesText } from '../../wording';
import type { OverviewAnswer } from '../../store';
import { printJson, type ExitCode, type Io } from '../io';
import { withStore, type DataOptions } from '../openStore';
import { filterOf, type RouteOptions } from '../routeOptions';

/** How many members of each group are named. */
const NAMED = 5;
/** How many ties between groups are listed. */
const LISTED_TIES = 40;

interface OverviewOptions extends RouteOptions, DataOptions {
  by: OverviewWay;
  groups?: number;
  json?: boolean;
}

/** The whole dataset in groups, and what ties them; exit code 1 where there is no group. */
export function overview({ by, groups, ...options }: OverviewOptions, io: Io): Promise<ExitCode> {
  return withStore(options, io, async ({ store }) => {
    const answer = await store.overview(
      { by, filter: filterOf(options), ...(groups === undefined ? {} : { groups }) },
      { onProgress: (done) => io.progress?.(`Looking at the whole: ${Math.round(done * 100)} %`) },
    );
    io.progress?.('');
    if (options.json) printJson(io, answer);
    else io.out([...groupLines(answer), ...tieLines(answer), ...overviewSentences(answer)].join('\n'));
    return answer.groups.length > 0 ? 0 : 1;
  });
}

function groupLines({ by, groups }: OverviewAnswer): string[] {
  return groups.flatMap((group, i) => {
    const inside = `${group.within.toLocaleString('en')} ${group.within === 1 ? 'tie' : 'ties'} inside`;
    const others = group.members.slice(by === 'communities' ? 1 : 0, NAMED).map((m) => m.name);
    return [
      `${i + 1}. ${groupName(group, by)}: ${groupText(group)}; ${inside}`, ...(others.length > 0 ? [`   ${others.join(', ')}`] : []),
    ];
  });
}

function tieLines({ by, groups, ties }: OverviewAnswer): string[] {
  if (ties.length === 0) return [];
  const lines = ties.slice(0, LISTED_TIES).map((tie) => {
    const [a, b] = tie.groups.map((i) => `${i + 1}. ${groupName(groups[i]!, by)}`);
    return `  ${a} and ${b}: ${tiesText(tie)} (${familiesText(tie)})`;
  });
  return ['Between them:', ...lines, ...(ties.length > LISTED_TIES ? [`  and ${ties.length - LISTED_TIES} more pairs of groups`] : [])];
}
