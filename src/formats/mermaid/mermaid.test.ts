import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mermaid } from '.';
import { harbourCase, harbourCaseWith } from '../testing/harbourCase';
import { FUZZ_RUNS } from '../testing/mutations';
import { MOST_LINKS } from './writeMermaid';

const textOf = async (...args: Parameters<NonNullable<typeof mermaid.write>>) =>
  new TextDecoder().decode((await mermaid.write!(...args)).bytes);
const golden = readFileSync(join(import.meta.dirname, 'golden', 'harbour.mmd'), 'utf8');

/** What a line of a flowchart may be, with quoted texts of nothing but harmless signs and codes. */
const TEXT = String.raw`"(?:[\p{Letter}\p{Mark}\p{Number} .,()/’“”–—€£%…·¶§-]|#\d+;|<br/>)*"`;
const SHAPES = [
  String.raw`\[${TEXT}\]`, String.raw`\{\{${TEXT}\}\}`, String.raw`\[\[${TEXT}\]\]`, String.raw`\(\[${TEXT}\]\)`, String.raw`\(${TEXT}\)`,
  String.raw`\[\(${TEXT}\)\]`, String.raw`\[/${TEXT}/\]`, String.raw`>${TEXT}\]`, String.raw`\[\\${TEXT}/\]`,
];
const NODE = new RegExp(String.raw`^  n\d+(?:${SHAPES.join('|')})$`, 'u');
const LINK = new RegExp(String.raw`^  n\d+ (?:-->|<-->|---|-\.->|<-\.->|-\.-)\|${TEXT}\| n\d+$`, 'u');
const STYLE = /^ {2}linkStyle \d+(?:,\d+)* stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}(?:,stroke-dasharray:\d \d)?(?:,opacity:0\.62)?$/;

describe('a flowchart for Mermaid', () => {
  test('is the same as ever', async () => {
    expect(await textOf(harbourCase)).toBe(golden);
  });

  test('says what is alleged, disputed and denied in words, and draws it otherwise', () => {
    const links = golden.split('\n').filter((line) => LINK.test(line));
    expect(links).toHaveLength(10);
    expect(links[1]).toMatch(/-\.->.*alleged/);
    expect(links[2]).toMatch(/-\.->.*disputed/);
    expect(links[3]).toMatch(/-\.->.*#10007; denied/);
    expect(links[4]).toMatch(/n4 --- *\|/);
    expect(links[7]).toMatch(/<-->/);
    expect(golden).toMatch(/linkStyle 3 stroke:#b3261e,color:#b3261e,stroke-dasharray:1 4/);
  });

  test('tells what it does not hold', async () => {
    expect((await mermaid.write!(harbourCase)).issues.map((i) => `${i.code} ${i.value}`)).toEqual([
      'lost-details 2', 'lost-sources 9', 'lost-figures 4',
    ]);
  });

  test('tells that Mermaid draws no more than so many links', async () => {
    const many = {
      ...harbourCase, relationships: Array.from({ length: MOST_LINKS + 1 }, (_, i) => ({ ...harbourCase.relationships[0]!, id: `r${i}` })),
    };
    expect((await mermaid.write!(many)).issues.map((i) => `${i.code} ${i.value}`)).toContain('too-many-links 501');
  });

  test('is known when it comes back, and refused with a word', async () => {
    const bytes = new TextEncoder().encode(golden);
    expect(mermaid.guess(bytes)).toBeGreaterThan(0.5);
    expect((await mermaid.read(bytes, {})).report.issues).toMatchObject([{ code: 'written-only', severity: 'error' }]);
  });
});

describe('whatever the texts, they stay texts', () => {
  const nasty = [
    '"', '`', '#quot;', '%%{init: {}}%%', '"]; click n1 href "javascript:alert(1)"', '<script>', '1. a', '- a', '---', '\n', '\u2028',
    'end', '|', '\\', '$$x$$',
  ];

  test('every line is a node, a link, a style or a comment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...nasty)), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const dataset = harbourCaseWith(texts);
          const lines = (await textOf(dataset)).trimEnd().split(/[\n\r\u2028\u2029]/);
          expect(lines.slice(0, 5)).toEqual(golden.split('\n').slice(0, 5));
          const start = lines.indexOf('flowchart LR');
          expect(lines.slice(5, start).filter((line) => !/^%%(?: [^{}%<>`]*)?$/.test(line))).toEqual([]);
          const body = lines.slice(start + 1);
          expect(body.filter((line) => NODE.test(line))).toHaveLength(dataset.entities.length);
          expect(body.filter((line) => LINK.test(line))).toHaveLength(dataset.relationships.length);
          expect(body.filter((line) => !NODE.test(line) && !LINK.test(line) && !STYLE.test(line))).toEqual([]);
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});
