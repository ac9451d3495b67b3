import { writeFileSync } from 'node:fs';
import { generatedSnapshot } from '../src/canvas/bench/generatedSnapshot';
import { expect, test } from './story';

const ENTITIES = 1200;
/** Placing takes longer than so many frames on any machine; none of them was shown if it is done in one go. */
const FRAMES = 8;

test('a large chart goes on being looked at and moved while its lines find their ways', async ({ explorer }, info) => {
  const { chart, datasets, report } = explorer;
  const path = info.outputPath('made-up.json');
  writeFileSync(path, generatedSnapshot(ENTITIES));
  await explorer.open();
  const opened = await chart.framesUntilPlaced();
  await datasets.chooseFile(path);
  await report.close.click();
  expect(await opened()).toBeGreaterThan(FRAMES);

  const at = (await chart.fitted()).get('e600')!;
  const { dataset, chart: { positions: before } } = await chart.frozen();
  const [name, by] = [dataset.entities.find((e) => e.id === 'e600')!.name, { x: 60, y: 40 }];
  const there = { x: at.x + by.x, y: at.y + by.y };
  const dropped = await chart.framesUntilPlaced();
  await chart.drag(at, by);
  await chart.pointAt(there, name);
  expect(await dropped()).toBeGreaterThan(FRAMES);
  await chart.pointAt(there, name);
  expect((await chart.frozen()).chart.positions['e600']).not.toEqual(before['e600']);

  const undone = await chart.framesUntilPlaced();
  await explorer.undo.click();
  await chart.pointAt(at, name);
  expect(await undone()).toBeGreaterThan(FRAMES);
  await chart.pointAt(at, name);
  expect((await chart.frozen()).chart.positions).toEqual(before);
});
