import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const RUNS = 21;
/** How much longer than a bare start of Node a trace may take. */
export const MOST = 5;

/** Milliseconds that a process takes from its start to its end. Throws where it fails. */
export function processTime(args: readonly string[]): number {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - before;
}

/** The medians of two commands run in turns, in milliseconds, so that both meet the same load. */
export function inTurns(runs: number, one: () => number, other: () => number): [number, number] {
  one();
  other();
  const times = Array.from({ length: runs }, () => [one(), other()] as const);
  return [median(times.map(([a]) => a)), median(times.map(([, b]) => b))];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Whole processes of the built command, beside a bare start of Node in the same run. Builds the command first. */
export async function benchCommand(): Promise<string> {
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/makeCommand.ts'], { cwd: ROOT, stdio: 'inherit' });
  const command = join(ROOT, 'dist/command/throughline.js');
  const rows = [['trace', 'Huawei', 'Koryolink'], ['search', 'koryo post'], ['owners', 'Koryolink', '--as-of', '2013']].map((args) => {
    const [bare, asked] = inTurns(RUNS, () => processTime(['-e', '0']), () => processTime([command, ...args]));
    return `| ${args.join(' ')} | ${bare.toFixed(0)} ms | ${asked.toFixed(0)} ms | ${(asked / bare).toFixed(1)} times | `
      + `${asked <= MOST * bare ? 'yes' : 'no'} |`;
  });
  return [
    `| throughline | node -e 0 | whole process, median of ${RUNS} | | at most ${MOST} times |`, '| --- | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n');
}
