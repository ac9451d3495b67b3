import { writeFileSync } from 'node:fs';
import { generatedSnapshot } from '../src/canvas/bench/generatedSnapshot';
import { expect, test } from './story';

const ENTITIES = 1200;
/** Placing takes longer than so many frames on any machine; hardly one is shown if it is done in one go. */
const FRAMES = 8;
/** How far an entity is dragged, in CSS px. */
const BY = { x: 60, y: 40 };

test('a large chart goes on being looked at and moved while its lines find their ways', async ({ explorer }, info) => {
  const { chart, datasets, report } = explorer;
  const path = info.outputPath('made-up.json');
  writeFileSync(path, generatedSnapshot(ENTITIES));
  await explorer.open();
  const opened = await chart.framesUntilPlaced();
  await datasets.chooseFile(path);
  await report.close.click();
  await opened();

  const at = (await chart.fitted()).get('e600')!;
  const { dataset, chart: { positions: before } } = await chart.frozen();
  const name = dataset.entities.find((e) => e.id === 'e600')!.name;
  const there = { x: at.x + BY.x, y: at.y + BY.y };
  let dropped: (() => Promise<number>) | undefined;
  await chart.drag(at, BY, async () => (dropped = await chart.framesUntilPlaced()));
  await chart.pointAt(there, name);
  expect(await dropped!()).toBeGreaterThan(FRAMES);
  await chart.pointAt(there, name);
  const { e600: moved, ...others } = (await chart.frozen()).chart.positions;
  expect({ ...others, e600: before['e600'] }).toEqual(before);
  expect(moved!.x).toBeGreaterThan(before['e600']!.x);

  const undone = await chart.framesUntilPlaced();
  await explorer.undo.click();
  await chart.drag(at, BY, undone);
  await chart.pointAt(there, name);
  expect((await chart.frozen()).chart.positions).toEqual({ ...before, e600: moved });
});
