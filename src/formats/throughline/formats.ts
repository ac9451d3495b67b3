import type { Dataset } from '../../model';
import { glimpse } from '../decodeText';
import type { Format } from '../format';
import { readCarried, readCarriedInText } from './container';
import { isPng } from './pngChunks';
import { readThroughline } from './readThroughline';
import { rootElement } from './rootElement';
import { extractFromHtml } from './snapshotInHtml';
import { extractFromPng } from './snapshotInPng';
import { extractFromSvg } from './snapshotInSvg';
import { writeDataset } from './writeDataset';

/** Datasets and snapshots in JSON. Any JSON object or list is claimed a little, so that a file that lost its "format" gets a report that says so. */
const json: Format = {
  id: 'throughline',
  label: 'Throughline dataset or snapshot',
  extensions: ['.json'],
  mime: 'application/json',
  guess(head) {
    const text = glimpse(head).trimStart();
    if (!text.startsWith('{')) return /^["[\]}]/.test(text) ? 0.02 : 0;
    if (/"format"\s*:\s*"throughline(-snapshot)?\//.test(text)) return 1;
    return /"(entities|relationships)"\s*:\s*\[/.test(text) ? 0.4 : 0.05;
  },
  read: readThroughline,
  write: async (dataset: Dataset) => ({ bytes: new TextEncoder().encode(writeDataset(dataset)), issues: [] }),
};

const png: Format = {
  id: 'throughline-png',
  label: 'picture (PNG) with a snapshot',
  extensions: ['.png'],
  mime: 'image/png',
  guess: (head) => (isPng(head) ? 1 : 0),
  read: async (bytes, options) => readCarried('throughline-png', extractFromPng(bytes), options),
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
export const throughlineFormats: readonly Format[] = [json, png, svg, html];
