import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { test as story, expect } from './story';

const ENTITIES = 120_000;
const RELATIONSHIPS = 200_000;

/** A packed file of a made-up register, written where a test says. */
function packedFile(path: string, entities = ENTITIES, relationships = RELATIONSHIPS): string {
  const script = ['--import', 'tsx', 'src/store/packed/bench/makePackedFile.ts'];
  const made = spawnSync(process.execPath, [...script, path, String(entities), String(relationships)], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return path;
}

const dropped = 'a packed file of a million ties is dropped, traced in, expanded and looked at as a whole, and is there after a reload';

story(dropped, async ({ explorer, page }, info) => {
  story.slow();
  const path = packedFile(info.outputPath('register.throughline'), 600_000, 1_000_000);
  await explorer.open();
  await explorer.drop(path);
  await expect(explorer.notices).toContainText(/25 of the 600,000 entities of A made-up register are on the chart/);
  expect((await explorer.counts()).entities).toBe(25);
  expect(await explorer.chart.inked()).toBeGreaterThan(2000);
  // One of the best connected.
  const name = (await explorer.chart.entities())[0]!.split(', ')[0]!;

  await page.keyboard.press('t');
  await explorer.trace.from.fill('e100000');
  await page.getByRole('option', { name: / ties?$/ }).first().click();
  await explorer.trace.to.fill('e99000');
  await page.getByRole('option', { name: / ties?$/ }).first().click();
  await explorer.trace.from.press('Enter');
  await expect(explorer.trace.answer).toBeVisible();
  await expect(explorer.trace.routes.first()).toBeVisible();

  await explorer.chart.entity(name).first().press('Enter');
  await expect(explorer.inspector.title).toHaveText(name);
  const before = (await explorer.counts()).entities;
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: /^Expand/ });
  await expect(dialog).toContainText(/[\d,]+ neighbours are not on the chart/);
  // Most are tied in the way that is listed first; the picture of the others is laid out sooner.
  await dialog.getByRole('checkbox').first().uncheck();
  await dialog.getByRole('checkbox').first().press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('group', { name: 'Expanding' })).toBeHidden({ timeout: 60_000 });
  await expect.poll(async () => (await explorer.counts()).entities, { timeout: 60_000 }).toBeGreaterThan(before);

  await page.keyboard.press('m');
  const overview = page.getByRole('dialog', { name: 'Overview' });
  await expect(overview).toContainText(/24 groups of [\d,]+ of the 600,000 entities/);
  await page.keyboard.press('Escape');
  await expect(overview).toBeHidden();

  const drawn = (await explorer.counts()).entities;
  await explorer.reload();
  expect((await explorer.counts()).entities).toBe(drawn);
  await expect(explorer.inspector.title).toHaveText(name);
});

story('what is entered over a packed file is asked with it, undone, and there again after a reload', async ({ explorer, page }, info) => {
  story.slow();
  const path = packedFile(info.outputPath('register.throughline'));
  await explorer.open();
  await explorer.drop(path);
  await expect(explorer.notices).toContainText(/25 of the 120,000 entities/);
  await page.keyboard.press('n');
  await expect(page.getByLabel('Source', { exact: true })).toBeFocused();
  await page.keyboard.insertText('A filing, A register');
  await page.keyboard.press('Enter');
  const claim = page.getByRole('combobox', { name: 'Claim' });
  await expect(claim).toBeFocused();
  await page.keyboard.insertText('Quayside Works (company) owns Elm Harbour (joint venture) 30 % 2012.. p. 4');
  await page.keyboard.press('Enter');
  await expect(explorer.undo).toHaveAccessibleName(/^Undo: Enter:/);
  await expect(explorer.drawnLine).toContainText('27 entities');
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  await page.keyboard.insertText('quayside wroks');
  await expect(page.getByRole('option', { name: /Quayside Works/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await explorer.undo.click();
  await expect(explorer.drawnLine).toContainText('25 entities');
  await page.keyboard.press('Control+y');
  await expect(explorer.drawnLine).toContainText('27 entities');
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  await explorer.reload();
  await expect(explorer.drawnLine).toContainText('27 entities');
  await explorer.chart.entity('Quayside Works').first().press('Enter');
  await expect(explorer.inspector.title).toHaveText('Quayside Works');
});

story('a packed file that breaks off is refused with where, and the chart stays', async ({ explorer }, info) => {
  const { readFileSync, writeFileSync } = await import('node:fs');
  const bytes = readFileSync(packedFile(info.outputPath('register.throughline')));
  const short = info.outputPath('short.throughline');
  writeFileSync(short, bytes.subarray(0, 1_000_000));
  await explorer.open();
  const drawn = await explorer.counts();
  await explorer.drop(short);
  await expect(explorer.report.dialog).toContainText(`breaks off after 1000000 of ${bytes.length} bytes`);
  expect(await explorer.counts()).toEqual(drawn);
});

/** The command on a file, at a port that it is given again; the address where it listens. */
async function served(path: string, port: number): Promise<{ server: ChildProcess; address: string }> {
  const command = ['src/cli/checkout.js', 'serve', path, '--port', String(port)];
  const server = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise<string>((resolve) => server.stdout.once('data', (piece: Buffer) => resolve(piece.toString())));
  return { server, address: /http:\/\/[\d.:]+/.exec(said)![0] };
}

const test = story.extend<{ register: { stop(): Promise<void>; start(): Promise<void> } }>({
  register: async ({}, use, info) => {
    const path = packedFile(info.outputPath('register.throughline'));
    let { server, address } = await served(path, 0);
    const port = Number(new URL(address).port);
    const stop = async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await gone;
    };
    const start = async () => void ({ server, address } = await served(path, port));
    await use(Object.assign({ stop, start }, { address }));
    server.kill();
  },
  baseURL: async ({ register }, use) => use((register as unknown as { address: string }).address),
});

const onServer = 'the command opens the explorer on a packed file: the page asks its server, and goes on when that was away and is back';

test(onServer, async ({ explorer, page, register, faults }) => {
  story.slow();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await explorer.open();
  await expect(explorer.notices).toContainText('stays on the server of this page');
  await expect(explorer.notices).toContainText(/25 of the 120,000 entities/);
  expect(asked.filter((path) => path.startsWith('/data/'))).toEqual([]);
  expect(asked).toContain('/api/best-connected');

  const drawn = await explorer.counts();
  const name = (await explorer.chart.entities())[0]!.split(', ')[0]!;
  await explorer.chart.entity(name).first().press('Enter');
  await expect(explorer.inspector.title).toHaveText(name);
  await register.stop();
  await page.keyboard.press('e');
  await expect(explorer.notices).toContainText('does not answer');
  expect(await explorer.counts()).toEqual(drawn);
  await expect(explorer.inspector.title).toHaveText(name);

  await register.start();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: /^Expand/ })).toContainText(/neighbours are not on the chart/);
  // What could not be reached is told by the browser too.
  faults.length = 0;
});
