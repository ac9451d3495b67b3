import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DATASET_FORMAT, entityTypeIds, nameInReach, relationshipTypeIds, stances, type Dataset } from '../../model';
import { readFile, writeDataset } from '..';

// Any text, lone surrogates and control characters too, and keys that look like numbers or paths.
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const key = fc.oneof(text, fc.constantFrom('10', '9', 'a.b', 'x[0]', 'constructor', 'toString')).filter((k) => k !== '__proto__');
const date = fc.integer({ min: 1000, max: 2999 }).map(String);
const scalar = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.boolean(), fc.constant(null));
const properties = fc.dictionary(key, fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })), { maxKeys: 4, noNullPrototype: true });
const optional = { requiredKeys: ['type', 'name'] as ['type', 'name'] };
const entity = fc.record(
  {
    type: fc.constantFrom(...entityTypeIds), name: text, aliases: fc.array(text, { maxLength: 2 }), start: date,
    end: fc.constantFrom('..', '2010-02-28'), summary: text, properties,
  },
  optional,
);
const claim = fc.record(
  { source: fc.constant('s'), stance: fc.constantFrom(...stances), statement: text, credibility: fc.integer({ min: 1, max: 6 }) },
  { requiredKeys: ['source', 'stance'] },
);
const relationship = fc.record(
  {
    type: fc.constantFrom(...relationshipTypeIds),
    share: fc.oneof(
      fc.double({ min: 0, max: 100, noNaN: true }).map((n) => n + 0), fc.constant({ min: 5, max: 50 }),
    ),
    role: text, label: text, claims: fc.array(claim, { maxLength: 3 }), properties,
  },
  { requiredKeys: ['type', 'claims'] },
);

const dataset: fc.Arbitrary<Dataset> = fc
  .record({
    title: text, entities: fc.array(entity, { minLength: 1, maxLength: 5 }),
    relationships: fc.array(fc.tuple(relationship, fc.nat(), fc.nat()), { maxLength: 6 }),
  })
  .map(({ title, entities, relationships }) => ({
    format: DATASET_FORMAT,
    id: 'any',
    title,
    sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'other' as const }],
    // Names that cannot be told are brought in when a file is read; the rest is kept as it is.
    entities: entities.map((e, i) => ({ id: `e${i}`, ...e, name: nameInReach(e.name, `e${i}`).name })),
    relationships: relationships.map(([r, from, to], i) => ({
      id: `r${i}`, from: `e${from % entities.length}`, to: `e${to % entities.length}`, ...r,
    })),
  }));

test('what is written is read as the same dataset, and written again as the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(dataset, async (data) => {
      const written = writeDataset(data);
      const reading = await readFile(new TextEncoder().encode(written));
      expect(reading.dataset).toEqual(data);
      expect(writeDataset(reading.dataset!)).toBe(written);
    }),
  );
});
