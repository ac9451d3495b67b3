import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { EditFigures } from './measureEdits';
import type { Measured, PackedFigures } from './measurePacked';
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
  return table([
    'size', 'MB of file', 'JSON.parse, s', 'MB', 'pack, s', 'MB', 'open, s', 'first route, s', 'MB', 'a route, ms (p95)', 'neighbours',
    'first search, s', 'a search', 'MB',
  ], rows);
}

/** Entities and relationships; the last where GROWTH_BENCH=large, which takes half an hour and 10 GB of disk. */
const GROWING = [[60_000, 100_000], [600_000, 1_000_000], [6_000_000, 10_000_000], [18_000_000, 30_000_000]] as const;

/** What questions to packed files cost as their data grow: a Markdown table. */
export async function benchGrowth(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-growth-'));
  const path = join(folder, 'register.throughline');
  const rows: string[] = [];
  for (const [entities, relationships] of process.env['GROWTH_BENCH'] === 'large' ? GROWING : GROWING.slice(0, -1)) {
    const packed = child<Cost>('makePackedFile.ts', path, String(entities), String(relationships));
    const asked = child<PackedFigures>('measurePacked.ts', path);
    const cells = [
      `${entities} / ${relationships}`, (statSync(path).size / 1e6).toFixed(0), packed.seconds.toFixed(0), packed.megabytes.toFixed(0),
      seconds(asked.open), seconds(asked.firstRoute), asked.routeMegabytes.toFixed(0),
      ...[asked.route, asked.tenRoutes, asked.separators, asked.neighbours].map(told), seconds(asked.firstSearch), told(asked.search),
      asked.megabytes.toFixed(0),
    ];
    rows.push(`| ${cells.join(' | ')} |`);
    process.stderr.write(`${rows.at(-1)!}\n`);
  }
  rmSync(folder, { recursive: true });
  return table([
    'entities / relationships', 'MB of file', 'make and pack, s', 'MB', 'open, s', 'first route, s', 'MB', 'a route, ms (p95)',
    'ten routes', 'separators', 'neighbours', 'first search, s', 'a search', 'MB',
  ], rows);
}

/** What editing over a packed file takes: a Markdown table. */
export async function benchEdits(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-edits-'));
  const path = join(folder, 'register.throughline');
  const rows: string[] = [];
  for (const [entities, relationships] of SIZES) {
    child<Cost>('makePackedFile.ts', path, String(entities), String(relationships));
    const edited = child<EditFigures>('measureEdits.ts', path);
    const times = [edited.route, edited.neighbours, edited.describe, edited.search, edited.routeBefore, edited.routeBetween].map(told);
    const megabytes = [edited.megabytesBefore, edited.megabytes].map((mb) => mb.toFixed(0));
    rows.push(`| ${[`${entities} / ${relationships}`, edited.first.toFixed(0), ...times, ...megabytes].join(' | ')} |`);
  }
  rmSync(folder, { recursive: true });
  return table([
    'entities / relationships', 'first edit and route, ms', 'a later one (p95)', 'edit and neighbours', 'edit and figures',
    'edit and search', 'a route before', 'a route after', 'MB before', 'MB after 160 edits',
  ], rows);
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
  const costs = [bare, pack].flatMap((cost) => [cost.seconds.toFixed(1), cost.megabytes.toFixed(0)]);
  const cells = [
    size, (bytes / 1e6).toFixed(0), ...costs, seconds(asked.open), seconds(asked.firstRoute), asked.routeMegabytes.toFixed(0),
    told(asked.route), told(asked.neighbours), seconds(asked.firstSearch), told(asked.search), asked.megabytes.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}

function told(measured: Measured): string {
  if (!measured) return 'refused';
  const [median, p95] = measured;
  return `${median.toFixed(1)} (${p95.toFixed(0)})`;
}

function table(columns: readonly string[], rows: readonly string[]): string {
  return [`| ${columns.join(' | ')} |`, `|${' ---: |'.repeat(columns.length)}`, ...rows].join('\n');
}
