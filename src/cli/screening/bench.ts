import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { makeMatchCase } from '../../analysis/testing/makeMatchCase';
import type { Entity, MatchProposal } from '../../model';
import { packWriter } from '../../store';
import { makeNamedEntities } from '../../store/memory/names/makeNamedEntities';
import { withStore } from '../openStore';
import { screenList } from './screenList';

const SEED = 20_190_919;
const [NAMES, LISTED] = [Number(process.env['SCREEN_NAMES'] ?? 100_000), Number(process.env['SCREEN_LISTED'] ?? 1_000_000)];
const BATCH = 10_000;

/**
 * 100 000 names against a packed list of a million: what it takes, and how good the hits are. Half of the names are on the list under a
 * changed name, a quarter look like one that is, a quarter are strangers; the rest of the list are made-up companies and people. Two
 * Markdown tables. `SCREEN_NAMES` and `SCREEN_LISTED` make it smaller.
 */
export async function benchScreening(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-screen-'));
  const path = join(folder, 'list.throughline');
  const { base, added, truth } = makeMatchCase(NAMES, SEED);
  await pack(path, listOf(base));
  const quiet = { out: () => undefined, err: () => undefined };
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const answer = await withStore({ data: path }, quiet, (list) =>
    screenList(added, list, { threshold: 0.6, limit: NAMES * 4 }, (done) => process.stderr.write(`${Math.round(done * 100)} % screened\r`)),
  );
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - wall) / 1000;
  rmSync(folder, { recursive: true });
  return [
    '| names | listed | pairs compared | hits from 0.6 | minutes | of processor time | MB at most |', `|${' ---: |'.repeat(7)}`,
    `| ${[NAMES, answer.entities, answer.compared, answer.proposals.length].map((n) => n.toLocaleString('en')).join(' | ')} | `
    + `${(seconds / 60).toFixed(1)} | ${((user + system) / 60e6).toFixed(1)} | ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} |`,
    '', `${loadavg()[0]!.toFixed(0)} processes wanted the ${availableParallelism()} processors.`, '',
    ...qualityRows(answer.proposals, truth),
  ].join('\n');
}

function* listOf(base: readonly Entity[]): Generator<Entity> {
  yield* base;
  for (let first = base.length; first < LISTED; first += BATCH)
    for (const [i, entity] of makeNamedEntities(Math.min(BATCH, LISTED - first), SEED + first, 0.3).entries())
      yield { ...entity, id: `other-${first + i}` };
}

async function pack(path: string, entities: Iterable<Entity>): Promise<void> {
  const file = await open(path, 'w');
  const writer = await packWriter({
    append: async (bytes) => void (await file.appendFile(bytes)),
    begin: async (bytes) => void (await file.write(bytes, 0, bytes.length, 0)),
  });
  for (const entity of entities) {
    writer.addEntity(entity);
    if (writer.full) await writer.drained();
  }
  await writer.finish({ format: 'throughline/1', id: 'list', title: 'A made-up list' });
  await file.close();
}

/** Precision: the share of hits that are right. Recall: the share of those on the list that are hit. */
function qualityRows(proposals: readonly MatchProposal[], truth: ReadonlyMap<string, { readonly id: string }>): string[] {
  const best = [...new Map([...proposals].reverse().map((p) => [p.a, p])).values()];
  const sets: [string, readonly MatchProposal[]][] = [
    ...[0.6, 0.7, 0.8, 0.9].map((from): [string, MatchProposal[]] => [`hits from ${from}`, proposals.filter((p) => p.score >= from)]),
    ['the best hit of each name', best], ['the same from 0.7', best.filter((p) => p.score >= 0.7)],
  ];
  const rows = sets.map(([name, hits]) => {
    const right = hits.filter((p) => truth.get(p.a)?.id === p.b).length;
    return `| ${name} | ${hits.length.toLocaleString('en')} | ${percent(right / hits.length)} | ${percent(right / truth.size)} |`;
  });
  return ['| | hits | precision % | recall % |', '| --- | ---: | ---: | ---: |', ...rows];
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}
