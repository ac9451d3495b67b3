import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dot } from '.';
import { harbourCase, harbourCaseWith } from '../testing/harbourCase';
import { FUZZ_RUNS } from '../testing/mutations';

const textOf = async (...args: Parameters<NonNullable<typeof dot.write>>) => new TextDecoder().decode((await dot.write!(...args)).bytes);
const golden = (name: string) => readFileSync(join(import.meta.dirname, 'golden', name), 'utf8');

/** Statements of a graph by the grammar of DOT, with the texts of quoted names: a second reading, apart from the writer's. */
function statementsOf(source: string): { names: string[]; attributes: Map<string, string> }[] {
  const body = source.split('\n').filter((line) => !line.startsWith('//')).join('\n');
  const tokens = [...body.matchAll(/\s+|"((?:[^"\\]|\\[\s\S])*)"|([A-Za-z_]\w*|-?[\d.]+)|(->|[[\]{};,=])/g)];
  expect(tokens.map((t) => t[0]).join('')).toBe(body);
  const found: ReturnType<typeof statementsOf> = [];
  let [names, attributes, inList, key]: [string[], Map<string, string>, boolean, string | undefined] = [[], new Map(), false, undefined];
  for (const [, quoted, word, sign] of tokens) {
    const text = quoted ?? word;
    if (sign === '[') inList = true;
    else if (sign === ']') inList = false;
    else if (sign === ';') {
      found.push({ names, attributes });
      [names, attributes] = [[], new Map()];
    } else if (text !== undefined && !inList) names.push(text);
    else if (text !== undefined && key === undefined) key = text;
    else if (text !== undefined) {
      attributes.set(key!, text);
      key = undefined;
    }
  }
  return found;
}

const shown = (text: string) => text.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1').replaceAll('&amp;', '&');

describe('a picture for Graphviz', () => {
  test('is the same as ever', async () => {
    expect(await textOf(harbourCase)).toBe(golden('harbour.dot'));
    expect(
      await textOf(harbourCase, {
        positions: new Map([
          ['oak', { x: 10, y: 20.125 }], ['quay', { x: -30, y: 5 }],
        ]),
      }),
    ).toBe(golden('harbour-placed.dot'));
  });

  test('tells statuses, directions and shares apart', async () => {
    const edges = statementsOf(await textOf(harbourCase)).slice(-10);
    const look = (name: string) => edges.map(({ attributes }) => attributes.get(name));
    expect(look('style')).toEqual([
      undefined, 'dashed', 'dashed', 'dotted', undefined, undefined, undefined, undefined, 'dashed', undefined,
    ]);
    expect(look('dir')).toEqual([undefined, undefined, undefined, undefined, 'none', 'none', undefined, 'both', undefined, undefined]);
    expect(look('penwidth').slice(0, 3)).toEqual(['3.25', '1.53', undefined]);
    expect(edges[3]!.attributes.get('label')).toContain('denied');
    expect(edges[1]!.attributes.get('label')).toContain('alleged');
    expect(edges[0]!.attributes.get('tooltip')).toContain(
      "The Gazette, “Notices of the port”, 2019-07, p. 4, https://gazette.example/notices: It's three quarters.",
    );
  });

  test('says what no picture shows', async () => {
    expect((await dot.write!(harbourCase)).issues.map((i) => `${i.code} ${i.value}`)).toEqual([
      'lost-details 2', 'lost-claims 1', 'lost-figures 3',
    ]);
  });

  test('is known when it comes back, and refused with a word', async () => {
    const bytes = new TextEncoder().encode(golden('harbour.dot'));
    expect(dot.guess(bytes)).toBeGreaterThan(0.5);
    expect((await dot.read(bytes, {})).report.issues).toMatchObject([{ code: 'written-only', severity: 'error' }]);
    expect(dot.guess(new TextEncoder().encode('graph [ node [ id 1 ] ]'))).toBe(0);
  });
});

describe('whatever the texts, they stay texts', () => {
  const nasty = ['"', '\\', '\\"', '"];x->y;"', '\\N', '&lt;', '<b>', 'a\nb', '*/', '//', '\r', '\0', '}', 'end\\'];

  test('names and labels come out as they went in, and nothing is added', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...nasty)), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const dataset = harbourCaseWith(texts);
          const statements = statementsOf(await textOf(dataset));
          expect(statements).toHaveLength(3 + dataset.entities.length + dataset.relationships.length);
          const nodes = statements.slice(3, 3 + dataset.entities.length);
          expect(new Set(nodes.map(({ names }) => names[0])).size).toBe(dataset.entities.length);

          const plain = (text: string) =>
            text
              .replace(/\r\n?/g, '\n')
              .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\uFFFD')
              .replace(/\p{Surrogate}/gu, '\uFFFD');
          expect(nodes.map(({ attributes }) => shown(attributes.get('label')!))).toEqual(dataset.entities.map((e) => plain(e.name)));
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});
