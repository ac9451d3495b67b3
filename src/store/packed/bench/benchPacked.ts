import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { PackedFigures, Quantiles } from './measurePacked';
import { makeLinesFile } from './makePackedFile';

const SIZES = [[60_000, 100_000], [2_000_000, 3_300_000]] as const;

/** What packing and asking packed files takes, beside a bare `JSON.parse` of the same records: a Markdown table. */
export async function benchPacked(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-packed-bench-'));
  const rows: string[] = [];
  for (const [entities, relationships] of SIZES) {
    const [lines, packed] = [join(folder, 'register.throughline.jsonl'), join(folder, 'register.throughline')];
    await makeLinesFile(lines, entities, relationships);
    const bare = child<Cost>('measureParse.ts', lines);
    const pack = child<Cost>('measurePack.ts', lines, packed);
    rows.push(row(`${entities} / ${relationships}`, statSync(packed).size, bare, pack, child<PackedFigures>('measurePacked.ts', packed)));
  }
  rmSync(folder, { recursive: true });
  const columns = [
    'size', 'MB of file', 'JSON.parse, s', 'MB', 'pack, s', 'MB', 'open, s', 'first route, s', 'MB', 'a route, ms (p95)', 'neighbours',
    'first search, s', 'a search', 'MB',
  ];
  return [`| ${columns.join(' | ')} |`, `|${' ---: |'.repeat(columns.length)}`, ...rows].join('\n');
}

/** Processor time in s, and the most memory in MB. */
interface Cost {
  seconds: number;
  megabytes: number;
}

function child<T>(script: string, ...args: string[]): T {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, script), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{'))) as T;
}

function row(size: string, bytes: number, bare: Cost, pack: Cost, asked: PackedFigures): string {
  const seconds = (ms: number) => (ms / 1000).toFixed(2);
  const told = ([median, p95]: Quantiles) => `${median.toFixed(1)} (${p95.toFixed(0)})`;
  const costs = [bare, pack].flatMap((cost) => [cost.seconds.toFixed(1), cost.megabytes.toFixed(0)]);
  const cells = [
    size, (bytes / 1e6).toFixed(0), ...costs, seconds(asked.open), seconds(asked.firstRoute), asked.routeMegabytes.toFixed(0),
    told(asked.route), told(asked.neighbours), seconds(asked.firstSearch), told(asked.search), asked.megabytes.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}
