import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as story } from './story';

const file = join(mkdtempSync(join(tmpdir(), 'throughline-served-')), 'Our “case”, 100 %.json');
const claim = { source: 'report', stance: 'asserts' };
const dataset = (company: string) => JSON.stringify({
  format: 'throughline/1', id: 'harbour', title: 'The harbour',
  sources: [{ id: 'report', title: 'Report', publisher: 'The Paper', kind: 'news' }],
  entities: [{ id: 'a', type: 'company', name: company }, { id: 'b', type: 'person', name: 'Jane Doe' }],
  relationships: [{ id: 'b-a', type: 'owns', from: 'b', to: 'a', share: 60, claims: [claim] }],
});

/** The explorer as `throughline serve FILE` opens it. */
const test = story.extend({
  baseURL: async ({}, use) => {
    await writeFile(file, dataset('North Quay Ltd'));
    const server = spawn(process.execPath, ['src/cli/checkout.js', 'serve', file, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise<string>((resolve) => server.stdout.once('data', (piece: Buffer) => resolve(piece.toString())));
    await use(/http:\/\/[\d.:]+/.exec(said)![0]);
    server.kill();
  },
});

test('the command opens the explorer on a file, and a reload opens it again as it is by then', async ({ explorer, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(new URL(request.url()).pathname)));
  await explorer.open();
  await expect(explorer.drawnLine).toHaveText(/^2 entities, 1 relationship/);
  await expect(explorer.chart.entity('North Quay Ltd')).toBeAttached();
  expect(asked.filter((path) => path.includes('north-korea'))).toEqual([]);
  expect(asked).toContain('/data/0/Our “case”, 100 %.json');
  await explorer.chart.entity('Jane Doe').press('Enter');
  await explorer.inspector.action('Pin').click();

  await writeFile(file, (await readFile(file, 'utf8')).replace('North Quay Ltd', 'South Quay Ltd'));
  await explorer.reload();
  await expect(explorer.chart.entity('South Quay Ltd')).toBeAttached();
  await expect(explorer.inspector.title).toHaveText('Jane Doe');
});
