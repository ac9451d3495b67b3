import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { makePackedFile } from '../../store/packed/bench/makePackedFile';

const ROOT = join(import.meta.dirname, '../../..');
/** Entities and relationships of the made-up registers. */
const SIZES = [[100_000, 165_000], [2_000_000, 3_300_000]] as const;
/** How often each tool is asked, about other entities each time. */
const ASKED = Number(process.env['MCP_ASKED'] ?? 40);

/**
 * What an agent waits for: Markdown tables, by tool, of the command in a process of its own on made-up registers, asked by the SDK's
 * client one question after another. Wall time is stretched by whatever else the machine does; processor time is that of all threads of
 * the process (Linux). `MCP_FOLDER` keeps the registers for the next run, `MCP_ONLY` names one size, `MCP_ASKED` says how often each tool
 * is asked.
 */
export async function benchMcp(): Promise<string> {
  const kept = process.env['MCP_FOLDER'];
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'throughline-mcp-'));
  mkdirSync(folder, { recursive: true });
  const tables: string[] = [];
  const only = process.env['MCP_ONLY'];
  for (const [entities, relationships] of SIZES.filter(([size]) => only === undefined || String(size) === only)) {
    const path = join(folder, `register-${entities}.throughline`);
    if (!existsSync(path)) await makePackedFile(path, entities, relationships);
    tables.push(await tableOf(path, entities));
  }
  if (kept === undefined) rmSync(folder, { recursive: true });
  return tables.join('\n\n');
}

async function tableOf(path: string, entities: number): Promise<string> {
  const transport = new StdioClientTransport({
    command: process.execPath, args: [join(ROOT, 'src/cli/checkout.js'), 'mcp', path], cwd: ROOT, stderr: 'inherit',
  });
  const client = new Client({ name: 'bench', version: '1.0.0' });
  const began = performance.now();
  await client.connect(transport, { timeout: 600_000 });
  const ready = performance.now() - began;
  await settled(transport.pid!);
  const warm = performance.now() - began;
  const asking = new Asking(client, transport.pid!, entities);
  const rows: string[] = [];
  for (const tool of Object.keys(EXAMPLES)) {
    rows.push(await asking.row(tool));
    process.stderr.write(`${entities} ${rows.at(-1)!}\n`);
  }
  await client.close();
  return [
    `${entities.toLocaleString('en')} entities; answers ${(ready / 1000).toFixed(1)} s after the start, `
    + `all made ready after ${(warm / 1000).toFixed(1)} s; `
    + `${loadavg()[0]!.toFixed(0)} processes wanted the ${availableParallelism()} processors.`,
    '',
    '| tool | refused | first, ms | median | p95 | most | processor, median | processor, p95 | processor, most |',
    `|${' --- |'.repeat(1)}${' ---: |'.repeat(8)}`, ...rows,
  ].join('\n');
}

const WORDS = ['karen trading', 'grorom', 'sokol', 'trading limited', 'kare', 'holdng', 'elen petrov', 'vostok', 'nordic', 'ООО Гром'];

/** What is asked for the i-th time, in the order in which an agent comes to it. */
const EXAMPLES: Readonly<Record<string, (id: (n: number) => string, i: number) => object>> = {
  describe: () => ({}),
  search: (_id, i) => ({ text: WORDS[i % WORDS.length]! }),
  entity: (id, i) => ({ entity: id(i) }),
  neighbours: (id, i) => ({ entity: id(i) }),
  routes: (id, i) => ({ from: id(i), to: id(i + 1) }),
  why_no_route: (id, i) => ({ from: id(i), to: id(i + 1), maxHops: 2, filter: { period: { from: '1991', to: '1991' } } }),
  between: (id, i) => ({ from: id(i), to: id(i + 1) }),
  ventures: (id, i) => (i % 2 === 0 ? { about: id(i) } : {}),
  owners: (id, i) => ({ entity: id(i), listed: [id(i + 3)] }),
  claims: (id, i) => ({ about: id(i) }),
  source: (_id, i) => ({ source: `s${(i * 37) % 1000}` }),
  timeline: (id, i) => ({ entity: id(i) }),
  snapshot: (id, i) => ({ only: [id(i), id(i + 1), id(i + 2)] }),
};

class Asking {
  constructor(
    private readonly client: Client,
    private readonly pid: number,
    private readonly entities: number,
  ) {}

  async row(tool: string): Promise<string> {
    // Every tenth is one of the best connected, which the register has first.
    const id = (n: number) => `e${n % 10 === 0 ? n : (n * 7919 + 4001) % this.entities}`;
    const [wall, busy]: [number[], number[]] = [[], []];
    let refused = 0;
    for (let i = 0; i < ASKED; i++) {
      const [began, worked] = [performance.now(), processorMs(this.pid)];
      const { isError } = await this.client.callTool(
        { name: tool, arguments: EXAMPLES[tool]!(id, i) as Record<string, unknown> }, { timeout: 600_000 },
      );
      wall.push(performance.now() - began);
      busy.push(processorMs(this.pid) - worked);
      if (isError === true) refused++;
    }
    const first = wall[0]!;
    const figures = [first, at(wall, 0.5), at(wall, 0.95), at(wall, 1), at(busy, 0.5), at(busy, 0.95), at(busy, 1)];
    return `| ${tool} | ${refused} | ${figures.map((ms) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))).join(' | ')} |`;
  }
}

/** Waits until a process has nothing to do: what it makes ready in the background is not to be measured as an answer. */
async function settled(pid: number): Promise<void> {
  for (let [before, now] = [-Infinity, processorMs(pid)]; now - before > 20; [before, now] = [now, processorMs(pid)])
    await new Promise((resolve) => setTimeout(resolve, 2000));
}

function at(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

/** Processor time of all threads of a process so far, in ms (Linux). Threads that ended meanwhile count no more. */
function processorMs(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, task) => {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ');
    return sum + Number(nanoseconds) / 1e6;
  }, 0);
}
