import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceOfBytes, type FileSource } from '../fileSource';
import { formatOf } from '../registry';

/** A file that comes in pieces of these sizes, again and again. */
function inPieces(bytes: Uint8Array, sizes: readonly number[]): FileSource {
  return {
    ...sourceOfBytes(bytes),
    async *pieces() {
      for (let at = 0, i = 0; at < bytes.length; i += 1) {
        const size = sizes[i % sizes.length]!;
        yield bytes.subarray(at, at + size);
        at += size;
      }
    },
  };
}

describe.each([
  ['gexf', 'harbour.gexf'], ['gexf', 'written.gexf'], ['graphml', 'yed.graphml'], ['graphml', 'written.graphml'],
])('%s, %s', (id, name) => {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '..', id, 'golden', name)));

  test('reads the same however the file is cut, inside characters and tags too', async () => {
    const whole = await formatOf(id)!.read(bytes, {});
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }), async (sizes) => {
        const { dataset, perspectives, report } = await formatOf(id)!.readStream!(inPieces(bytes, sizes), {});
        expect({ dataset, perspectives, report }).toEqual({
          dataset: whole.dataset, perspectives: whole.perspectives, report: whole.report,
        });
      }),
      { numRuns: 20 },
    );
  });
});

test('UTF-16 cut anywhere, and letters beyond the first plane', async () => {
  const bytes = new Uint8Array(Buffer.from('\ufeff<gexf><graph><nodes><node id="a" label="𝒜sh 🌳"/></nodes></graph></gexf>', 'utf16le'));
  for (const size of [1, 2, 3])
    expect((await formatOf('gexf')!.readStream!(inPieces(bytes, [size]), {})).dataset!.entities[0]!.name).toBe('𝒜sh 🌳');
});

test('progress is told and never goes back', async () => {
  const edges = '<edge source="a" target="b"/>'.repeat(60_000);
  const told: number[] = [];
  await formatOf('gexf')!.read(
    new TextEncoder().encode(`<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges>${edges}</edges></graph></gexf>`),
    { onProgress: (done) => told.push(done) },
  );
  expect(told.at(-1)).toBe(1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});
