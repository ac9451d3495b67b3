import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** All that a file exports, where it is not told by name what is taken of it. */
const ALL = '*';

/** A name that some file exports. */
interface Exported {
  readonly file: string;
  readonly name: string;
}

interface Module {
  /** The names that it exports; of those that it passes on, where they come from. */
  readonly exports: ReadonlyMap<string, Exported | undefined>;
  /** The files of which it passes on everything. */
  readonly passedOn: readonly string[];
  readonly imports: readonly Exported[];
}

/**
 * The exports of `files` that no other file takes, directly or through a door that passes them on. `roots` are the folders and files whose
 * imports count, and hold the files. What is loaded by `import()` without a name beside it counts as taken whole.
 */
export function unusedExports(roots: readonly string[], files: readonly string[]): Exported[] {
  const modules = new Map(roots.flatMap(filesBelow).map((file) => [file, moduleOf(file)]));
  const taken = new Set<string>();
  const open = [...modules].flatMap(([file, { imports }]) => imports.filter((one) => one.file !== file));
  for (let next = open.pop(); next; next = open.pop()) {
    const key = `${next.file} ${next.name}`;
    const module = modules.get(next.file);
    if (!module || taken.has(key)) continue;
    taken.add(key);
    open.push(...behind(module, next));
  }
  const exported = files.flatMap((file) => [...modules.get(file)!.exports.keys()].map((name) => ({ file, name })));
  return exported.filter(({ file, name }) => !taken.has(`${file} ${name}`));
}

/** What is taken with a name: where the name comes from. */
function behind({ exports, passedOn }: Module, { file, name }: Exported): Exported[] {
  const own = name === ALL ? [...exports.keys()].map((one) => ({ file, name: one })) : [];
  if (!exports.has(name)) return [...own, ...passedOn.map((from) => ({ file: from, name }))];
  const origin = exports.get(name);
  return origin ? [origin] : [];
}

function filesBelow(path: string): string[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
  return /\.[jt]sx?$/.test(path) && !path.endsWith('.d.ts') ? [path] : [];
}

function moduleOf(file: string): Module {
  const text = readFileSync(file, 'utf8');
  const exports = new Map<string, Exported | undefined>();
  const passedOn: string[] = [];
  const imports: Exported[] = [...dynamicImports(file, text), ...globbedImports(file, text)];
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
    if (ts.isImportDeclaration(statement)) imports.push(...importsOf(file, statement));
    else if (!ts.isExportDeclaration(statement)) for (const name of declaredExports(statement)) exports.set(name, undefined);
    else {
      const from = targetOf(file, statement.moduleSpecifier);
      const names = statement.exportClause;
      if (names && ts.isNamedExports(names))
        for (const { name, propertyName } of names.elements)
          exports.set(name.text, from === undefined ? undefined : { file: from, name: (propertyName ?? name).text });
      else if (names) exports.set(names.name.text, from === undefined ? undefined : { file: from, name: ALL });
      else if (from !== undefined) passedOn.push(from);
    }
  }
  return { exports, passedOn, imports };
}

function importsOf(file: string, { importClause, moduleSpecifier }: ts.ImportDeclaration): Exported[] {
  const from = targetOf(file, moduleSpecifier);
  if (from === undefined || !importClause) return [];
  const { name, namedBindings } = importClause;
  return [...(name ? ['default'] : []), ...boundImports(namedBindings)].map((one) => ({ file: from, name: one }));
}

function boundImports(bindings: ts.NamedImportBindings | undefined): string[] {
  if (!bindings) return [];
  return ts.isNamedImports(bindings) ? bindings.elements.map((one) => (one.propertyName ?? one.name).text) : [ALL];
}

/** `import('x').Name`, `(await import('x')).name` and `const { a, b } = await import('x')` take what they name. */
function dynamicImports(file: string, text: string): Exported[] {
  return [...text.matchAll(/(?:\{([^{}]*)\} = await )?\bimport\('([^']+)'\)\)?(?:\.(\w+))?/g)].flatMap(([, listed, specifier, member]) => {
    const from = fileOf(file, specifier!);
    if (from === undefined) return [];
    const names = listed?.split(',').map((one) => one.split(':')[0]!.trim()) ?? [member === undefined || member === 'then' ? ALL : member];
    return names.map((name) => ({ file: from, name }));
  });
}

/** `import.meta.glob(['../x/*Panel.tsx', …])` takes the files of folders beside each other whose names it fits. */
function globbedImports(file: string, text: string): Exported[] {
  const patterns = [...text.matchAll(/\bimport\.meta\.glob\b[^(]*\(\[?((?:\s*'[^']+',?)+)\]?\)/g)].flatMap(([, list]) =>
    [...list!.matchAll(/'([^']+)'/g)].map(([, pattern]) => pattern!),
  );
  return patterns.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => {
    const [above, name] = pattern.split('/*/') as [string, string];
    const folder = resolve(dirname(file), above);
    const fits = (found: string) => found.endsWith(name.replace('*', '')) && dirname(dirname(found)) === folder;
    return filesBelow(folder).filter(fits).map((found) => ({ file: found, name: ALL }));
  });
}

function declaredExports(statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement)) return ['default'];
  const modifiers = (ts.canHaveModifiers(statement) && ts.getModifiers(statement)) || [];
  if (!modifiers.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (modifiers.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword)) return ['default'];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  const { name } = statement as ts.DeclarationStatement;
  return name ? [(name as ts.Identifier).text] : [];
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

function targetOf(file: string, specifier: ts.Expression | undefined): string | undefined {
  return specifier && ts.isStringLiteral(specifier) ? fileOf(file, specifier.text) : undefined;
}

/** The file of the project that an import means; undefined for packages and for what is no program. */
function fileOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = resolve(dirname(file), specifier.replace(/\?.*$/, ''));
  const isFolder = /(^|\/)\.\.?\/?$/.test(specifier);
  const places = [...(isFolder ? [] : [path, `${path}.ts`, `${path}.tsx`]), join(path, 'index.ts')];
  return places.find((one) => existsSync(one) && statSync(one).isFile());
}
