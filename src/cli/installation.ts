import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

/** The code that runs was built: all of it lies in `dist/command`, its files beside it. Sources end with `.ts`. */
export const IS_BUILT = import.meta.url.endsWith('.js');

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const GRAPH_DATA = join(ROOT, 'graph-data');
const require = createRequire(import.meta.url);

/** The folder of the built explorer. */
export const APP = join(ROOT, 'dist/app');
/** The dataset that is asked where `--data` names no other. The built one was held to the schema when it was built. */
export const BUNDLED_CASE = IS_BUILT ? join(HERE, 'case.json') : join(GRAPH_DATA, 'north-korea-telecom.json');
/** Where its entities are drawn. */
export const BUNDLED_CHART = join(IS_BUILT ? HERE : GRAPH_DATA, 'north-korea-telecom.chart.json');

/** The story that is told with it. */
export const BUNDLED_STORY = join(IS_BUILT ? HERE : GRAPH_DATA, 'huawei-koryolink.story.json');

/** The path of a file of a package: "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2". */
export function fileOfPackage(specifier: string): string {
  return IS_BUILT ? join(HERE, 'files', basename(specifier)) : require.resolve(specifier);
}

/** The path of a file of a script that few pictures need. The built explorer has them all, under the names of their packages. */
export function scriptFilePath(specifier: string): string {
  return IS_BUILT ? join(APP, 'fonts', basename(specifier)) : require.resolve(specifier);
}

/** The path of the script or the style of the offline page. */
export function viewerFile(name: 'viewer.js' | 'viewer.css'): string {
  return IS_BUILT ? join(HERE, 'files', name) : join(ROOT, 'src/publish/html', name);
}
