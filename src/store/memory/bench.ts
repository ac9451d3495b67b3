import { intermediaryQuestion, type Dataset, type Relationship, type RelationshipType } from '../../model';
import { heavyTailed, idOfEntity, idOfRelationship } from '../../graph/testing/heavyTailed';
import type { GraphStore } from '../graphStore';
import { MemoryStore } from './MemoryStore';

const ENTITIES = 50_000;
const RELATIONSHIPS = 100_000;
const SEED = 20_190_919;
const TYPES: readonly RelationshipType[] = ['owns', 'owns', 'partnerIn', 'supplies'];

/**
 * What the questions about a whole dataset take, and for how long other messages wait meanwhile, in processor time: a Markdown table. The
 * longest wait is that of a message in this process, collecting garbage included.
 */
export async function benchWholeQuestions(): Promise<string> {
  const dataset = madeUp();
  const opened = await measured(() => MemoryStore.open(dataset));
  const store = opened.value;
  const rows = [row('open', opened)];
  for (const [name, ask] of Object.entries(questionsOf(store))) rows.push(row(name, await measured(ask)));
  return ['| question | CPU seconds | longest wait of a message, CPU ms | MB at most |', '| --- | ---: | ---: | ---: |', ...rows].join(
    '\n',
  );
}

function questionsOf(store: GraphStore): Record<string, () => Promise<unknown>> {
  return {
    describe: () => store.describe(),
    'the best connected': () => store.bestConnected(),
    ventures: () => store.ventures({ filter: {} }),
    'owners of the entity with most ties': () =>
      store.owners({ entity: idOfEntity(0), asOf: { from: '2005', to: '2005' }, listed: [idOfEntity(9)], filter: {} }),
    structure: () => store.structure(),
    overview: () => store.overview(),
    histogram: () => store.histogram(),
    'intermediaries of two far ones': () => store.between(intermediaryQuestion.parse({ from: idOfEntity(49_999), to: idOfEntity(49_000) })),
  };
}

/**
 * Companies with a few very large holders and a few very widely held ventures among them, dated by years, half of the stakes with a share.
 */
function madeUp(): Dataset {
  const { from, to } = heavyTailed(ENTITIES, RELATIONSHIPS, SEED);
  const relationships = Array.from(from, (_, r): Relationship => {
    const [a, b] = r % 4 === 1 ? [to[r]!, from[r]!] : [from[r]!, to[r]!];
    return {
      id: idOfRelationship(r), type: TYPES[r % 4]!, from: idOfEntity(a), to: idOfEntity(b), start: String(1990 + (r % 30)),
      ...(r % 3 === 0 ? { end: String(1995 + (r % 30)) } : {}), ...(r % 2 === 0 ? { share: 1 + (r % 20) } : {}),
      claims: [{ source: 's', stance: 'asserts' }],
    };
  });
  const entities = Array.from({ length: ENTITIES }, (_, e) => ({ id: idOfEntity(e), type: 'company' as const, name: `Company ${e}` }));
  return {
    format: 'throughline/1', id: 'made-up', title: 'Made up', sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'registry' }],
    entities, relationships,
  };
}

interface Measured<T> {
  value: T;
  seconds: number;
  wait: number;
  megabytes: number;
}

async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
  globalThis.gc?.();
  let [last, wait, megabytes] = [cpuMs(), 0, 0];
  const look = () => {
    wait = Math.max(wait, cpuMs() - last);
    megabytes = Math.max(megabytes, process.memoryUsage().heapUsed / 1e6);
    last = cpuMs();
  };
  const looking = setInterval(look, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  [last, wait] = [cpuMs(), 0];
  const start = cpuMs();
  const value = await work();
  const seconds = (cpuMs() - start) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 20));
  look();
  clearInterval(looking);
  return { value, seconds, wait, megabytes };
}

/** Processor time of this process, which other work on the machine does not stretch. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function row(name: string, { seconds, wait, megabytes }: Measured<unknown>): string {
  return `| ${name} | ${seconds.toFixed(2)} | ${wait.toFixed(0)} | ${megabytes.toFixed(0)} |`;
}
