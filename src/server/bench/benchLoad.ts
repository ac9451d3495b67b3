import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { makePackedFile } from '../../store/packed/bench/makePackedFile';

const ROOT = join(import.meta.dirname, '../../..');
const [ENTITIES, RELATIONSHIPS] = [2_000_000, 3_300_000];
const CLIENTS = 50;
/** How long each round takes, in ms. */
const ROUND = 60_000;
/** How long a client looks at an answer on average before it asks again, in ms: a person, and a program that does not look. */
const LOOKS = [2000, 0] as const;

/**
 * What 50 clients that ask a server for a minute have to wait: Markdown tables, by question, of the command on a made-up register of
 * 2 000 000 entities and 3 300 000 relationships. `LOAD_FILE` names a packed file of that register that is there already, `LOAD_THREADS`
 * how many threads. The clients take processor time of the same machine. The explorer must be built.
 */
export async function benchLoad(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-load-'));
  const given = process.env['LOAD_FILE'];
  const path = given ?? join(folder, 'register.throughline');
  if (!existsSync(path)) await makePackedFile(path, ENTITIES, RELATIONSHIPS);
  const rounds: string[] = [];
  for (const look of LOOKS) rounds.push(await round(path, look));
  rmSync(folder, { recursive: true });
  return rounds.join('\n\n');
}

async function round(path: string, look: number): Promise<string> {
  const { server, address, seconds } = await served(path);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS + 1 });
  const load = new Load(address, agent);
  const ends = performance.now() + ROUND;
  let megabytes = 0;
  const watching = setInterval(() => {
    void load.metric('process_resident_memory_bytes').then((now) => (megabytes = Math.max(megabytes, now / 1e6)));
  }, 1000);
  const cpuBefore = await load.metric('process_cpu_seconds_total');
  await Promise.all(Array.from({ length: CLIENTS }, (_, i) => load.client(i, look, ends)));
  clearInterval(watching);
  const cpu = (await load.metric('process_cpu_seconds_total')) - cpuBefore;
  agent.destroy();
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await gone;
  const between = look === 0 ? 'asking again at once' : `asking again after ${look / 1000} s on average`;
  return [
    `${CLIENTS} clients for ${ROUND / 1000} s, ${between}: ${load.answered} answers, ${load.failed.length} errors, at most `
    + `${megabytes.toFixed(0)} MB, ${((1000 * cpu) / load.answered).toFixed(0)} ms of processor time an answer; ready to be searched `
    + `${seconds.toFixed(1)} s after the start; ${loadavg()[0]!.toFixed(0)} processes wanted the ${availableParallelism()} processors.`
    + (load.failed.length > 0 ? ` The first error: ${load.failed[0]!}` : ''),
    '',
    '| question | answers | median, ms | p95 | p99 |', '| --- | ---: | ---: | ---: | ---: |', ...load.rows(),
  ].join('\n');
}

/** The command on the file, once everything can be asked. */
async function served(path: string): Promise<{ server: ChildProcess; address: string; seconds: number }> {
  const began = performance.now();
  const threads = process.env['LOAD_THREADS'];
  const options = ['serve', path, '--port', '0', ...(threads === undefined ? [] : ['--threads', threads])];
  const server = spawn(process.execPath, [join(ROOT, 'src/cli/checkout.js'), ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (piece: Buffer) => resolve(piece.toString()));
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
  const address = /http:\/\/[\d.:]+/.exec(said)![0];
  for (;;) {
    const { ok } = await fetch(`${address}/health`);
    if (ok) return { server, address, seconds: (performance.now() - began) / 1000 };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What is asked, in turn: of 20 questions so many of each. */
const MIX = [
  ...Array<'routes'>(6).fill('routes'), ...Array<'neighbours'>(5).fill('neighbours'), ...Array<'search'>(4).fill('search'),
  ...Array<'entities'>(3).fill('entities'), ...Array<'owners'>(2).fill('owners'),
] as const;

const WORDS = ['karen trading', 'grorom', 'sokol', 'trading limited', 'kare', 'holdng', 'elen petrov', 'vostok', 'nordic', 'ООО Гром'];

class Load {
  answered = 0;
  readonly failed: string[] = [];
  readonly #times = new Map<string, number[]>();

  constructor(
    private readonly address: string,
    private readonly agent: Agent,
  ) {}

  /** Asks one question after another until the time is over. */
  async client(number: number, look: number, ends: number): Promise<void> {
    for (let turn = number * 7; performance.now() < ends; turn++) {
      const name = MIX[turn % MIX.length]!;
      const began = performance.now();
      await this.#ask(name, bodyOf(name, number * 99_991 + turn * 7919));
      const times = this.#times.get(name) ?? [];
      this.#times.set(name, times);
      times.push(performance.now() - began);
      // Evenly between none and twice the average.
      if (look > 0) await new Promise((resolve) => setTimeout(resolve, (2 * look * ((turn * 37) % 100)) / 100));
    }
  }

  rows(): string[] {
    const all = [...this.#times.values()].flat();
    return [...this.#times, ['all', all] as const].map(([name, times]) => {
      const sorted = times.toSorted((a, b) => a - b);
      const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(0);
      return `| ${name} | ${sorted.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} |`;
    });
  }

  /** What the server says of itself. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.address}/metrics`)).text();
    return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)![1]);
  }

  #ask(name: string, body: unknown): Promise<void> {
    return new Promise((resolve) => {
      const wrong = (why: string) => {
        this.failed.push(`${name}: ${why}`);
        resolve();
      };
      const asked = request(`${this.address}/api/${name}`, { method: 'POST', agent: this.agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () => {
          if (response.statusCode !== 200) return wrong(`${response.statusCode} ${text.slice(0, 200)}`);
          this.answered++;
          resolve();
        });
        response.on('error', (error) => wrong(error.message));
      });
      asked.on('error', (error) => wrong(error.message));
      asked.end(JSON.stringify(body));
    });
  }
}

function bodyOf(name: (typeof MIX)[number], by: number): unknown {
  const entity = (i: number) => `e${i % ENTITIES}`;
  if (name === 'routes') return { from: entity(by), to: entity(by * 13 + 5) };
  if (name === 'neighbours') return { entity: entity(by) };
  if (name === 'search') return { text: WORDS[by % WORDS.length]! };
  if (name === 'entities') return { ids: Array.from({ length: 20 }, (_, i) => entity(by + i * 4001)) };
  return { entity: entity(by) };
}
