import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { unusedExports } from './testing/unusedExports';

const SRC = import.meta.dirname;

/** Which folders each folder may import, besides itself; the order is the order in which data flows. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  entry: ['model'],
  registers: ['model'],
  graph: ['model'],
  analysis: ['model', 'graph'],
  packed: ['model', 'graph'],
  formats: ['model', 'graph', 'packed'],
  store: ['model', 'graph', 'analysis', 'packed'],
  database: ['model', 'graph', 'analysis', 'store'],
  wording: ['model'],
  drawing: ['model', 'graph', 'wording'],
  publish: ['model', 'graph', 'formats', 'wording', 'drawing'],
  workspace: ['model', 'entry', 'registers', 'graph', 'analysis', 'packed', 'formats', 'store', 'wording', 'drawing', 'publish'],
  canvas: ['model', 'wording', 'drawing', 'workspace'],
  ui: ['model', 'entry', 'registers', 'graph', 'analysis', 'formats', 'store', 'wording', 'drawing', 'publish', 'workspace', 'canvas'],
  reconciliation: ['model', 'analysis', 'store', 'wording', 'registers'],
  server: ['store', 'packed', 'formats', 'model', 'reconciliation'],
  mcp: ['model', 'store', 'wording'],
  element: ['model', 'formats', 'drawing', 'publish'],
  library: ['model', 'formats', 'analysis', 'store', 'publish', 'element'],
  cli: [
    'model', 'graph', 'analysis', 'packed', 'formats', 'store', 'wording', 'drawing', 'publish', 'reconciliation', 'server', 'mcp',
    'database',
  ],
};

/** Folders whose every export is imported by another file, be it a test or a script; the database not until all its commands are there. */
const NOTHING_UNUSED = Object.keys(MAY_IMPORT).filter((folder) => !['database', 'element', 'library'].includes(folder));

/** Where a folder is entered that has another door than `index.ts`; the library has one for each entry point of the package. */
const DOORS: Record<string, string> = { cli: 'throughline.ts', ui: 'index.html', library: 'model.ts' };

/** Packages that one folder alone may speak. */
const SPOKEN_BY: Record<string, readonly string[]> = {
  cytoscape: ['canvas'],
  react: ['ui'],
  'react-dom': ['ui'],
  'react-aria-components': ['ui'],
  commander: ['cli'],
  send: ['server'],
  '@modelcontextprotocol/server': ['mcp'],
  '@napi-rs/canvas': ['cli'],
  '@electric-sql/pglite': ['database'],
  pg: ['database'],
  'pg-copy-streams': ['database'],
};

interface Import {
  file: string;
  specifier: string;
  /** Nothing but types comes with it. */
  typesOnly: boolean;
  /** Some of it comes by `import()`. */
  dynamic: boolean;
}

/** Folders of what tests and benches need alone: oracles, made-up data, measuring. */
const BESIDE_THE_PRODUCT = ['testing', 'bench'];

/** Every file of the product below a folder: no tests, benches, scripts that make checked-in files or checks of what lies outside. */
function sourcesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return BESIDE_THE_PRODUCT.includes(name) ? [] : sourcesOf(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$|^(bench|make|check)[A-Z]?\w*\.ts$|\.d\.ts$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const values = new Set(
    ts
      .createSourceFile(file, text, ts.ScriptTarget.Latest)
      .statements.filter(bringsValues)
      .map((s) => (s.moduleSpecifier as ts.StringLiteral).text),
  );
  const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map((m) => m[1]!);
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => ({
      file, specifier: fileName, typesOnly: !values.has(fileName) && !dynamic.includes(fileName), dynamic: dynamic.includes(fileName),
    }));
}

