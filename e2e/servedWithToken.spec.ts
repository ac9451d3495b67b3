import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { expect, test as story } from './story';

const claim = { source: 'report', stance: 'asserts' };
const dataset = {
  format: 'throughline/1', id: 'harbour', title: 'The harbour',
  sources: [{ id: 'report', title: 'Report', publisher: 'The Paper', kind: 'news' }],
  entities: [{ id: 'a', type: 'company', name: 'North Quay Ltd' }, { id: 'b', type: 'person', name: 'Jane Doe' }],
  relationships: [{ id: 'b-a', type: 'owns', from: 'b', to: 'a', share: 60, claims: [claim] }],
};
const TOKEN = 'one-that-nobody-guesses-0123';

interface Guarded {
  /** Stops the server, and starts it again at the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** The command on a packed file, with a token. */
async function served(path: string, port: number): Promise<{ server: ChildProcess; address: string }> {
  const command = ['src/cli/checkout.js', 'serve', path, '--port', String(port), '--threads', '2'];
  const server = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, THROUGHLINE_TOKEN: TOKEN },
  });
  const said = await new Promise<string>((resolve) => server.stdout.once('data', (piece: Buffer) => resolve(piece.toString())));
  return { server, address: /http:\/\/[\d.:]+/.exec(said)![0] };
}

const test = story.extend<{ guarded: Guarded & { address: string } }>({
  guarded: async ({}, use, info) => {
    const [whole, packed] = [info.outputPath('harbour.json'), info.outputPath('harbour.throughline')];
    await writeFile(whole, JSON.stringify(dataset));
    const made = spawnSync(process.execPath, ['src/cli/checkout.js', 'pack', whole, '-o', packed], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    let { server, address } = await served(packed, 0);
    const port = Number(new URL(address).port);
    const stop = async () => {
      if (server.exitCode !== null) return;
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      expect(await gone).toBe(0);
    };
    const start = async () => void ({ server, address } = await served(packed, port));
    await use({ stop, start, address });
    await stop();
  },
  baseURL: async ({ guarded }, use) => use(guarded.address),
});

const opened = 'the address with the token opens the data, after a reload and when the server was away too; without it nothing is shown';

test(opened, async ({ explorer, page, guarded, faults, browser }) => {
  await explorer.open(`#token=${TOKEN}`);
  await expect(explorer.drawnLine).toHaveText(/^2 entities, 1 relationship/);
  expect(page.url()).toBe(`${guarded.address}/`);
  await explorer.reload();
  await expect(explorer.chart.entity('North Quay Ltd')).toBeAttached();
  // What the screen needs to go on without its server is fetched ahead.
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /RightPanel.*js$/.test(name)));
  await page.waitForLoadState('networkidle');

  await guarded.stop();
  await explorer.chart.entity('Jane Doe').press('Enter');
  await expect(explorer.inspector.title).toHaveText('Jane Doe');
  await expect(explorer.drawnLine).toHaveText(/^2 entities, 1 relationship/);
  await explorer.trace.from.fill('North');
  await expect(page.getByText(/The server at .* does not answer/).first()).toBeVisible();
  await guarded.start();
  await explorer.trace.from.fill('North Quay');
  await expect(page.getByRole('option', { name: /North Quay Ltd/ })).toBeVisible();
  faults.length = 0;

  const stranger = await browser.newPage({ baseURL: guarded.address });
  await stranger.goto('/');
  await expect(stranger.getByText(/the server answered 401\. Open it at the address that the server printed/)).toBeVisible();
  expect(await stranger.content()).not.toContain('harbour');
  await stranger.close();
});
