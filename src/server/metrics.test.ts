import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MemoryStore, requestTable } from '../store';
import { conformanceCase } from '../store/testing/conformanceCase';
import { Metrics } from './metrics';
import { serve } from './serve';

/** Samples by their name and labels, as a reader of the text format takes them. Throws for a line that is none. */
function samples(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('# HELP ') || line.startsWith('# TYPE ')) continue;
    const [, name, value] = /^([a-z_]+(?:\{(?:[a-z]+="[^"\\]*",?)+\})?) (\S+)$/.exec(line)!;
    found.set(name!, Number(value));
  }
  return found;
}

test('durations are counted in buckets that hold those below them too', () => {
  const metrics = new Metrics();
  for (const seconds of [0.0005, 0.02, 0.02, 700]) metrics.count('routes', 'answered', seconds);
  metrics.count('routes', 'cut_off', 120);
  const found = samples(metrics.text({ running: 1, waiting: 2, threads: 3, threadsLost: 4 }));
  const below = (most: string) => found.get(`throughline_question_seconds_bucket{question="routes",le="${most}"}`);
  expect([below('0.001'), below('0.01'), below('0.025'), below('60'), below('120'), below('+Inf')]).toEqual([1, 1, 3, 3, 4, 5]);
  expect(found.get('throughline_question_seconds_count{question="routes"}')).toBe(5);
  expect(found.get('throughline_question_seconds_sum{question="routes"}')).toBeCloseTo(820.0405);
  expect(found.get('throughline_questions_total{question="routes",outcome="answered"}')).toBe(4);
  expect(found.get('throughline_questions_total{question="routes",outcome="cut_off"}')).toBe(1);
  expect([found.get('throughline_questions_running'), found.get('throughline_threads_lost_total')]).toEqual([1, 4]);
  expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
});

test('a server counts what it was asked, by few names whatever is asked', async () => {
  const app = mkdtempSync(join(tmpdir(), 'throughline-metrics-'));
  writeFileSync(join(app, 'index.html'), '');
  const serving = await serve({ app, port: 0, questions: requestTable(await MemoryStore.open(conformanceCase)) });
  const ask = (path: string, body: string) => fetch(`${serving.address}/api${path}`, { method: 'POST', body }).then((r) => r.text());
  await ask('/describe', '{}');
  await ask('/search', '{"text":5}');
  await ask('/search', 'no JSON');
  for (const path of ['/a', '/b', '/constructor', '/"x']) await ask(path, '{}');
  const response = await fetch(`${serving.address}/metrics`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const found = samples(await response.text());
  const counted = [...found].filter(([name]) => name.startsWith('throughline_questions_total'));
  expect(counted).toEqual([
    ['throughline_questions_total{question="describe",outcome="answered"}', 1],
    ['throughline_questions_total{question="search",outcome="refused"}', 2],
    ['throughline_questions_total{question="unknown",outcome="refused"}', 4],
  ]);
  await serving.close();
});
