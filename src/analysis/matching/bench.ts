import { nameKey, type MatchAnswer } from '../../model';
import { CHANGES, LOOKALIKES, makeMatchCase, type MatchCase } from '../testing/makeMatchCase';
import { matchSteps } from './proposeMatches';

const SEED = 20_190_919;
const QUALITY = 20_000;
const SIZES = [10_000, 100_000] as const;

/** How good the proposals are on a made-up case of 20 000 with as many, and what they cost: three Markdown tables. */
export async function benchMatching(): Promise<string> {
  return [...qualityRows(), '', ...costRows()].join('\n');
}

/** What share of what is proposed is right, and what share of what is right is proposed. */
export function qualityOf(
  { truth }: MatchCase, pairs: readonly (readonly [a: string, b: string])[],
): { precision: number; recall: number } {
  const right = pairs.filter(([a, b]) => truth.get(b)?.id === a).length;
  return { precision: right / pairs.length, recall: right / truth.size };
}

function qualityRows(): string[] {
  const made = makeMatchCase(QUALITY, SEED);
  const { proposals } = finished(made, 0.6).answer;
  const at = (threshold: number) => proposals.filter((p) => p.score >= threshold);
  const best = [...new Map([...proposals].reverse().map((p) => [p.b, p])).values()];
  const sets: [string, readonly (readonly [string, string])[]][] = [
    ['the same folded name, one by one (the lint’s way)', sameKeyPairs(made)],
    ...[0.6, 0.7, 0.8, 0.9].map((t): [string, [string, string][]] => [`proposed, score from ${t}`, at(t).map((p) => [p.a, p.b])]),
    ['the best proposal of each added entity', best.map((p) => [p.a, p.b])],
  ];
  const found = new Set(proposals.map((p) => `${p.a} ${p.b}`));
  const byChange = CHANGES.map((change) => {
    const of = [...made.truth].filter(([, t]) => t.change === change);
    return `| ${change} | ${of.length} | ${percent(of.filter(([b, { id }]) => found.has(`${id} ${b}`)).length / of.length)} |`;
  });
  const proposed = new Set(proposals.map((p) => p.b));
  const byLook = LOOKALIKES.map((kind) => {
    const of = [...made.lookalikes].filter(([, k]) => k === kind);
    return `| ${kind} | ${of.length} | ${percent(of.filter(([b]) => proposed.has(b)).length / of.length)} |`;
  });
  return [
    `| ${grouped(QUALITY)} × ${grouped(QUALITY)} | precision % | recall % |`,
    '| --- | ---: | ---: |',
    ...sets.map(
      ([name, pairs]) => `| ${name} | ${percent(qualityOf(made, pairs).precision)} | ${percent(qualityOf(made, pairs).recall)} |`,
    ),
    '',
    '| one of the base, its name changed: | entities | proposed % |',
    '| --- | ---: | ---: |',
    ...byChange,
    '',
    '| another that only looks like one: | entities | proposed % |',
    '| --- | ---: | ---: |',
    ...byLook,
  ];
}

function costRows(): string[] {
  const rows = SIZES.map((size) => {
    const made = makeMatchCase(size, SEED);
    const before = memory();
    const { answer, seconds, cpuSeconds, longest, peak } = finished(made, 0.6);
    return `| ${grouped(size)} × ${grouped(size)} | ${seconds.toFixed(1)} | ${cpuSeconds.toFixed(1)} | `
      + `${Math.max(0, peak - before).toFixed(0)} | ${grouped(answer.compared)} | ${grouped(answer.notCompared)} | ${longest.toFixed(0)} |`;
  });
  return [
    '| entities | seconds | of CPU | MB more at the peak | pairs compared | passed over | longest step, ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |', ...rows,
  ];
}

interface Finished {
  answer: MatchAnswer;
  seconds: number;
  cpuSeconds: number;
  /** The longest time between two pauses, in ms. */
  longest: number;
  /** In MB. */
  peak: number;
}

function finished({ base, added }: MatchCase, threshold: number): Finished {
  const proposing = matchSteps(base, added, { threshold, limit: added.length * 4 });
  const start = performance.now();
  const cpu = process.cpuUsage();
  let [last, longest, peak, steps] = [start, 0, 0, 0];
  for (;;) {
    const step = proposing.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (++steps % 5000 === 0) peak = Math.max(peak, used());
    if (!step.done) continue;
    const { user, system } = process.cpuUsage(cpu);
    return { answer: step.value, seconds: (now - start) / 1000, cpuSeconds: (user + system) / 1e6, longest, peak };
  }
}

function memory(): number {
  globalThis.gc?.();
  return used();
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function sameKeyPairs({ base, added }: MatchCase): [string, string][] {
  const byKey = new Map<string, string[]>();
  for (const { id, type, name } of base) byKey.set(`${type} ${nameKey(name)}`, [...(byKey.get(`${type} ${nameKey(name)}`) ?? []), id]);
  return added.flatMap(({ id, type, name }) => (byKey.get(`${type} ${nameKey(name)}`) ?? []).map((a): [string, string] => [a, id]));
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
}
