import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { assetFaces } from '../publish';
import { BUNDLED_CASE, BUNDLED_CHART, BUNDLED_STORY, fileOfPackage, viewerFile } from './installation';
import { openWhole } from './openDataset';
import { sourceDigest } from './sourceDigest';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'dist/command');

/**
 * Makes `dist/command`: the command in a few files of plain JavaScript, with the bundled case as it was held to the
 * schema, and what snapshots need. Packages that are `dependencies` stay outside; all others are built in. The digest
 * of the sources is written last, and only if nothing changed meanwhile.
 */
async function makeCommand(): Promise<void> {
  const digest = sourceDigest(ROOT);
  await rm(OUT, { recursive: true, force: true });
  await bundle(await dependencies());
  await Promise.all([
    writeCase(), ...[BUNDLED_CHART, BUNDLED_STORY].map((file) => copyFile(file, join(OUT, basename(file)))), copySnapshotFiles(),
  ]);
  if (sourceDigest(ROOT) !== digest) throw new Error('A source changed while the command was built. Build again.');
  await writeFile(join(OUT, 'sources.sha256'), digest);
}

async function dependencies(): Promise<string[]> {
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  // The types of the library speak of zod; the command has it built in, so that it starts quickly.
  return Object.keys(dependencies).filter((name) => name !== 'zod');
}

async function bundle(external: string[]): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    resolve: { mainFields: ['module', 'main'], external, noExternal: true },
    build: {
      ssr: true,
      outDir: OUT,
      target: 'node20',
      license: { fileName: 'licences.md' },
      rolldownOptions: {
        input: { throughline: join(ROOT, 'src/cli/throughline.ts'), thread: join(ROOT, 'src/server/threads/thread.ts') },
        output: { format: 'esm', minify: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

/** The case as its reader gives it. Throws MisuseError where it is not sound, so that no such case is built in. */
async function writeCase(): Promise<void> {
  const { dataset, report } = await openWhole(BUNDLED_CASE);
  const wrong = report.issues.find((issue) => issue.severity === 'error');
  if (wrong) throw new Error(`${BUNDLED_CASE}, ${wrong.at}: ${wrong.message}`);
  await writeFile(join(OUT, 'case.json'), JSON.stringify(dataset));
}

async function copySnapshotFiles(): Promise<void> {
  const folder = join(OUT, 'files');
  await mkdir(folder);
  const files = [...assetFaces.flatMap(({ file }) => [file, file.replace(/\.woff2$/, '.woff')]).map(fileOfPackage), viewerFile('viewer.js'), viewerFile('viewer.css')];
  await Promise.all(files.map((file) => copyFile(file, join(folder, basename(file)))));
}

await makeCommand();
