import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FUZZ_RUNS, hostileText, isPolluted, HOSTILE_TEXTS } from '../model/testing/hostileValues';
import { runCli } from './program';

const folder = mkdtempSync(join(tmpdir(), 'throughline-arguments-'));
const data = join(folder, 'small.json');
writeFileSync(
  data,
  JSON.stringify({
    format: 'throughline/1',
    id: 'small',
    title: 'Small',
    sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'registry' }],
    entities: HOSTILE_TEXTS.filter((id) => id.trim() !== '' && id.length <= 200).map((id) => ({ id, type: 'company', name: id })),
    relationships: [
      {
        id: 'r', type: 'owns', from: '__proto__', to: 'constructor', share: 60, start: '2008', claims: [{ source: 's', stance: 'asserts' }],
      },
      { id: 'q', type: 'owns', from: 'constructor', to: 'toString', share: 40, claims: [{ source: 's', stance: 'alleges' }] },
    ],
  }),
);

const WORDS_OF_THE_ENGINE =
  /Cannot read propert|is not a function|is not iterable|undefined \(reading|\[object Object\]|Maximum call stack|NaN|\bundefined\b/;
const OBEYED = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/;

/** A path that was made up may be anything that lies on the machine; only this folder is written to, and nothing is waited for. */
const word = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', data) }, hostileText.filter((text) => text !== '-'),
);
const option = fc.oneof(
  fc.constantFrom(['--json'], ['--certainly'], ['--strict'], ['--version'], ['--help'], ['--places']),
  fc
    .tuple(
      fc.constantFrom(
        '-k', '--max-hops', '--direction', '--types', '--families', '--status', '--as-of', '--during', '--undated', '--avoid', '--via',
        '--hub', '--limit', '--listed', '--through', '--from', '--to', '--mapping', '--theme', '--scale', '--title', '--route', '--trace',
        '--only', '--wait', '--port',
      ),
      hostileText,
    )
    .map((pair) => [...pair]),
);
const command = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('validate', 'info', 'search', 'trace', 'between', 'ventures', 'owners', 'snapshot', 'convert') },
  hostileText.filter((text) => text !== 'serve'),
);
const line = fc
  .record({ name: command, words: fc.array(word, { maxLength: 3 }), options: fc.array(option, { maxLength: 3 }) })
  .map(({ name, words, options }) => [
    name, ...(name === 'convert' ? [words[0] ?? data, join(folder, 'out.gexf')] : words),
    ...(name === 'snapshot' ? ['-o', join(folder, 'out.svg')] : []),
    ...(['validate', 'info', 'convert'].includes(name) ? [] : ['--data', data]), ...options.flat(),
  ]);

test('whatever its arguments, the command answers, says no, or refuses in words, with 0, 1 or 2', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(line, async (args) => {
      const out: string[] = [];
      const err: string[] = [];
      const code = await runCli(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
      const told = [...out, ...err].join('\n');
      expect([0, 1, 2]).toContain(code);
      expect(OBEYED.exec(told)?.[0]).toBeUndefined();
      if (code === 2) expect(err.join('')).not.toBe('');
      expect(WORDS_OF_THE_ENGINE.exec(err.join('\n').replaceAll(/[“"'].*?[”"']/g, ''))?.[0]).toBeUndefined();
      if (
        code === 0
        && args.includes('--json')
        && !args.includes('--help')
        && !args.includes('--version')
        && !['convert', 'snapshot'].includes(args[0]!)
      )
        expect(() => JSON.parse(out.join('\n'))).not.toThrow();
      expect(isPolluted()).toBe(false);
    }),
    { numRuns: FUZZ_RUNS },
  );
});
