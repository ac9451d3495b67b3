import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureText } from './measureText';
import { clipText, wrapText } from './wrapText';

describe('wrapping a name', () => {
  test('keeps on one line what fits', () => {
    expect(wrapText('Koryolink', 'name', 170, 2)).toEqual(['Koryolink']);
  });

  test('balances two lines rather than filling the first', () => {
    expect(wrapText('Dandong Kehua Economy and Trade', 'nameCompact', 150, 2)).toEqual(['Dandong Kehua', 'Economy and Trade']);
  });

  test('breaks between Han characters and after hyphens', () => {
    expect(wrapText('朝鮮電信會社', 'name', 50, 2)).toEqual(['朝鮮電', '信會社']);
    expect(wrapText('Sino-Korean', 'name', 50, 2)).toEqual(['Sino-', 'Korean']);
  });

  test('ends in an ellipsis where words are left over', () => {
    const lines = wrapText('Panda International Information Technology Company Limited of Nanjing', 'name', 120, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });

  test('never draws a line wider than allowed, and never more lines', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 30, max: 200 }), fc.integer({ min: 1, max: 3 }), (text, width, most) => {
        const lines = wrapText(text, 'label', width, most);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(measureText(line, 'label')).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('clipping keeps as much as fits', () => {
    const clipped = clipText('carries traffic for', 'label', 60);
    expect(clipped).toMatch(/^carries.*…$/);
    expect(measureText(clipped, 'label')).toBeLessThanOrEqual(60);
  });
});

describe('a text that is out of all reason', () => {
  test.each([
    ['one word', 'x'], ['words', 'Oak Harbour '], ['Han', '朝'], ['marks without width', 'x\u0301'], ['emoji', '😀'],
  ])('%s costs no more than what is shown of it', (_, unit) => {
    // Looked at letter by letter, a text of this length would not be done within the time of a test.
    const lines = wrapText(unit.repeat(10_000_000), 'name', 170, 2);
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(lines.join('')).not.toMatch(/\p{Surrogate}/u);
    for (const line of [...lines, clipText(unit.repeat(200_000), 'name', 120)]) expect(measureText(line, 'name')).toBeLessThanOrEqual(170);
  });
});