function bringsValues(
  statement: ts.Statement,
): statement is (ts.ImportDeclaration | ts.ExportDeclaration) & { moduleSpecifier: ts.Expression } {
  if (ts.isImportDeclaration(statement)) {
    const clause = statement.importClause;
    if (clause === undefined) return true;
    const named = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : undefined;
    return (
      clause.phaseModifier !== ts.SyntaxKind.TypeKeyword
      && (named === undefined || clause.name !== undefined || named.some((n) => !n.isTypeOnly))
    );
  }
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined || statement.isTypeOnly) return false;
  return (
    !statement.exportClause || !ts.isNamedExports(statement.exportClause) || statement.exportClause.elements.some((n) => !n.isTypeOnly)
  );
}

/**
 * Circles in a graph (Tarjan 1972, strongly connected components of more than one node), each in the order of its names. Cost O(arrows).
 */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** Who imports values of whom, by a name of each file; files of one name are one. */
function valueImports(nameOf: (file: string) => string | undefined): Map<string, Set<string>> {
  const files = new Set(imports.map((i) => i.file));
  const graph = new Map<string, Set<string>>();
  for (const { file, specifier, typesOnly } of imports) {
    if (typesOnly || !specifier.startsWith('.')) continue;
    const path = resolve(dirname(file), specifier);
    const target = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find((p) => files.has(p));
    const [from, to] = [nameOf(file), target && nameOf(target)];
    if (from !== undefined && to !== undefined && from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
}

const folderOf = (path: string) => relative(SRC, path).split('/')[0]!;
const ROOT = dirname(SRC);
const unused = unusedExports(
  ['src', 'e2e', 'graph-data', 'vite.config.ts', 'vitest.config.ts', 'playwright.config.ts'].map((name) => join(ROOT, name)),
  NOTHING_UNUSED.flatMap((folder) => sourcesOf(join(SRC, folder))),
);
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

  test('no file of the product imports what tests and benches need alone', () => {
    const besides = imports.filter(({ file, specifier }) => {
      const names = relative(SRC, resolve(dirname(file), specifier)).split('/');
      return specifier.startsWith('.') && names.some((name) => BESIDE_THE_PRODUCT.includes(name) || /\.test$/.test(name));
    });
    expect(besides.map((i) => `${relative(SRC, i.file)} imports ${i.specifier}`)).toEqual([]);
  });

  test('whatever a file exports is imported by another', () => {
    expect(unused.map(({ file, name }) => `${relative(SRC, file)} exports ${name}`)).toEqual([]);
  });

  test('what the page loads when it is asked for is a file of a format or of what is published, never all of them', () => {
    const whole = imports.filter(({ file, specifier, dynamic }) => {
      const target = relative(SRC, resolve(dirname(file), specifier)).replace(/\/index$/, '');
      return dynamic && ['workspace', 'canvas', 'ui'].includes(folderOf(file)) && ['formats', 'publish'].includes(target);
    });
    expect(whole.map((i) => `${relative(SRC, i.file)} loads ${i.specifier}`)).toEqual([]);
  });

  test('no files import each other in a circle, but for types', () => {
    expect(circles(valueImports((file) => relative(SRC, file)))).toEqual([]);
  });

  test('no folders of the workspace import each other in a circle, but for types', () => {
    const nameOf = (file: string) => {
      const [room, folder, ...rest] = relative(SRC, file).split('/');
      return room === 'workspace' && rest.length > 0 ? folder : undefined;
    };
    expect(circles(valueImports(nameOf))).toEqual([]);
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

  test('every error that is thrown has a name of its own, by which its words are known to be for a person', () => {
    const nameless = Object.keys(MAY_IMPORT)
      .flatMap((folder) => sourcesOf(join(SRC, folder)))
      .filter((file) => /\bthrow new Error\(/.test(readFileSync(file, 'utf8')));
    expect(nameless.map((file) => relative(SRC, file))).toEqual([]);
  });

  test.each(Object.keys(MAY_IMPORT))('%s has a door and a README', (folder) => {
    const names = readdirSync(join(SRC, folder));
    expect(names).toContain('README.md');
    expect(names).toContain(DOORS[folder] ?? 'index.ts');
  });
});
