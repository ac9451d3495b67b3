import type { Dataset } from '../../model';
import { glimpse } from '../text/decodeText';
import type { Format, Reading } from '../format';
import { namesIn } from '../records';
import { readEmbedded, readCarriedInText } from './container';
import { isPng } from './pngChunks';
import { readThroughline } from './readThroughline';
import { extractFromHtml } from './snapshotInHtml';
import { extractFromPng } from './snapshotInPng';
import { extractFromSvg } from './snapshotInSvg';
import { writeCase } from './writeCase';
import { writeDataset } from './writeDataset';

/**
 * Datasets and snapshots in JSON. Any JSON object or list is claimed a little,
 * so that a file that lost its "format" gets a report that says so.
 */
const json: Format = {
  id: 'throughline',
  label: 'Throughline dataset or snapshot',
  extensions: ['.json'],
  mime: 'application/json',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (!text.startsWith('{')) return /^["[\]}]/.test(text) ? 0.02 : 0;
    if (/"format"\s*:\s*"throughline(-snapshot|-case)?\//.test(text)) return 1;
    return /"(entities|relationships)"\s*:\s*\[/.test(text) ? 0.4 : 0.05;
  },
  read: readThroughline,
  holds: ['notes'],
  write: async (dataset: Dataset) => ({ bytes: new TextEncoder().encode(writeDataset(dataset)), issues: [] }),
};

/** A case in JSON. It is read as whatever its "format" says, as the format above reads it. */
const caseJson: Format = {
  id: 'throughline-case',
  label: 'Throughline case',
  extensions: ['.case.json'],
  mime: 'application/json',
  guess: (head) => (/^\s*\{\s*("\$schema"\s*:\s*"[^"]*"\s*,\s*)?"format"\s*:\s*"throughline-case\//.test(glimpse(head)) ? 1 : 0),
  read: readThroughline,
  holds: ['notes', 'charts'],
  write: async (dataset, { charts = [], base } = {}) => ({
    bytes: new TextEncoder().encode(writeCase({ dataset, charts, base })), issues: [],
  }),
};

/** The same with the files that its sources were read from. */
const caseZip: Format = {
  id: 'throughline-case-zip',
  label: 'Throughline case with its files',
  extensions: ['.throughline-case'],
  mime: 'application/zip',
  guess: (head) => (namesIn(head)[0] === 'case.json' ? 1 : 0),
  read: async (bytes, options) => (await import('./caseZip')).readCaseZip(bytes, options),
  holds: ['notes', 'charts'],
  write: async (dataset, { charts = [], files, base } = {}) => (await import('./caseZip')).writeCaseZip({ dataset, charts, base }, files),
};

const png: Format = {
  id: 'throughline-png',
  label: 'picture (PNG) with a snapshot',
  extensions: ['.png'],
  mime: 'image/png',
  guess: (head) => (isPng(head) ? 1 : 0),
  read: async (bytes, options) => readEmbedded('throughline-png', extractFromPng(bytes), options),
};

const svg: Format = {
  id: 'throughline-svg',
  label: 'picture (SVG) with a snapshot',
  extensions: ['.svg'],
  mime: 'image/svg+xml',
  guess: (head) => (rootElement(glimpse(head)) === 'svg' ? 0.9 : 0),
  read: async (bytes, options) => readCarriedInText('throughline-svg', bytes, extractFromSvg, options),
};

const html: Format = {
  id: 'throughline-html',
  label: 'page (HTML) with a snapshot',
  extensions: ['.html', '.htm'],
  mime: 'text/html',
  guess(head) {
    const text = glimpse(head);
    return /^\s*<!doctype html/i.test(text) || rootElement(text) === 'html' ? 0.6 : 0;
  },
  read: async (bytes, options) => readCarriedInText('throughline-html', bytes, extractFromHtml, options),
};

/** The formats that Throughline itself writes. */
export const throughlineFormats: readonly Format[] = [caseJson, caseZip, json, png, svg, html];

/** Whether a file is a published story: a page that carries a case. Like a snapshot it holds a part of what its dataset knows. */
export function isPublishedStory({ kind, format }: Pick<Reading, 'kind' | 'format'>): boolean {
  return kind === 'case' && format === html.id;
}

/**
 * The name of the first element of a markup text, in lower case: after white space, declarations, comments and
 * the doctype. Undefined where the text begins with anything else. Cost O(text), whatever it holds.
 */
function rootElement(text: string): string | undefined {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const end = endOfPrologPart(text, at);
    if (end === undefined) break;
    if (end === -1) return undefined;
    at = end;
  }
  return /^<([a-z][a-z0-9]*)(?=[\s>/])/i.exec(text.slice(at, at + 32))?.[1]?.toLowerCase();
}

/** Where a declaration, comment or doctype that begins here ends; -1 if it does not; undefined if none begins here. */
function endOfPrologPart(text: string, at: number): number | undefined {
  for (const [open, close] of [['<!--', '-->'], ['<?', '?>'], ['<!', '>']] as const) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end === -1 ? -1 : end + close.length;
  }
  return undefined;
}
