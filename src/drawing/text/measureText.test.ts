import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font as OpenedFont } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { advances } from './advances';
import { fonts } from './fonts';
import { advancesSource } from './makeAdvances';
import { measureText } from './measureText';

const require = createRequire(import.meta.url);

describe('text widths', () => {
  test('the checked-in advances are those of the installed fonts', () => {
    const source = readFileSync(new URL('advances.ts', import.meta.url), 'utf8');
    expect(source).toBe(advancesSource());
  });

  test('are sums of advances', () => {
    const widths = new Map(advances.sans400.runs.flatMap(([first, run]) => run.map((w, i) => [first + i, w] as const)));
    const [m, i] = [widths.get('M'.codePointAt(0)!)!, widths.get('i'.codePointAt(0)!)!];
    expect(measureText('MiM', { ...fonts.label, size: 1000 })).toBeCloseTo(2 * m + i, 6);
  });

  test.each([
    'Panda International', 'CHEO Technology JV', 'Société générale d’électricité', 'Почта России', 'Pyongyang 38 %',
  ])('"%s" measures as the font shapes it, kerning apart', (text) => {
    const subset = /[а-я]/i.test(text) ? 'cyrillic' : 'latin';
    const opened = create(
      readFileSync(require.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-${subset}-600-normal.woff2`)),
    ) as OpenedFont;
    const letters = text.replace(subset === 'cyrillic' ? / /g : /$^/, '');
    const shaped = (opened.layout(letters).advanceWidth / opened.unitsPerEm) * fonts.name.size;
    expect(Math.abs(measureText(letters, 'name') - shaped)).toBeLessThan(shaped * 0.02);
  });

  test.each([
    ['شركة أوراسكوم تيليكوم', 'arabic', 1.1], ['محمّد بن سلمان', 'arabic', 1.1], ['בנק לאומי', 'hebrew', 1.02],
    ['บริษัท ปตท. จำกัด', 'thai', 1.02], ['भारतीय स्टेट बैंक', 'devanagari', 1.25],
  ] as const)('"%s" measures as its own font shapes it, and never narrower', (text, script, roomy) => {
    for (const weight of [400, 600] as const) {
      const opened = create(
        readFileSync(require.resolve(`@fontsource/ibm-plex-sans-${script}/files/ibm-plex-sans-${script}-${script}-${weight}-normal.woff2`)),
      ) as OpenedFont;
      const role = weight === 600 ? 'name' : 'label';
      for (const word of text.replace('.', '').split(' ')) {
        const shaped = opened.layout(word).positions.reduce((sum, p) => sum + p.xAdvance, 0) / opened.unitsPerEm;
        const drawn = measureText(word, role) / fonts[role].size;
        expect(drawn, `${word} ${weight}`).toBeGreaterThan(shaped * 0.98);
        expect(drawn, `${word} ${weight}`).toBeLessThan(shaped * roomy);
      }
    }
  });

  test('a Han character takes one em, Hangul as much as its font gives it, a combining accent nothing', () => {
    expect(measureText('체신', 'name')).toBeCloseTo(2 * 0.92 * fonts.name.size, 6);
    expect(measureText('電', 'label')).toBe(fonts.label.size);
    expect(measureText('e\u0301', 'name')).toBe(measureText('e', 'name'));
  });

  test('a character that no font has counts as an average letter', () => {
    expect(measureText('ა', 'name')).toBeGreaterThan(fonts.name.size * 0.4);
    expect(measureText('ა', 'name')).toBeLessThan(fonts.name.size * 0.8);
  });
});
