import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { constants, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { run, testFolder } from './testing/run';

const ROOT = join(import.meta.dirname, '../..');
const CASE = join(ROOT, 'graph-data/north-korea-telecom.json');
const { path: folder, at } = testFolder('failures');

/** The command as a process of its own, after a line of code that breaks something. */
function process_(args: readonly string[], broken = '') {
  return spawnSync(
    process.execPath,
    ['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(broken)}`, 'src/cli/throughline.ts', ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
}

test('the version is that of the package', async () => {
  expect(await run('--version')).toEqual({ code: 0, out: version, err: '' });
});

test('two ends that are one entity are refused in words', async () => {
  for (const command of ['trace', 'between'])
    expect(await run(command, 'Huawei', 'Huawei')).toEqual({
      code: 2, out: '', err: expect.stringContaining('Choose two different entities'),
    });
});

describe('a period or a date that is none is refused in words', () => {
  test.each([
    'x..y', '..', '2008..', '..2008', '2003-02-30..2004', '2016..2008', '2008..2009..2010', '2008', '',
  ])('--during "%s"', async (period) => {
    for (const args of [
      ['trace', 'Huawei', 'Koryolink'], ['between', 'Huawei', 'Koryolink'], ['ventures'], ['snapshot', '-o', at('x.svg')],
    ]) {
      expect(await run(...args, '--during', period)).toEqual({
        code: 2, out: '', err: expect.stringContaining('Write a period as 2008..2016'),
      });
    }
  });

  test('--as-of', async () => {
    expect(await run('owners', 'Koryolink', '--as-of', '2003-02-30')).toMatchObject({
      code: 2, err: expect.stringContaining('Write a date as'),
    });
  });
});

describe('a file that cannot be written', () => {
  test.each([
    ['snapshot', ['snapshot', '--trace', 'Huawei', 'Koryolink', '-o'], 'x.svg'],
    ['owners', ['owners', 'Koryolink', '-o'], 'x.md'],
    ['convert', ['convert', CASE], 'x.gexf'],
    ['info', ['info', CASE, '--mapping-out'], 'x.json'],
  ])('is told by %s in a sentence', async (_command, args, name) => {
    expect(await run(...args, at(join('no such folder', name)))).toMatchObject({
      code: 2, err: expect.stringMatching(/cannot be written: its folder does not exist\. Make the folder/),
    });
  });

  test('because it is a folder, or lies in a file, is told', async () => {
    expect(await run('convert', CASE, folder, '--to', 'gexf')).toMatchObject({ code: 2, err: expect.stringContaining('it is a folder') });
    expect(await run('convert', CASE, join(CASE, 'x.gexf'))).toMatchObject({
      code: 2, err: expect.stringContaining('a part of the path is no folder'),
    });
  });

  test('because no canvas holds so large a picture, is told with the way out', async () => {
    const far = at('far.json');
    await run('snapshot', '--only', 'Huawei', 'Koryolink', '-o', far);
    const snapshot = JSON.parse(execFileSync('cat', [far], { encoding: 'utf8' })) as {
      chart: { positions: Record<string, { x: number; y: number }> };
    };
    snapshot.chart.positions.huawei = { x: 40_000, y: 0 };
    writeFileSync(far, JSON.stringify(snapshot));
    const { code, err } = await run('snapshot', '--data', far, '-o', at('far.png'));
    expect([code, err]).toEqual([
      2, expect.stringMatching(/far\.png: A picture of \d+ × \d+ pixels is too large for a PNG\. Choose a smaller scale, or SVG\./),
    ]);
    expect(readdirSync(folder)).not.toContain('far.png');
  });
});

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  const pipe = at('pipe');
  execFileSync('mkfifo', [pipe]);
  const SILENT = /has sent nothing for 0\.2 seconds\..*--wait SECONDS/;

  test('is read to its end, however it comes, also where a command reads it twice', async () => {
    const data = readFileSync(CASE, 'utf8');
    const { out } = await run('info', CASE);
    const sent = writePieces(pipe, [data.slice(0, 100_000), data.slice(100_000)]);
    expect(await run('info', pipe)).toMatchObject({ code: 0, out });
    await sent;
    const table = writePieces(pipe, ['owner,owned,share\nOak,Ash,50\n']);
    expect(await run('info', pipe, '--mapping-out', at('mapping.json'))).toMatchObject({
      code: 0, out: expect.stringContaining('1 relationships'),
    });
    await table;
  });

  test('that nobody writes to, or that falls silent, is waited for as long as is asked', async () => {
    expect(await run('info', pipe, '--wait', '0.2')).toMatchObject({ code: 2, err: expect.stringMatching(SILENT) });
    const held = await open(pipe, constants.O_RDWR);
    await held.write('{');
    expect(await run('--wait', '0.2', 'search', 'x', '--data', pipe)).toMatchObject({ code: 2, err: expect.stringMatching(SILENT) });
    await held.close();
  });

  test('cannot be served, and a device is not read', async () => {
    expect(await run('serve', pipe)).toMatchObject({ code: 2, err: expect.stringContaining('only once') });
    expect(await run('trace', 'a', 'b', '--data', '/dev/zero')).toMatchObject({ code: 2, err: expect.stringContaining('is a device') });
  });

  test.each(['-', '/dev/stdin'])('into the command is read as %s, and one that stays silent ends it with 2', async (path) => {
    const command = (...args: string[]) =>
      spawn(process.execPath, ['--import', 'tsx', 'src/cli/throughline.ts', 'info', path, ...args], {
        cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'],
      });
    const silent = command('--wait', '0.2');
    expect(await Promise.all([once(silent, 'exit').then(([code]) => code as number), text(silent.stderr)])).toEqual([
      2, expect.stringMatching(SILENT),
    ]);
    const fed = command();
    fed.stdin.end(readFileSync(CASE));
    expect(await Promise.all([once(fed, 'exit').then(([code]) => code as number), text(fed.stdout)])).toEqual([
      0, expect.stringContaining("Who built North Korea's phone networks"),
    ]);
  });
});

/** Writes to a pipe as a program of its own would. */
async function writePieces(path: string, pieces: readonly string[]): Promise<void> {
  const file = await open(path, 'w');
  for (const piece of pieces) await file.writeFile(piece);
  await file.close();
}

test.each(['x', '0', '-1', '1e3', '100000', ''])('--wait "%s" is no length of time', async (wait) => {
  expect(await run('info', CASE, '--wait', wait)).toMatchObject({ code: 2, err: expect.stringContaining('number of seconds') });
});

test('what would move the cursor or set a title of the terminal is shown instead, by every command', async () => {
  const named = at('named.json');
  const name = 'Evil\u001b]0;title\u0007 Co\u009b2J\u202e';
  writeFileSync(
    named,
    JSON.stringify({
      format: 'throughline/1', id: 'x\u001b[1m', title: name, sources: [{ id: 's', title: name, publisher: name, kind: 'news' }],
      entities: [
        { id: 'a', type: 'company', name }, { id: 'b', type: 'jointVenture', name: `B ${name}` },
        { id: 'c', type: 'company', name: `C ${name}` },
      ],
      relationships: [
        ['a', 'b', 'owns'], ['c', 'b', 'owns'],
      ].map(([from, to, type]) => ({
        id: `${from}-${to}`, type, from, to, share: 50, role: name, claims: [{ source: 's', stance: 'asserts', statement: name }],
      })),
    }),
  );
  const commands = [
    ['info', named],
    ['info', named, '--json'],
    ['validate', named],
    ['validate', named, '--json'],
    ['convert', named, at('named.gexf')],
    ...[
      ['search', 'evil'], ['trace', 'a', 'b'], ['trace', 'a', 'b', '--json'], ['between', 'a', 'c'], ['ventures'], ['owners', 'b'],
      ['owners', `B ${name}x`],
    ].map((args) => [...args, '--data', named]),
  ];
  for (const args of commands) {
    const { out, err } = await run(...args);
    expect([args[0], /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/.exec(out + err)?.[0]]).toEqual([args[0], undefined]);
    if (args.includes('--json')) expect(() => JSON.parse(out)).not.toThrow();
  }
  expect(JSON.parse((await run('search', 'evil', '--data', named, '--json')).out)).toMatchObject({
    hits: expect.arrayContaining([expect.objectContaining({ name: 'Evil ]0;title  Co 2J' })]),
  });
});

describe('a process', () => {
  test('that fails by a defect ends with 3, which is no answer, and says so', () => {
    const { status, stderr, stdout } = process_(
      ['search', 'Huawei'], 'process.stdout.write = () => { throw new RangeError("broken on purpose"); }',
    );
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^The command failed by a defect of its own[^]*RangeError: broken on purpose/);
  });

  test('whose reader has gone ends quietly', () => {
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c', '"$0" --import tsx src/cli/throughline.ts trace Huawei Koryolink --json | head -c 1 > /dev/null; exit "${PIPESTATUS[0]}"',
        process.execPath,
      ],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});
