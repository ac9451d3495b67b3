import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referenceOf } from './reference';

const HERE = import.meta.dirname;
const entries = ['analysis', 'element', 'formats', 'model', 'publish'];
const { exports } = JSON.parse(readFileSync(join(HERE, '../../package.json'), 'utf8')) as { exports: Record<string, unknown> };

test('every entry point of the package has a file, and what its types say is written down', () => {
  expect(Object.keys(exports).filter((path) => path !== './package.json').sort()).toEqual(entries.map((entry) => `./${entry}`));
  expect(readdirSync(join(HERE, 'api')).sort()).toEqual(entries.map((entry) => `${entry}.api.md`));
  for (const entry of entries) expect(readdirSync(HERE)).toContain(`${entry}.ts`);
});

/** The names that an entry point exports, as its source says. */
function namesIn(entry: string): string[] {
  const text = readFileSync(join(HERE, `${entry}.ts`), 'utf8');
  return [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list]) =>
    list!.split(',').map((name) => name.replace(/\btype\b/, '').trim()).filter((name) => name !== ''),
  );
}

test.each(entries)('whatever throughline/%s exports stands in the report of its types and in the reference', (entry) => {
  const report = readFileSync(join(HERE, 'api', `${entry}.api.md`), 'utf8');
  const [, section = ''] = readFileSync(join(HERE, 'reference.md'), 'utf8').split(`## throughline/${entry}\n`);
  for (const name of namesIn(entry)) {
    const declared = `export (?:declare )?(?:const|function|class|interface|type|let) ${name}\\b`;
    const exported = new RegExp(`${declared}|export \\{ (?:\\w+ as )?${name} \\}`);
    expect(report, name).toMatch(exported);
    expect(section.split('\n## ')[0], name).toContain(`### ${name}\n`);
  }
});

test('a reference tells each thing with its docstring and its declaration, and cuts what is too long', () => {
  const item = { entry: 'model', name: 'b', kind: 'Function', declaration: 'declare function b(): void;', says: 'Does b.' };
  const text = referenceOf([item, { ...item, name: 'a', declaration: 'x'.repeat(700) }]);
  expect(text).toContain('### b\n\nDoes b.\n\n```ts\ndeclare function b(): void;\n```');
  expect(text.indexOf('### a')).toBeLessThan(text.indexOf('### b'));
  expect(text).toContain(`${'x'.repeat(600)} …`);
});
