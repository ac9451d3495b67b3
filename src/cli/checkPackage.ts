import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../../e2e/findBrowser';
import { inTurns, MOST, processTime } from './bench';

const ROOT = join(import.meta.dirname, '../..');
/** What may be built in or installed beside it; fonts have a licence of their own. */
const FREE = /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)( (OR|AND) [\w.-]+\)?)*$/;
/** Runs of a timed command: few, since what is asked is only whether it is far off. */
const RUNS = 9;

/**
 * Packs the project as others get it, installs the file in an empty folder without building anything, and runs the
 * command there. Throws with what does not hold.
 */
async function checkPackage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-package-'));
  try {
    install(folder);
    checkLicences(folder);
    checkTrace(folder);
    checkSnapshots(folder);
    checkScripts(folder);
    await checkServe(folder);
    await checkMcp(folder);
    checkImports(folder);
    await checkElement(folder);
    checkSpeed(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function install(folder: string): void {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const [packed] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', `./${packed}`], {
    cwd: folder, stdio: ['ignore', 'inherit', 'inherit'],
  });
  const megabytes = (statSync(join(folder, packed!)).size / 1e6).toFixed(1);
  say(`${packed}, ${megabytes} MB, installs in an empty folder: ${packagesIn(folder).join(', ')}`);
}

function packagesIn(folder: string): string[] {
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  return Object.keys(packages).map((path) => path.replace('node_modules/', ''));
}

/** Of what is installed beside it and of what is built into it. */
function checkLicences(folder: string): void {
  const installed = packagesIn(folder).map(
    (name) =>
      [
        name, (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { license: string }).license,
      ] as const,
  );
  const texts = ['command', 'app'].map((part) => readFileSync(join(folder, 'node_modules/throughline/dist', part, 'licences.md'), 'utf8'));
  const builtIn = texts.flatMap((text) =>
    [...text.matchAll(/^## (.+) - \S+ \((.+)\)$/gm)].map(([, name, licence]) => [name!, licence!] as const),
  );
  must(builtIn.length > 30, 'the licences of what is built in are listed');
  const isFree = ([name, licence]: readonly [string, string]) =>
    FREE.test(licence) || (name.startsWith('@fontsource/') && licence === 'OFL-1.1');
  const others = [...installed, ...builtIn].filter((one) => !isFree(one));
  must(
    others.length === 0,
    `all are under MIT, ISC, BSD or Apache, fonts under the Open Font License${others.length > 0 ? `, but not ${others.join('; ')}` : ''}`,
  );
}

function checkTrace(folder: string): void {
  const answer = JSON.parse(throughline(folder, 'trace', 'Huawei', 'Koryolink', '--json')) as { routes: { entities: string[] }[] };
  must(answer.routes.some((route) => route.entities.includes('panda-international')), 'trace finds the route through Panda');
  const fromSources = execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/throughline.ts', 'trace', 'Huawei', 'Koryolink'], {
    cwd: ROOT, encoding: 'utf8',
  });
  must(throughline(folder, 'trace', 'Huawei', 'Koryolink') === fromSources, 'it says to the letter what the sources say');
}

function checkSnapshots(folder: string): void {
  const beginnings = { json: '{', svg: '<svg', html: '<!doctype html>', png: '\u0089PNG' };
  for (const [ending, beginning] of Object.entries(beginnings)) {
    const file = join(folder, `trace.${ending}`);
    throughline(folder, 'snapshot', '--trace', 'Huawei', 'Koryolink', '-o', file);
    const bytes = readFileSync(file);
    must(
      bytes.toString('latin1', 0, 200).includes(beginning) && bytes.length > 20_000,
      `snapshot writes a .${ending} of ${Math.round(bytes.length / 1000)} KB`,
    );
    must(throughline(folder, 'info', file, '--json').includes('"relationships"'), `the .${ending} opens again`);
  }
}

