import louvain from 'graphology-communities-louvain';
import { heavyTailed, indexHeavyTailed } from '../../graph/testing/heavyTailed';
import { graphologyOf } from '../benchHolding';
import { overviewSteps, type Overview } from './overview';

const SIZES: readonly [entities: number, relationships: number][] = [[100_000, 300_000], [2_000_000, 3_300_000]];
/** Graphology takes minutes for the communities of more entities. */
const MOST_FOR_GRAPHOLOGY = 100_000;
const SEED = 20_190_919;

/**
 * What the overview of a made-up heavy-tailed dataset costs: processor time, the longest step, memory of the process beyond that of the
 * index; beside it graphology's communities alone, where they take less than minutes. A Markdown table.
 */
export async function benchOverview(): Promise<string> {
  const rows = SIZES.map(([entities, relationships]) => {
    const made = heavyTailed(entities, relationships, SEED);
    const index = indexHeavyTailed(made, 'ids');
    const before = process.memoryUsage().rss;
    const { overview, seconds, longest, most } = measured(() => overviewSteps(index, {
      by: 'communities', filter: {}, groups: 24, members: 25,
    }));
    const peer = entities > MOST_FOR_GRAPHOLOGY ? '–' : cpuSeconds(() => louvain(graphologyOf(made)));
    const cells = [
      `${grouped(entities)} / ${grouped(relationships)}`, seconds, longest, ((most - before) / 1e6).toFixed(0),
      grouped(overview.groups.length + overview.rest.groups), overview.modularity!.toFixed(3), peer,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| entities / relationships | CPU s | longest step, CPU ms | MB more | communities | modularity | graphology’s communities, CPU s |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

interface Measured {
  overview: Overview;
  seconds: string;
  longest: string;
  most: number;
}

function measured(begin: () => ReturnType<typeof overviewSteps>): Measured {
  const start = process.cpuUsage();
  let [longest, most] = [0, 0];
  const steps = begin();
  for (;;) {
    const before = process.cpuUsage();
    const step = steps.next();
    const { user } = process.cpuUsage(before);
    if (user > longest) {
      longest = user;
      most = Math.max(most, process.memoryUsage().rss);
    }
    if (!step.done) continue;
    most = Math.max(most, process.memoryUsage().rss);
    const { user: all, system } = process.cpuUsage(start);
    return { overview: step.value, seconds: ((all + system) / 1e6).toFixed(2), longest: (longest / 1000).toFixed(0), most };
  }
}

function cpuSeconds(work: () => unknown): string {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1e6).toFixed(2);
}

function grouped(count: number): string {
  return count.toLocaleString('en').replaceAll(',', ' ');
}
