import { open } from 'node:fs/promises';
import process from 'node:process';
import { put, routeQuestion, type Edit } from '../../../model';
import { openPackedStore } from '../packedStore';
import { asFigures, type Quantiles } from './quantiles';

/** What editing over a packed file takes, in ms of processor time and MB of the whole process; in a process of its own, printed as JSON. */
export interface EditFigures {
  /** From the first edit, which finds out where relationships are by their ids, until a route is answered. */
  first: number;
  /** From a later edit until a route, the neighbours, the figures are answered. */
  route: Quantiles;
  neighbours: Quantiles;
  describe: Quantiles;
  /** A search after an edit that names somebody new. */
  search: Quantiles;
  /** A route of the base before any edit, and of the edited one between two edits. */
  routeBefore: Quantiles;
  routeBetween: Quantiles;
  megabytesBefore: number;
  megabytes: number;
}

const EDITS = 40;

async function measured(path: string): Promise<EditFigures> {
  const file = await open(path);
  const { size } = await file.stat();
  const read = async (from: number, to: number) => {
    const bytes = new Uint8Array(to - from);
    await file.read(bytes, 0, bytes.length, from);
    return bytes;
  };
  const store = await openPackedStore({ size, read });
  const { entities } = store.directory.counts;
  const entity = (i: number) => `e${i % entities}`;
  const route = (i: number) => store.routes(routeQuestion.parse({ from: entity(i * 7919 + 1), to: entity(i * 104_729 + 13) }));
  await route(1);
  await store.search({ text: 'karen trading' });
  const routeBefore = await timed(async (i) => timeOf(() => route(i)));
  const megabytesBefore = megabytes();
  const tieOf = async (i: number) => (await store.neighbours({ entity: entity(i * 7919 + 1), limit: 1 })).relationships[0];
  const ties = await Promise.all(Array.from({ length: EDITS + 1 }, (_, i) => tieOf(i)));
  const edits: Edit[] = [];
  const edit = async (i: number) => {
    edits.push(...oneMore(i));
    await store.edit!({ edits });
  };
  const oneMore = (i: number): Edit[] => {
    const source = { id: `own${i}`, title: 'A filing', publisher: 'A register', kind: 'registry' as const };
    const claim = { source: source.id, stance: 'asserts' as const };
    const known = ties[i];
    return [
      put('sources', source), put('entities', { id: `new${i}`, type: 'company', name: `Quayside Holding ${i}` }),
      put('relationships', { id: `tie${i}`, type: 'owns', from: `new${i}`, to: entity(i * 104_729 + 13), claims: [claim] }),
      ...(known ? [put('relationships', { ...known, claims: [...known.claims, claim] })] : []),
    ];
  };
  const first = await timeOf(async () => {
    await edit(0);
    await route(1);
  });
  const after = (ask: (i: number) => Promise<unknown>) =>
    timed((i) => timeOf(async () => {
      await edit(i);
      await ask(i);
    }));
  const figures = {
    first,
    route: await after(route),
    neighbours: await after((i) => store.neighbours({ entity: entity(i * 7919) })),
    describe: await after(() => store.describe()),
    search: await after((i) => store.search({ text: `Quayside Holding ${i}` })),
    routeBefore,
    routeBetween: await timed(async (i) => timeOf(() => route(i))),
    megabytesBefore,
    megabytes: megabytes(),
  };
  await file.close();
  return figures;
}

async function timed(time: (i: number) => Promise<number>): Promise<Quantiles> {
  const times: number[] = [];
  for (let i = 1; i <= EDITS; i++) times.push(await time(i));
  return asFigures(times);
}

/** In ms, of all threads: other work on the machine does not stretch it. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function megabytes(): number {
  return process.memoryUsage().rss / 1e6;
}

process.stdout.write(JSON.stringify(await measured(process.argv[2]!)));
