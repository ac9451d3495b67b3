import fc from 'fast-check';
import { DATASET_FORMAT, entityTypeIds, relationshipTypeIds, sourceKinds, stances, type Dataset } from '../../model';

// Any text, halves of characters and control characters too.
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const name = fc.oneof(text, fc.constantFrom('Quayside Holding', 'Quay Side', '码头控股', 'Министерство гаваней', 'Zoë Nováková', 'Elm Port'));
const date = fc.constantFrom('1998', '2004-02', '2004-02-29', '2010', '2011-12-31');
const end = fc.oneof(date, fc.constant('..'));
const scalar = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.boolean(), fc.constant(null));
const properties = fc.dictionary(
  text.filter((key) => key !== '__proto__'), fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })), { maxKeys: 3, noNullPrototype: true },
);
const claim = fc.record(
  {
    source: fc.constantFrom('s0', 's1', 's2', 'elsewhere'), stance: fc.constantFrom(...stances), statement: text, locator: text, made: date,
    credibility: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: ['source', 'stance'] },
);
/** Without an id, which is given to it. */
export const anyEntity = fc.record(
  {
    type: fc.constantFrom(...entityTypeIds),
    name,
    shortName: fc.constant('Short'),
    aliases: fc.array(name, { maxLength: 3 }),
    jurisdiction: fc.constantFrom('KP', 'US-DE'),
    start: date,
    end,
    identifiers: fc.array(fc.record({ scheme: text, value: text }), { maxLength: 2 }),
    summary: text,
    claims: fc.array(claim, { maxLength: 2 }),
    properties,
  },
  { requiredKeys: ['type', 'name'] },
);
const percent = fc.double({ min: 0, max: 100, noNaN: true }).map((n) => n + 0);
/** Without an id and ends. */
export const anyRelationship = fc.record(
  {
    type: fc.oneof(fc.constantFrom('owns', 'partnerIn'), fc.constantFrom(...relationshipTypeIds)),
    start: date,
    end,
    share: fc.oneof(percent, fc.constant({ min: 5, max: 50 }), fc.constant(0)),
    indirect: fc.boolean(),
    amount: fc.record({ value: percent, currency: fc.constant('EUR') }),
    role: text,
    label: text,
    claims: fc.array(claim, { maxLength: 3 }),
    properties,
  },
  { requiredKeys: ['type', 'claims'] },
) as fc.Arbitrary<Omit<Dataset['relationships'][number], 'id' | 'from' | 'to'>>;
export const anySource = fc.record(
  {
    title: text, publisher: fc.constantFrom('A', 'B'), kind: fc.constantFrom(...sourceKinds), url: fc.constant('https://example.org/a'),
    derivedFrom: fc.uniqueArray(fc.constantFrom('s0', 's1', 's2', 'elsewhere'), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['title', 'publisher', 'kind'] },
);

/** Datasets with records of every kind, some of which cite a source that is not there, and ids with any characters. */
export const anyDataset: fc.Arbitrary<Dataset> = fc
  .record({
    title: text, sources: fc.array(anySource, { maxLength: 3 }), entities: fc.array(anyEntity, { minLength: 1, maxLength: 40 }),
    relationships: fc.array(fc.tuple(anyRelationship, fc.nat(), fc.nat()), { maxLength: 70 }), odd: text,
  })
  .map(({ title, sources, entities, relationships, odd }) => {
    const id = (i: number) => (i === 0 ? `e${odd}` : `e${i}`);
    return {
      format: DATASET_FORMAT,
      id: 'any',
      title,
      sources: sources.map((s, i) => ({ id: `s${i}`, ...s })),
      entities: entities.map((e, i) => ({ id: id(i), ...e })),
      relationships: relationships.map(([r, from, to], i) => ({
        id: `r${i}`, from: id(from % entities.length), to: id(to % entities.length), ...r,
      })),
    };
  });
