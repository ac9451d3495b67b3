import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = import.meta.dirname;

/** Which folders each folder may import, besides itself; the order is the order in which data flows. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  graph: ['model'],
  analysis: ['model', 'graph'],
  formats: ['model'],
  store: ['model', 'graph', 'analysis'],
  wording: ['model'],
  drawing: ['model', 'graph', 'wording'],
  publish: ['model', 'graph', 'formats', 'wording', 'drawing'],
  workspace: ['model', 'graph', 'analysis', 'formats', 'store', 'wording', 'drawing', 'publish'],
  canvas: ['model', 'wording', 'drawing', 'workspace'],
  ui: ['model', 'graph', 'analysis', 'formats', 'store', 'wording', 'drawing', 'publish', 'workspace', 'canvas'],
  server: ['store', 'formats', 'model'],
  cli: ['model', 'graph', 'analysis', 'formats', 'store', 'wording', 'drawing', 'publish', 'server'],
};

/** Packages that one folder alone may speak. */
const SPOKEN_BY: Record<string, readonly string[]> = {
  cytoscape: ['canvas'],
  react: ['ui'],
  'react-dom': ['ui'],
  'react-aria-components': ['ui'],
  commander: ['cli'],
  send: ['server'],
  '@napi-rs/canvas': ['cli'],
};

interface Import {
  file: string;
  specifier: string;
}

/** Every source file below a folder, except tests, benches, scripts that make checked-in files and checks of what lies outside. */
function sourcesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'bench' ? [] : sourcesOf(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$|^(bench|make|check)[A-Z]?\w*\.ts$|\.d\.ts$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const found = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return found.importedFiles.map(({ fileName }) => ({ file, specifier: fileName }));
}

const folderOf = (path: string) => relative(SRC, path).split('/')[0]!;
const imports = Object.keys(MAY_IMPORT).flatMap((folder) => sourcesOf(join(SRC, folder)).flatMap(importsOf));

describe('the house', () => {
  test('data flows one way: a folder imports only what stands before it', () => {
    const against = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ file, specifier }) => ({ file, to: folderOf(resolve(dirname(file), specifier)), from: folderOf(file) }))
      .filter(({ from, to }) => to in MAY_IMPORT && to !== from && !MAY_IMPORT[from]!.includes(to));
    expect(against.map((i) => `${relative(SRC, i.file)} imports ${i.to}`)).toEqual([]);
  });

  test('each folder is entered by its door', () => {
    const throughWindows = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith('.') || specifier.endsWith('?raw')) return false;
      const target = resolve(dirname(file), specifier);
      const [folder, ...rest] = relative(SRC, target).split('/');
      return folder! in MAY_IMPORT && folder !== folderOf(file) && rest.length > 0 && rest.join('/') !== 'index';
    });
    expect(throughWindows.map((i) => `${relative(SRC, i.file)} imports ${i.specifier}`)).toEqual([]);
  });

  test('the model imports zod, a table of transliterations, and nothing else', () => {
    const packages = imports.filter((i) => folderOf(i.file) === 'model' && !i.specifier.startsWith('.')).map((i) => i.specifier);
    expect([...new Set(packages)].sort()).toEqual(['any-ascii', 'zod']);
  });

  test('only the canvas speaks cytoscape, only the interface speaks React', () => {
    const strangers = imports.filter(({ file, specifier }) => {
      const name = Object.keys(SPOKEN_BY).find((p) => specifier === p || specifier.startsWith(`${p}/`));
      return name !== undefined && !SPOKEN_BY[name]!.includes(folderOf(file));
    });
    expect(strangers.map((i) => `${relative(SRC, i.file)} imports ${i.specifier}`)).toEqual([]);
  });

  test('what draws, asks and reads knows neither screen nor files', () => {
    const pure = ['model', 'graph', 'analysis', 'formats', 'wording', 'drawing', 'publish'];
    const impure = imports.filter((i) => pure.includes(folderOf(i.file)) && i.specifier.startsWith('node:'));
    expect(impure.map((i) => `${relative(SRC, i.file)} imports ${i.specifier}`)).toEqual([]);
  });

  test.each(Object.keys(MAY_IMPORT))('%s has a door and a README', (folder) => {
    const names = readdirSync(join(SRC, folder));
    expect(names).toContain('README.md');
    expect(names).toContain(folder === 'cli' ? 'throughline.ts' : folder === 'ui' ? 'index.html' : 'index.ts');
  });
});
