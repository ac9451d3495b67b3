import { firstLoad, firstLoadTable, MOST_BEFORE_PICTURE, totalOf } from '../src/canvas/bench/firstLoad';
import { expect, test } from './story';

test('the first picture is there after at most 400 KB, and what most visits never need is not fetched', async ({ browser, baseURL }) => {
  const load = await firstLoad(browser, baseURL!);
  expect(totalOf(load.before), firstLoadTable(load)).toBeLessThanOrEqual(MOST_BEFORE_PICTURE);
  // The tables that write other scripts in Latin letters alone have 216 KB; the panels and the worker of questions 310.
  expect(totalOf(load.after), firstLoadTable(load)).toBeLessThanOrEqual(MOST_BEFORE_PICTURE);
});
