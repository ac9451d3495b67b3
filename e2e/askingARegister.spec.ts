import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeViolations } from './pages/axeViolations';
import { expect, test as story } from './story';

const folder = mkdtempSync(join(tmpdir(), 'throughline-register-'));
const claims = [{ source: 's', stance: 'asserts' }];
const sources = [{ id: 's', title: 'Report', publisher: 'The Paper', kind: 'news' }];
const register = join(folder, 'register.json');
writeFileSync(register, JSON.stringify({
  format: 'throughline/1', id: 'register', title: 'Register of Elmland', sources, relationships: [],
  entities: [
    { id: 'R-77', type: 'company', name: 'North Quay Limited', jurisdiction: 'CY', summary: 'Struck off in 2019', claims },
    { id: 'R-78', type: 'company', name: 'North Quay Cranes' },
  ],
}));
const ours = join(folder, 'ours.json');
writeFileSync(ours, JSON.stringify({
  format: 'throughline/1', id: 'ours', title: 'Ours', sources,
  entities: [{ id: 'a', type: 'company', name: 'North Quay Ltd', jurisdiction: 'CY' }, { id: 'b', type: 'person', name: 'Jane Doe' }],
  relationships: [{ id: 'b-a', type: 'owns', from: 'b', to: 'a', share: 60, claims }],
}));

async function serving(args: readonly string[], running: ChildProcess[]): Promise<string> {
  const command = ['src/cli/checkout.js', 'serve', ...args, '--port', '0'];
  const server = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(server);
  const said = await new Promise<string>((resolve) => server.stdout.once('data', (piece: Buffer) => resolve(piece.toString())));
  return /http:\/\/[\d.:]+/.exec(said)![0];
}

/** The wire before a register: every connection and what went over it is written down, and passed on. */
async function wire(to: string, sent: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      sent.push(`${request.method} ${request.url} ${body}`);
      const { host: _host, ...headers } = request.headers;
      send(`${to}${request.url}`, { method: request.method, headers }, (reply) => {
        response.writeHead(reply.statusCode!, reply.headers);
        reply.pipe(response);
      }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const sent: string[] = [];
const test = story.extend({
  baseURL: async ({}, use) => {
    const running: ChildProcess[] = [];
    const between = await wire(await serving([register, '--reconcile'], running), sent);
    const address = `http://127.0.0.1:${(between.address() as AddressInfo).port}/reconcile`;
    await use(await serving([ours, '--ask', address], running));
    for (const one of running) one.kill();
    between.close();
  },
});

test('a register is asked only after a yes to what leaves, and who is accepted is undone in one step', async ({ explorer, page }, info) => {
  sent.length = 0;
  await explorer.open();
  await explorer.chart.entity('North Quay Ltd').press('Enter');
  await page.keyboard.press('Shift+A');
  const dialog = page.getByRole('dialog', { name: 'Ask a register who they are' });
  await expect(dialog.getByRole('region', { name: 'What leaves' })).toContainText('North Quay Ltd');
  await dialog.getByText('Country', { exact: true }).click();
  await expect(dialog.getByRole('region', { name: 'What leaves' })).toContainText('CY');
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeViolations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('dark.png') });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.screenshot({ path: info.outputPath('leaving.png') });
  await dialog.getByRole('button', { name: 'Send nothing' }).click();
  await page.keyboard.press('Shift+A');
  await dialog.getByText('Country', { exact: true }).click();
  expect(sent, 'nothing has left so far').toEqual([]);

  await dialog.getByRole('button', { name: 'Yes, send this' }).click();
  await expect(dialog.getByText('Register of Elmland has candidates for 1 of 1')).toBeVisible();
  const queries = JSON.stringify({ q0: { query: 'North Quay Ltd', limit: 5, properties: [{ pid: 'country', v: 'CY' }] } });
  expect(sent).toEqual(['GET /reconcile ', `POST /reconcile ${new URLSearchParams({ queries })}`]);
  expect(await axeViolations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('candidates.png') });
  await dialog.getByRole('listitem', { name: 'North Quay Ltd' }).getByRole('button', { name: 'The same' }).first().click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(explorer.chart.entity('North Quay Limited')).toBeAttached();
  await expect(explorer.drawnLine).toHaveText(/^3 entities, 2 relationships/);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(explorer.drawnLine).toHaveText(/^2 entities, 1 relationship/);
});
