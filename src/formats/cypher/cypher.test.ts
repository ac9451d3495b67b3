import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cypher } from '.';
import { harbourCase, harbourCaseWith } from '../testing/harbourCase';
import { FUZZ_RUNS } from '../testing/mutations';
import { BATCH } from './writeCypher';

const textOf = async (...args: Parameters<NonNullable<typeof cypher.write>>) =>
  new TextDecoder().decode((await cypher.write!(...args)).bytes);
const golden = readFileSync(join(import.meta.dirname, 'golden', 'harbour.cypher'), 'utf8');

/** A script without comments, every literal text as one sign, and the texts: a second reading, apart from the writer's. */
function scriptOf(source: string): { bare: string; texts: string[] } {
  const texts: string[] = [];
  const lines = source.split('\n').filter((line) => !line.startsWith('//')).join('\n');
  const bare = lines.replace(
    /'((?:[^'\\\n]|\\[\\'nrt]|\\u00[0-9a-f]{2})*)'(?: \+ '((?:[^'\\\n]|\\[\\'nrt]|\\u00[0-9a-f]{2})*)')*/g,
    (whole) => {
      const joined = whole.slice(1, -1).replaceAll("' + '", '');
      texts.push(
        joined.replace(/\\(?:u(.{4})|(.))/g, (_, code: string | undefined, sign: string) =>
          code ? String.fromCharCode(parseInt(code, 16)) : ({ n: '\n', r: '\r', t: '\t' }[sign] ?? sign),
        ),
      );
      return '§';
    },
  );
  return { bare, texts };
}

describe('a script for graph databases', () => {
  test('is the same as ever', async () => {
    expect(await textOf(harbourCase)).toBe(golden);
  });

  test('creates a node an entity and source, and a relationship each that is not denied', () => {
    const { bare, texts } = scriptOf(golden);
    expect([...bare.matchAll(/CREATE \(n:([\w:]+)\)/g)].map((m) => m[1])).toEqual([
      'Source', 'Entity:Company', 'Entity:JointVenture', 'Entity:PublicBody', 'Entity:Person', 'Entity:Organization', 'Entity:Network',
      'Entity:Asset', 'Entity:Event', 'Entity:Place',
    ]);
    expect([...bare.matchAll(/\[r:(\w+)\]/g)].map((m) => m[1])).toEqual([
      'OWNS', 'CONTROLS', 'PAYS', 'FAMILY', 'LOCATED_IN', 'TOOK_PART_IN', 'LINKED_TO',
    ]);
    expect(texts).toContain("It's three quarters.");
    expect(texts).not.toContain('r4');
  });

  test('keeps shares, dates, sums and claims as properties that a query can use', () => {
    expect(golden).toContain(
      "start: '2008-01', end: '2011', share: 75, shareMin: 75, shareMax: 75, sources: ['gazette'], stances: ['asserts'], statements: "
      + "['It\\'s three quarters.'], locators: ['p. 4']",
    );
    expect(golden).toContain("start: '2008', endUnknown: true, shareMin: 10, shareMax: 25");
    expect(golden).toContain("amount: 1500000, currency: 'EUR', amountIsCeiling: true");
    expect(golden).toContain("identifiers: ['LEI: 5299000000000000TEST']");
    expect(golden).toContain("`property status`: 'a property of that name'");
  });

  test('says what it does not hold', async () => {
    expect((await cypher.write!(harbourCase)).issues.map((i) => `${i.code} ${i.value}`).sort()).toEqual([
      'changed-name 1', 'direction-without-meaning 3', 'lost-claims 1', 'lost-denied 1', 'lost-nulls 1', 'mixed-list 1',
    ]);
  });

  test('has no more than so many records in a statement', async () => {
    const many = {
      ...harbourCase, entities: Array.from({ length: BATCH + 1 }, (_, i) => ({ id: `e${i}`, type: 'place' as const, name: `Place ${i}` })),
      relationships: [],
    };
    expect((await textOf(many)).match(/CREATE \(n:Entity:Place\)/g)).toHaveLength(2);
  });

  test('figures are figures of openCypher', async () => {
    const entity = { id: 'e', type: 'place' as const, name: 'E', properties: { large: 1e21, whole: 2 ** 60, small: 1e-7, zero: -0 } };
    expect(await textOf({ ...harbourCase, entities: [entity], relationships: [] })).toContain(
      'large: 1e21, whole: 1.152921504606847e18, small: 1e-7, zero: 0',
    );
  });

  test('is known when it comes back, and refused with a word', async () => {
    const bytes = new TextEncoder().encode(golden);
    expect(cypher.guess(bytes)).toBeGreaterThan(0.5);
    expect((await cypher.read(bytes, {})).report.issues).toMatchObject([{ code: 'written-only', severity: 'error' }]);
  });
});

describe('whatever the texts, they stay texts', () => {
  const nasty = [
    "'", '\\', "\\'", '\\u0027', '\\\\u0027', "'}) DETACH DELETE n //", '`', '\\u0060', ';', '\n:exit', '\r', '\0', '*/', '//', '\u2028',
  ];

  test('texts come out as they went in, and nothing but our own words stands around them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...nasty)), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const dataset = harbourCaseWith(texts);
          const source = await textOf(dataset);
          const read = scriptOf(source);
          expect(read.bare).not.toMatch(/['"\\]/);
          expect(
            read.bare.replace(/`[\p{Letter}\p{Number} ._()-]+`/gu, '').replace(/[A-Za-z_]\w*|-?\d[\d.e-]*|[§\s{}[\](),:;.=>-]/g, ''),
          ).toBe('');
          expect(read.bare.match(/;/g)).toHaveLength(10 + 7);
          const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');
          for (const { name, id } of dataset.entities) expect(read.texts).toEqual(expect.arrayContaining([whole(name), whole(id)]));
          // No user's \u may be one for databases that resolve it before they look for quotes.
          expect(source.match(/\\u(?!00[01][0-9a-f]|007f)/)).toBeNull();
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});
