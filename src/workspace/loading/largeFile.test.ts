import { expect, test } from 'vitest';
import { writeDataset } from '../../formats';
import { LARGEST_KEPT } from '../persistence';
import type { WorkspaceDeps } from '../platform';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { fileOf, TestAddress, testPlatform } from '../testing/testPlatform';

const mine = () => fileOf('mine.json', writeDataset({ ...smallCase, id: 'mine', title: 'My case' }));

/** A workspace with the small case open, in which files open as `openFile` says; a clock of half a second a look. */
async function beginWith(openFile: WorkspaceDeps['openStore'] = testPlatform().openStore) {
  const plain = testPlatform();
  let clock = 0;
  return begin(
    testPlatform({
      now: () => (clock += 500), openStore: (source, ask) => (source.kind === 'file' ? openFile : plain.openStore)(source, ask),
    }),
  );
}

/** An opening that has come half way and stays there until it is cancelled. */
const halfWay: WorkspaceDeps['openStore'] = (_, { signal, onProgress }) =>
  new Promise((_resolve, reject) => {
    for (const done of [0.1, 0.2, 0.3, 0.4, 0.5])
      onProgress!(done, { phase: 'Reading', bytes: done * 200e6, totalBytes: 200e6, rows: done * 1000 });
    signal!.addEventListener('abort', () => reject(signal!.reason as Error));
  });

test('a file that is being opened tells what it is at and how long it takes; Escape cancels it, and the chart is as it was', async () => {
  const { workspace, state } = await beginWith(halfWay);
  const { chart, selection } = state();
  const opening = workspace.run('openFile', mine());
  await expect.poll(() => state().jobs.get('open')?.detail?.rows).toBe(500);
  const job = state().jobs.get('open')!;
  expect(job).toMatchObject({ label: 'Opening mine.json', detail: { phase: 'Reading', bytes: 100e6, totalBytes: 200e6 } });
  expect(job.done).toBeCloseTo(0.45);
  expect(job.secondsLeft).toBeGreaterThan(1);
  await workspace.run('clearSelection');
  await opening;
  expect(state().jobs.size).toBe(0);
  expect(state().notices.map((n) => n.text)).toEqual(['“mine.json” was not opened: it was cancelled. The chart is as it was.']);
  expect(state().chart).toBe(chart);
  expect(state().selection).toBe(selection);
  expect(state().dataset?.bundled).toBe('small');
});

test('another file that is opened meanwhile takes the place of the first without a word about it', async () => {
  let openings = 0;
  const plain = testPlatform();
  const { workspace, state } = await beginWith((source, ask) => (++openings === 1 ? halfWay(source, ask) : plain.openStore(source, ask)));
  const first = workspace.run('openFile', mine());
  await expect.poll(() => state().jobs.get('open')?.done).toBeGreaterThan(0);
  await workspace.run('openFile', mine());
  await first;
  expect(state().dataset?.description.title).toBe('My case');
  expect(state().notices.some((n) => n.text.includes('cancelled'))).toBe(false);
});

test('an opened file is kept as the browser has it, not its bytes', async () => {
  const { workspace, platform } = await beginWith();
  await workspace.run('openFile', mine());
  expect([...platform.keep.values].filter(([key]) => key.startsWith('source-')).map(([, kept]) => kept)).toEqual([expect.any(Blob)]);
});

test('a file that is too large to be kept is opened all the same, and the user is told what a reload will need', async () => {
  const { workspace, platform, state } = await beginWith((source, ask) =>
    testPlatform().openStore({ ...source, blob: mine() } as typeof source, ask),
  );
  await workspace.run('openFile', Object.defineProperty(mine(), 'size', { value: LARGEST_KEPT + 1 }));
  expect(state().dataset?.description.title).toBe('My case');
  expect([...platform.keep.values.keys()].filter((key) => key.startsWith('source-'))).toEqual([]);
  expect(state().notices.map((n) => n.text)).toContain(
    '“mine.json” has 1025 MiB; files of more than 1024 MiB are not kept in this browser. After a reload, open it again from where it is.',
  );
});

test('what an earlier version kept of a file, its bytes, opens too', async () => {
  const first = await beginWith();
  await first.workspace.run('openFile', mine());
  first.platform.leave();
  await new Promise((r) => setImmediate(r));
  const { values } = first.platform.keep;
  for (const [key, kept] of values) if (kept instanceof Blob) values.set(key, new Uint8Array(await kept.arrayBuffer()));
  const second = await begin(testPlatform({ keep: first.platform.keep, address: new TestAddress(first.platform.address.query()) }));
  expect(second.state().dataset?.description.title).toBe('My case');
});