/** The fonts of large scripts lie in the built explorer; the command has to find them there. */
function checkScripts(folder: string): void {
  const [names, file] = [join(folder, 'names.json'), join(folder, 'names.svg')];
  const entities = ['中国石油化工集团公司', '삼성전자', 'بانک ملی ایران'].map((name, i) => ({ id: `e${i}`, type: 'company', name }));
  writeFileSync(names, JSON.stringify({ format: 'throughline/1', id: 'names', title: 'Names', sources: [], entities, relationships: [] }));
  throughline(folder, 'snapshot', '--data', names, '-o', file);
  const svg = readFileSync(file, 'utf8');
  const families = ['Noto Sans SC', 'Noto Sans KR', 'IBM Plex Sans Arabic'];
  must(
    families.every((family) => svg.includes(`@font-face{font-family:"${family}"`)),
    `names in ${families.join(', ')} travel with their fonts, ${Math.round(svg.length / 1000)} KB`,
  );
}

async function checkServe(folder: string): Promise<void> {
  await serving(folder, ['--port', '0'], async (address) => {
    const page = await (await fetch(address)).text();
    const files = [...page.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(([, path]) => path!);
    const statuses = await Promise.all(files.map(async (path) => (await fetch(new URL(path, address))).status));
    must(
      page.includes('<title>Throughline</title>') && files.length > 3 && statuses.every((status) => status === 200),
      `serve has the explorer: the page and ${files.length} files that it begins with`,
    );
    await checkSecondServe(folder, Number(new URL(address).port));
  });
}

async function checkSecondServe(folder: string, taken: number): Promise<void> {
  await serving(folder, [join(folder, 'trace.json'), '--port', String(taken)], async (address) => {
    const page = await (await fetch(address)).text();
    must(
      Number(new URL(address).port) > taken && page.includes('trace.json'),
      'a second one takes the next free port, and its page opens the file that it was given',
    );
  });
}

async function serving(folder: string, args: readonly string[], use: (address: string) => Promise<void>): Promise<void> {
  const server = spawn(binOf(folder), ['serve', ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await use(await addressFrom(server.stdout));
  } finally {
    server.kill();
  }
}

async function addressFrom(out: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const piece of out) {
    said += String(piece);
    const [address] = /http:\/\/\S+/.exec(said) ?? [];
    if (address) return address;
  }
  throw new Error(`serve named no address: ${said}`);
}

/** An agent's client asks the installed command. */
async function checkMcp(folder: string): Promise<void> {
  const client = new Client({ name: 'check', version: '1' });
  await client.connect(new StdioClientTransport({ command: binOf(folder), args: ['mcp'], cwd: folder }));
  const { structuredContent } = await client.callTool({ name: 'routes', arguments: { from: 'Huawei', to: 'Koryolink' } });
  await client.close();
  must(JSON.stringify(structuredContent).includes('Panda International'), 'mcp tells an agent the routes');
}

/** A program of another imports every entry point. */
function checkImports(folder: string): void {
  const program = join(folder, 'program.mjs');
  writeFileSync(program, `
    import { readDataset, statusOf } from 'throughline/model';
    import { readFile, formats } from 'throughline/formats';
    import { MemoryStore, resolveEntity } from 'throughline/analysis';
    import { routesBrief, snapshotOfDataset } from 'throughline/publish';
    import { ThroughlineChart } from 'throughline/element';
    import { readFileSync } from 'node:fs';
    const { dataset } = await readFile(readFileSync('node_modules/throughline/dist/command/case.json'));
    const store = await MemoryStore.open(dataset);
    const from = (await resolveEntity(store, 'Huawei')).id, to = (await resolveEntity(store, 'Koryolink')).id;
    const question = { from, to, k: 3, maxHops: 3, direction: 'any', filter: {}, avoid: [], places: false };
    const answer = await store.routes(question);
    const brief = routesBrief({ title: 'T', part: await store.part({ ids: 'all' }), trace: { question, answer } });
    console.log(JSON.stringify({
      routes: answer.routes.length, brief: brief.length, formats: formats.length, issues: readDataset(dataset).issues.length,
      status: statusOf([], () => undefined), element: typeof ThroughlineChart,
      drawn: Object.keys(snapshotOfDataset(dataset).chart.positions).length,
    }));
  `);
  const said = JSON.parse(execFileSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' })) as Record<string, unknown>;
  const asked = said.routes === 3 && Number(said.brief) > 1000 && Number(said.drawn) > 50;
  must(asked, 'a program in Node imports model, formats, analysis and publish');
  must(said.element === 'function', 'the element can be imported where there is no page');
  const built = join(folder, 'node_modules/throughline/dist/library');
  const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const foreign = scripts.filter((file) => /["'](react|react-dom|cytoscape)["']/.test(readFileSync(join(built, file), 'utf8')));
  must(foreign.length === 0, 'neither React nor cytoscape is among it');
}

/** A page of another shows the element under a policy that allows scripts and files of its own and nothing else. */
async function checkElement(folder: string): Promise<void> {
  const library = join(folder, 'node_modules/throughline/dist/library');
  const page = '<!doctype html><title>t</title><script type="module" src="/page.js"></script>'
    + '<script type="module" src="/element.js"></script><throughline-chart src="/case.json"></throughline-chart>'
    + '<throughline-chart id="story" src="/story.html"></throughline-chart>';
  const script = "window.told = []; for (const name of ['load', 'select', 'step', 'error'].map((event) => 'throughline-' + event))"
    + ' addEventListener(name, (event) => told.push([name, event.detail]));';
  const data = readFileSync(join(library, '../command/case.json'), 'utf8');
  throughline(folder, 'snapshot', '--story', 'huawei-koryolink', '-o', 'story.html');
  const told = readFileSync(join(folder, 'story.html'), 'utf8');
  const files: Record<string, string> = { '/': page, '/page.js': script, '/case.json': data, '/story.html': told };
  const server = createServer((request, response) => {
    const path = request.url!;
    response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'; connect-src 'self'");
    const type = /\.js$/.test(path) ? 'text/javascript' : /\.json$/.test(path) ? 'application/json' : 'text/html';
    response.setHeader('Content-Type', type);
    if (!(path in files) && !existsSync(join(library, path))) return void response.writeHead(404).end();
    response.end(files[path] ?? readFileSync(join(library, path)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...BROWSER_ARGS] });
  try {
    const tab = await browser.newPage();
    const faults: string[] = [];
    tab.on('console', (message) => message.type() === 'error' && !message.text().includes('favicon') && faults.push(message.text()));
    tab.on('pageerror', (error) => faults.push(error.message));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    // The story draws Koryolink too, and either may be drawn first.
    const koryolink = tab.locator('throughline-chart:not(#story) [data-entity="koryolink"]').first();
    await koryolink.press('Enter');
    const heard = await tab.evaluate('window.told') as [string, { id: string; says: string } | null][];
    const selected = heard.find(([name]) => name === 'throughline-select')?.[1];
    const isSelected = selected?.id === 'koryolink' && selected.says.includes('Koryolink');
    must(isSelected, 'the element draws the case in a page, and tells what is selected');
    await tab.evaluate("document.querySelector('throughline-chart').setAttribute('theme', 'dark')");
    const still = (await tab.evaluate("document.querySelector('throughline-chart').selection")) as { id: string } | null;
    const marked = await tab.locator('throughline-chart:not(#story) [data-entity="koryolink"].selected').count();
    must(still?.id === 'koryolink' && marked > 0, 'what is selected stays so when it is drawn anew');
    const story = tab.locator('#story');
    await story.getByRole('button', { name: 'Next' }).press('Enter');
    await story.getByText(/^2 of \d+$/).waitFor();
    const steps = ((await tab.evaluate('window.told')) as [string, { step: number }][]).filter(([name]) => name === 'throughline-step');
    must(steps.length === 1 && steps[0]![1].step === 1, 'the element steps through a published story, and tells which step is shown');
    must(faults.length === 0, `a policy without inline style and script is kept${faults.map((fault) => `, but: ${fault}`).join('')}`);
  } finally {
    await browser.close();
    server.close();
  }
}

function checkSpeed(folder: string): void {
  const script = join(folder, 'node_modules/throughline/dist/command/throughline.js');
  const [bare, asked] = inTurns(RUNS, () => processTime(['-e', '0']), () => processTime([script, 'trace', 'Huawei', 'Koryolink']));
  must(asked <= MOST * bare, `a trace takes ${(asked / bare).toFixed(1)} times a bare node, at most ${MOST}`);
}

function binOf(folder: string): string {
  return join(folder, 'node_modules/.bin/throughline');
}

function throughline(folder: string, ...args: string[]): string {
  return execFileSync(binOf(folder), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`This does not hold: ${what}`);
  say(what);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await checkPackage();
