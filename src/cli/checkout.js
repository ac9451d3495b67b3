// The command from a checkout: the built one where it was made from just these sources, else the sources themselves.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sourceDigest } from './sourceDigest.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const digest = `${root}dist/command/sources.sha256`;

if (existsSync(digest) && readFileSync(digest, 'utf8') === sourceDigest(root)) await import('../../dist/command/throughline.js');
else {
  await import('tsx');
  await import('./throughline.ts');
}
