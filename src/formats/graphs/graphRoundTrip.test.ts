import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entityTypeIds, nameInReach, readDataset, relationshipTypeIds, stances, type Dataset } from '../../model';
import { readFile } from '..';
import { FUZZ_RUNS } from '../testing/mutations';
import { formatOf } from '../registry';

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom(
    'Порт & "Вяз" <b>', ' spaced ', 'two\nlines', 'a\r\nb', '\u0001', '\uffff', '45', '=1+1', '[a, b]', 'true', 'organization', 'owned by',
    '2008', 'x'.repeat(300),
  ),
);
/** Names that cannot be told are brought in when a file is read. */
const soundName = text.map((name) => nameInReach(name, 'unnamed').name);
const date = fc.constantFrom('2008', '2008-02', '2008-02-29', '1999-12-31', '0999');
const scalar = fc.oneof(
  text, fc.constant(''), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)), fc.boolean(),
  fc.constant(2 ** 40),
);
const properties = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom(
        'type', 'Type', 'label', 'name', 'weight', 'kind', 'since', 'share', 'size', 'x', 'viz.color', 'viz.size', 'viz.shape',
        'undirected', 'mutual', 'spells', 'parent', 'throughline', 'status', 'relation', 'Country', 'constructor', 'note', 'Note', 'colour',
        'r',
      ),
      text,
    ),
    fc.oneof(
      scalar,
      fc.array(scalar, { maxLength: 3 }),
      fc.constant(null),
      fc.constantFrom('#ff8800', '#ff880080', '#FF8800', 'disc', 'dotted', 'company', 'owns', 12, [
        '2001-01-01..2002-01-01', '2003-01-01..',
      ]),
    ),
    { maxKeys: 5, noNullPrototype: true },
  )
  .filter((kept) => !Object.hasOwn(kept, '__proto__'));
const share = fc.oneof(
  fc.constantFrom(0.5, 1, 33.333333333333336, 75, 100, 1e-7), fc.record({ min: fc.constantFrom(0, 10), max: fc.constantFrom(25, 50.5) }),
);
const some = <T extends Record<string, fc.Arbitrary<unknown>>>(arbitraries: T) => fc.record(arbitraries, { requiredKeys: [] });

/** Datasets with anything in any field, well formed as the model has it. */
const datasets: fc.Arbitrary<Dataset> = fc
  .record({
    title: fc.constantFrom('A harbour', 'Elm & Oak'),
    sources: fc.array(fc.record({ title: text, publisher: text, kind: fc.constantFrom('news', 'registry') }), {
      minLength: 1, maxLength: 3,
    }),
    entities: fc.array(
      fc.tuple(
        fc.record({ type: fc.constantFrom(...entityTypeIds), name: soundName }),
        some({
          start: date, end: fc.oneof(date, fc.constant('..')), aliases: fc.array(text, { minLength: 1, maxLength: 2 }),
          jurisdiction: fc.constantFrom('KP', 'US-DE'), summary: text, shortName: fc.constantFrom('a', 'b '),
          identifiers: fc.constant([{ scheme: 'LEI', value: '1' }]), properties,
        }),
      ),
      { minLength: 2, maxLength: 4 },
    ),
    relationships: fc.array(
      fc.tuple(
        fc.record({ type: fc.constantFrom(...relationshipTypeIds), from: fc.nat(), to: fc.nat() }),
        some({
          start: date, end: fc.oneof(date, fc.constant('..')), share, role: text, label: soundName, indirect: fc.boolean(),
          amount: fc.constant({ value: 12.5, currency: 'EUR', ceiling: true }), properties,
        }),
        fc.array(
          fc.tuple(
            fc.nat(), fc.constantFrom(...stances),
            some({ statement: text, locator: text, made: date, credibility: fc.integer({ min: 1, max: 6 }) }),
          ),
          { maxLength: 3 },
        ),
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ title, sources, entities, relationships }) => ({
    format: 'throughline/1',
    id: 'x',
    title,
    sources: sources.map((s, i) => ({ id: `s${i}`, ...s }) as Dataset['sources'][number]),
    entities: entities.map(([needed, more], i) => ({ id: `e${i}`, ...needed, ...more }) as Dataset['entities'][number]),
    relationships: relationships.map(
      ([{ type, from, to }, more, claims], i) =>
        ({
          id: `r${i}`, type, from: `e${from % entities.length}`, to: `e${to % entities.length}`, ...more,
          claims: claims.map(([source, stance, rest]) => ({ source: `s${source % sources.length}`, stance, ...rest })),
        }) as Dataset['relationships'][number],
    ),
  }));

/** What elsewhere would be a fact and is not: left out by the writers. */
const isDenied = ({ claims }: Dataset['relationships'][number]) => claims.length > 0 && claims.every((c) => c.stance === 'denies');
/** A property that is empty in itself says nothing. */
const said = (record: { properties?: Record<string, unknown> | undefined }) =>
  Object.keys(record.properties ?? {}).length > 0 ? record : { ...record, properties: undefined };

describe.each(['gexf', 'graphml'])('a dataset written as %s', (id) => {
  const there = async (dataset: Dataset) => {
    const { bytes } = await formatOf(id)!.write!(dataset);
    return readFile(bytes, { name: 'x.xml' });
  };

  test('comes back as it was, whatever stands in it, but for what is denied and sources that nothing cites', async () => {
    await fc.assert(
      fc.asyncProperty(datasets, async (dataset) => {
        const { dataset: back, format } = await there(dataset);
        expect(format).toBe(id);
        expect(readDataset(back).issues.filter((i) => i.severity === 'error')).toEqual([]);
        expect(back!.entities.map(said)).toEqual(dataset.entities.map(said));
        expect(back!.relationships.map(said)).toEqual(dataset.relationships.filter((r) => !isDenied(r)).map(said));
        const cited = new Set(dataset.relationships.filter((r) => !isDenied(r)).flatMap((r) => r.claims.map((c) => c.source)));
        expect([...back!.sources].sort((a, b) => a.id.localeCompare(b.id))).toEqual(dataset.sources.filter((s) => cited.has(s.id)));
      }),
      { numRuns: FUZZ_RUNS * 2 },
    );
  });
});
