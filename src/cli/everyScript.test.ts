import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { fonts, measureText } from '../drawing';
import { drawnText, plainText } from '../wording';
import { characterMap } from '../publish/fonts/characterMap';
import { readWoff } from '../publish/fonts/woff';
import { Typesetter } from '../publish/typesetting/typesetter';
import { openedPdf } from './testing/openedPdf';
import { scriptNames, scriptSnapshot } from './testing/scriptNames';
import { nodeAssets } from './nodeAssets';
import { renderSnapshot } from '../publish';

/** The characters of the names, without blanks. */
const characters = [...new Set(scriptNames.join('').replace(/\s/g, ''))];

/** What a document's fonts can draw: the characters of each rule's range for which its file has a glyph. */
function drawnBy(document: string): Set<number> {
  const rules = document.matchAll(/@font-face\{[^}]*unicode-range:([^;]*);src:url\(data:font\/(woff2?);base64,([^)]*)\)/g);
  const drawn = [...rules].flatMap(([, range, format, data]) => {
    const file = Buffer.from(data!, 'base64');
    const has = format === 'woff' ? [...characterMap(readWoff(file).get('cmap')!).keys()] : (create(file) as Font).characterSet;
    const spans = range!.split(',').map((span) => span.slice(2).split('-').map((hex) => parseInt(hex, 16)));
    return has.filter((point) => spans.some(([from, to]) => point >= from! && point <= (to ?? from!)));
  });
  return new Set(drawn);
}

test.each(['svg', 'html'] as const)('the fonts inside the %s draw every character of its names', async (kind) => {
  const text = new TextDecoder().decode(await renderSnapshot(scriptSnapshot, kind, { assets: await nodeAssets() }));
  const drawn = drawnBy(text);
  expect(characters.filter((character) => !drawn.has(character.codePointAt(0)!))).toEqual([]);
  expect(text.length).toBeLessThan(1_500_000);
});

test('a picture in Latin letters carries no font of another script', async () => {
  const latin = {
    ...scriptSnapshot, dataset: { ...scriptSnapshot.dataset, entities: scriptSnapshot.dataset.entities.map((e) => ({ ...e, name: e.id })) },
  };
  const text = new TextDecoder().decode(await renderSnapshot(latin, 'svg', { assets: await nodeAssets() }));
  expect(text).not.toMatch(/Noto Sans|Plex Sans (?:Arabic|Hebrew|Thai|Devanagari)/);
});

test('on a machine without any font a PNG has a glyph for every character of its names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-scripts-'));
  const config = join(folder, 'fonts.conf');
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(config, `${head}<fontconfig><cachedir>${folder}/cache</cachedir></fontconfig>`);
  const missing = execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'testing/missingGlyphs.ts')], {
    encoding: 'utf8', env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1', FONTCONFIG_FILE: config },
  });
  rmSync(folder, { recursive: true });
  expect(JSON.parse(missing)).toEqual({ looked: characters.length, missing: [] });
});

test('a PDF has its names as text, in fonts of its own, and outlines of a document have a shape for every character', async () => {
  const assets = await nodeAssets();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-scripts-'));
  const path = join(folder, 'names.pdf');
  writeFileSync(path, await renderSnapshot(scriptSnapshot, 'pdf', { assets }));
  const { text } = await openedPdf(path);
  rmSync(folder, { recursive: true });
  // Names in boxes are broken into lines, and programs part and order what runs from right to left in ways of their own.
  const found = new Set(text);
  expect(characters.filter((character) => !found.has(character))).toEqual([]);
  for (const name of ['三菱UFJ銀行', 'บริษัท', 'Газпром нефть', 'בנק לאומי', 'شركة أوراسكوم']) expect(text).toContain(name);
  const typesetter = await Typesetter.of(assets, new Map([[fonts.name, scriptNames.join('')]]));
  for (const character of characters.filter((c) => !/\p{M}/u.test(c))) {
    const [run] = typesetter.runs(character, fonts.name);
    expect([character, run!.glyphs.glyphs[0]!.id === 0]).toEqual([character, false]);
  }
});

test('the sample names are in each of the scripts that have a font', () => {
  const scripts = ['Hangul', 'Han', 'Katakana', 'Hiragana', 'Arabic', 'Hebrew', 'Thai', 'Devanagari', 'Cyrillic', 'Greek'];
  for (const script of scripts) expect(scriptNames.join(''), script).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
});

test('a name that runs from right to left does so in its box, and takes nothing along in a sentence', async () => {
  const svg = new TextDecoder().decode(await renderSnapshot(scriptSnapshot, 'svg', { assets: await nodeAssets() }));
  expect(svg).toMatch(/<text class="name"[^>]* text-anchor="end" direction="rtl">בנק לאומי Ltd \(2\)<\/text>/);
  expect(svg).toMatch(/<text class="name"[^>]* y="[-\d.]+" fill="[^"]*">三菱UFJ銀行<\/text>/);
  const sentence = [
    { kind: 'entity', id: 'he', name: 'בנק לאומי' }, { kind: 'text', text: ' owns 75 % of ' }, { kind: 'entity', id: 'a', name: 'Oak' },
  ] as const;
  expect(drawnText(sentence)).toBe('\u2068בנק לאומי\u2069 owns 75 % of Oak');
  expect(measureText(drawnText(sentence), 'prose')).toBe(measureText(plainText(sentence), 'prose'));
});
