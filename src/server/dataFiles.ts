import { xmlAttribute } from '../model';
import { basename, dirname } from 'node:path';

/** Data for the page to open: files that it fetches, or what it asks this server about. */
export type ServedData = ServedFiles | AskedData;

/** Data that stay here: the page asks the questions of the store. */
interface AskedData {
  /** What the page calls it. */
  name: string;
  asked: true;
  /** How long a question may take, in seconds, so that the page waits for as long. */
  deadline?: number;
}

/** One file, or the files of a folder, which are read as one dataset. */
interface ServedFiles {
  /** What the page calls it. */
  name: string;
  isFolder: boolean;
  /** Where each file lies, and its size in bytes. */
  files: readonly { path: string; size: number }[];
}

/** The data as the page is told of it and gets it. */
export interface DataFiles {
  /** The app's page with a word about the data in it, and nothing of the bundled case fetched ahead. */
  pageFrom(html: string): string;
  /** What is said of the data, for a page that is not told of it before it has sent a token. */
  readonly told: unknown;
  /** The file at a path of the server. It is sent as bytes and never as a page, whatever is in it. */
  at(path: string): { folder: string; path: string; headers: Readonly<Record<string, string>> } | undefined;
}

const HEADERS = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment', 'Cache-Control': 'no-cache' };

/** `guarded`: whoever comes without a token sees nothing of the data, not even their name. */
export function dataFiles(data: ServedData, guarded: boolean): DataFiles {
  const files = 'asked' in data ? [] : data.files;
  const urls = files.map(({ path }, i) => `data/${i}/${encodeURIComponent(basename(path))}`);
  const told = 'asked' in data ? data : toldOf(data, urls);
  return {
    told,
    pageFrom: (html) => pageTelling(html, guarded ? { guarded, ...('asked' in data ? { deadline: data.deadline } : {}) } : told),
    at(path) {
      const file = files[urls.indexOf(path.slice(1))];
      return file && { folder: dirname(file.path), path: encodeURIComponent(basename(file.path)), headers: HEADERS };
    },
  };
}

function toldOf({ name, isFolder, files }: ServedFiles, urls: readonly string[]) {
  return { name, isFolder, files: files.map(({ path, size }, i) => ({ name: basename(path), size, url: urls[i]! })) };
}

function pageTelling(html: string, told: unknown): string {
  const meta = `<meta name="throughline-data" content="${xmlAttribute(JSON.stringify(told))}" />`;
  return html.replace(/\s*<link rel="preload" as="fetch"[^>]*>/g, '').replace('</head>', () => `${meta}\n</head>`);
}
