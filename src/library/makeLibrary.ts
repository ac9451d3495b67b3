import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { build } from 'vite';
import { referenceOf, type DocumentedItem } from './reference';

/**
 * Makes `dist/library`: what other programs import from the package, as ES modules that a bundler can shake, with types of one file an
 * entry point, and the custom element as a script of its own. What the types say is compared with `src/library/api/*.api.md`: where it
 * is otherwise, this fails, unless it is run with `--accept`, which writes those files and `reference.md` anew.
 */
const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'dist/library');
const TYPES = join(ROOT, 'dist/types');
const MODULES = ['model', 'formats', 'analysis', 'publish'] as const;
const ENTRIES = [...MODULES, 'element'] as const;
const QUIET = { default: { logLevel: ExtractorLogLevel.None } };
const accept = process.argv.includes('--accept');

/** What a user of the package may import is another than was agreed on. */
class ApiChangedError extends Error {
  override readonly name = 'ApiChangedError';
}

rmSync(OUT, { recursive: true, force: true });
await bundle();
await bundleElement();
declare();
const items = ENTRIES.flatMap((entry) => rolledUp(entry));
const holes = items.filter((item) => item.says === '');
if (holes.length > 0) throw new ApiChangedError(`These are exported and have no docstring: ${holes.map((h) => h.name).join(', ')}.`);
keepReference(referenceOf(items));

/** Modules for Node and bundlers; zod is left to whoever installs the package, since the types speak of it. */
async function bundle(): Promise<void> {
  await build({
    configFile: false, root: ROOT, logLevel: 'warn', publicDir: false,
    build: {
      outDir: OUT, target: 'es2022', minify: false, license: { fileName: 'licences.md' },
      lib: { entry: Object.fromEntries(MODULES.map((entry) => [entry, join(ROOT, `src/library/${entry}.ts`)])), formats: ['es'] },
      rolldownOptions: { external: ['zod'], output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' } },
    },
  });
}

/** For a page, with all that it needs. */
async function bundleElement(): Promise<void> {
  await build({
    configFile: false, root: ROOT, logLevel: 'warn', publicDir: false,
    build: {
      outDir: OUT, emptyOutDir: false, target: 'es2022', minify: true, license: { fileName: 'element.licences.md' },
      lib: { entry: { element: join(ROOT, 'src/library/element.ts') }, formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'element/[name]-[hash].js' } },
    },
  });
}

function declare(): void {
  rmSync(TYPES, { recursive: true, force: true });
  mkdirSync(TYPES, { recursive: true });
  const config = join(TYPES, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: ROOT, outDir: TYPES, types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
    },
    include: [join(ROOT, 'node_modules/vite/client.d.ts')],
    files: ENTRIES.map((entry) => join(ROOT, `src/library/${entry}.ts`)),
  }));
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', config], { stdio: 'inherit' });
}

/** The types of an entry point in one file, and all that it exports with its docstring. Throws ApiChangedError where it is another. */
function rolledUp(entry: string): DocumentedItem[] {
  const model = join(TYPES, `${entry}.api.json`);
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(ROOT, 'package.json'),
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(TYPES, `src/library/${entry}.d.ts`),
      compiler: { tsconfigFilePath: join(TYPES, 'tsconfig.json'), skipLibCheck: true },
      apiReport: { enabled: true, reportFileName: `${entry}.api.md`, reportFolder: join(ROOT, 'src/library/api'), reportTempFolder: TYPES },
      docModel: { enabled: true, apiJsonFilePath: model },
      dtsRollup: { enabled: true, untrimmedFilePath: join(OUT, `${entry}.d.ts`) },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: QUIET, tsdocMessageReporting: QUIET },
    },
  });
  const { apiReportChanged, errorCount } = Extractor.invoke(config, {
    localBuild: accept, messageCallback: (message) => void (message.logLevel === ExtractorLogLevel.Info && (message.handled = true)),
  });
  if (apiReportChanged && !accept)
    throw new ApiChangedError(
      `What “throughline/${entry}” exports is not what src/library/api/${entry}.api.md says. If that is meant, run `
      + '“npm run library -- --accept”, and say it in src/library/CHANGELOG.md.',
    );
  if (errorCount > 0) throw new ApiChangedError(`The types of “throughline/${entry}” cannot be put into one file.`);
  return documentedItems(entry, JSON.parse(readFileSync(model, 'utf8')) as ApiNode);
}

interface ApiNode {
  readonly kind: string;
  readonly name?: string;
  readonly docComment?: string;
  readonly excerptTokens?: readonly { readonly text: string }[];
  readonly members?: readonly ApiNode[];
}

function documentedItems(entry: string, { members: [point] = [] }: ApiNode): DocumentedItem[] {
  return (point?.members ?? []).map(({ kind, name = '', docComment = '', excerptTokens = [] }) => ({
    // A name that the platform has as well is told apart by a figure inside the types.
    entry, name: name.replace(/_\d+$/, ''), kind, declaration: excerptTokens.map((t) => t.text).join(''),
    says: docComment.trim().replace(/^\/\*\*|\*\/$/g, '').replace(/^\s*\* ?/gm, '').trim(),
  }));
}

function keepReference(text: string): void {
  const path = join(ROOT, 'src/library/reference.md');
  if (accept) return writeFileSync(path, text);
  if (readFileSync(path, 'utf8') !== text)
    throw new ApiChangedError('src/library/reference.md is not what the docstrings say. Run “npm run library -- --accept”.');
}
