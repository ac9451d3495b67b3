import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceDigest } from './sourceDigest';

const ROOT = join(import.meta.dirname, '../..');

/** A checkout of a project whose command says what it was run from. */
function checkout() {
  const root = mkdtempSync(join(tmpdir(), 'throughline-checkout-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{}');
  write('graph-data/case.json', '{}');
  write('src/model/share.ts', 'export const share = 1;');
  write('src/ui/App.tsx', 'export {};');
  write('src/cli/throughline.ts', 'import { share } from "../model/share"; console.log("sources", share satisfies number);');
  for (const name of ['checkout.js', 'sourceDigest.js']) copyFileSync(join(ROOT, 'src/cli', name), join(root, 'src/cli', name));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const build = () => {
    write('dist/command/throughline.js', 'console.log("built");');
    write('dist/command/sources.sha256', sourceDigest(root));
  };
  const run = () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['src/cli/checkout.js'], { cwd: root, encoding: 'utf8' });
    return stdout.trim() + stderr;
  };
  return { write, build, run };
}

test('a fresh checkout runs the command from its sources', () => {
  expect(checkout().run()).toBe('sources 1');
});

test('the built command runs as long as nothing has changed that it is made from', () => {
  const { write, build, run } = checkout();
  build();
  expect(run()).toBe('built');
  write('src/model/share.test.ts', 'a test');
  write('src/ui/App.tsx', 'another screen');
  expect(run()).toBe('built');
});

test.each(['src/model/share.ts', 'src/model/another.ts', 'graph-data/case.json', 'package-lock.json'])(
  'after a change of %s the sources run again',
  (path) => {
    const { write, build, run } = checkout();
    build();
    write(path, path.endsWith('.ts') ? 'export const share = 2;' : '{ "changed": true }');
    expect(run()).toMatch(/^sources/);
    build();
    expect(run()).toBe('built');
  },
);
