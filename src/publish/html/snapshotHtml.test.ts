import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { nodeAssets } from '../../cli/nodeAssets';
import { extractFromHtml, writeSnapshot } from '../../formats';
import { testDataset, testSnapshot } from '../../drawing/testing/testChart';
import { snapshotContent } from '../snapshot/snapshotContent';
import type { SnapshotAssets } from '../svg';
import { snapshotHtml } from './snapshotHtml';

const assets: SnapshotAssets = { ...(await nodeAssets()), fonts: [], viewerScript: 'document.title;', viewerStyle: 'body{margin:0}' };
const html = await snapshotHtml(snapshotContent(testSnapshot), assets);

test('the page is the same every time, and as it was', async () => {
  expect(await snapshotHtml(snapshotContent(testSnapshot), assets)).toBe(html);
  await expect(html).toMatchFileSnapshot('golden/page.html');
});

test('nothing is fetched: the only outside addresses are those of sources, as links that tell nothing of the page', () => {
  const outside = [...html.matchAll(/<[^>]*(?:src|href|action|data|poster)="(?!#)[^"]*"[^>]*>/g)].map((m) => m[0]);
  expect(outside.length).toBeGreaterThan(0);
  for (const tag of outside) expect(tag).toMatch(/^<a rel="noreferrer noopener" href="https:\/\/example\.org\//);
  expect(html).not.toMatch(/@import|url\((?!data:font)|<link|<iframe|<img/);
});

test('its policy allows its own script and style by their hashes, and nothing else', async () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const inside = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${hashOf(inside('script'))};`);
  expect(policy).toContain(`style-src ${hashOf(inside('style'))};`);
  expect(policy).not.toContain('unsafe');
  expect(html).not.toMatch(/\sstyle="|\son[a-z]+="/);
});

test('what is drawn leads to its evidence and back, and every link inside the page has its end', () => {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]!);
  expect(new Set(ids).size).toBe(ids.length);
  const ends = [...html.matchAll(/href="#([^"]*)"/g)].map((m) => m[1]!);
  expect(ends.filter((id) => !ids.includes(id))).toEqual([]);
  for (const id of [...testDataset.entities.map((_, i) => `e${i + 1}`), ...testDataset.relationships.map((_, i) => `r${i + 1}`)]) {
    expect(html).toContain(`<a href="#${id}"`);
    expect(html).toContain(`<a class="back" href="#chart-${id}">`);
  }
});

test('with scripts off every claim can be read, with its stance', () => {
  const claims = [...testDataset.relationships, ...testDataset.entities].flatMap((r) => r.claims ?? []);
  expect(html.match(/<p class="by"><b class="(asserts|alleges|denies|questions)">/g)).toHaveLength(claims.length);
  expect(html).toContain('<b class="denies">denies</b>');
});

test('names with markup stay text, in the chart, in the evidence and in the data', () => {
  expect(html).not.toContain('<b onload');
  const hostile = { ...testSnapshot, title: '</script><script>alert(1)</script>', dataset: { ...testDataset, title: '<!--<script>' } };
  return expect(snapshotHtml(snapshotContent(hostile), assets)).resolves.toSatisfy(
    (page: string) => page.match(/<script/g)!.length === 2 && !page.includes('<!--'),
  );
});

test('the page carries its snapshot, whole', () => {
  expect(JSON.parse(extractFromHtml(html).json!)).toEqual(JSON.parse(writeSnapshot(testSnapshot)));
});
