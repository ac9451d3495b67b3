import { expect, test } from './story';

test('a click looks at what lies under the pointer, a box or a line, and a click beside lets go', async ({ explorer, page }) => {
  const { chart, inspector } = explorer;
  await explorer.open();
  const places = await chart.fitted();
  const koryolink = places.get('koryolink')!;
  await page.mouse.click(koryolink.x, koryolink.y);
  await expect(inspector.title).toHaveText('Koryolink');
  const line = (await chart.fitted()).get('cheo-technology-jv-operates-koryolink')!;
  await page.mouse.click(line.x, line.y);
  await expect(inspector.title).toContainText('CHEO Technology JV Company operates Koryolink');
  await expect(inspector.claims).not.toHaveCount(0);
  const area = (await chart.canvas.boundingBox())!;
  await page.mouse.click(area.x + 4, area.y + 4);
  await expect(inspector.panel).toBeHidden();
});

test('a right click offers what can be done with an entity', async ({ explorer, page }) => {
  const { chart, trace } = explorer;
  await explorer.open();
  const places = await chart.fitted();
  const at = async (id: string, action: string) => {
    await page.mouse.click(places.get(id)!.x, places.get(id)!.y, { button: 'right' });
    await chart.menu.getByRole('menuitem', { name: action }).click();
  };
  await at('huawei', 'Trace from here');
  await expect(trace.from).toHaveValue(/Huawei/);
  await at('koryolink', 'Trace to here');
  await expect(trace.routes).not.toHaveCount(0);
});

test('the pointer resting on an entity says its full name and what it is', async ({ explorer }) => {
  const { chart } = explorer;
  await explorer.open();
  const places = await chart.fitted();
  await chart.pointAt(places.get('kptc')!, 'Korea Post and Telecommunications Corporation');
  await expect(chart.tooltip).toContainText('company · KP');
});

test('the wheel zooms, the ground is dragged, and F shows everything again', async ({ explorer, page }) => {
  const { chart } = explorer;
  await explorer.open();
  const koryolink = (await chart.fitted()).get('koryolink')!;
  await page.mouse.move(koryolink.x, koryolink.y);
  await page.mouse.wheel(0, -400);
  await chart.pointAt({ x: koryolink.x, y: koryolink.y + 4 }, 'Koryolink');
  const area = (await chart.canvas.boundingBox())!;
  const huawei = (await chart.fitted()).get('huawei')!;
  await chart.pointAt(huawei, 'Huawei');
  await chart.drag({ x: area.x + 5, y: area.y + 5 }, { x: 50, y: 60 });
  await chart.pointAt({ x: huawei.x + 50, y: huawei.y + 60 }, 'Huawei');
});
