import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineDatasets } from './combineDatasets';
import { dataset as datasetSchema, type Dataset } from './dataset';

const report = { id: 's1', title: 'Report', publisher: 'Press', kind: 'news' } as const;
const base: Dataset = {
  format: 'throughline/1',
  id: 'base',
  title: 'Case',
  licence: 'CC0-1.0',
  sources: [report, { id: 's2', title: 'Register', publisher: 'State', kind: 'registry' }],
  entities: [
    { id: 'oak', type: 'company', name: 'Oak' }, { id: 'ash', type: 'company', name: 'Ash' },
  ],
  relationships: [{ id: 'r1', type: 'owns', from: 'oak', to: 'ash', claims: [{ source: 's1', stance: 'asserts' }] }],
};
const added: Dataset = {
  format: 'throughline/1',
  id: 'added',
  title: 'Owners',
  licence: 'CC-BY-4.0',
  sources: [
    { ...report, id: 'other-id' }, { id: 's2', title: 'Another register', publisher: 'State', kind: 'registry' },
    { id: 's3', title: 'Book', publisher: 'House', kind: 'book' },
  ],
  entities: [
    { id: 'oak', type: 'person', name: 'Oak, J.', claims: [{ source: 's2', stance: 'asserts' }] },
    { id: 'elm', type: 'company', name: 'Elm' },
  ],
  relationships: [
    {
      id: 'r1',
      type: 'owns',
      from: 'oak',
      to: 'elm',
      claims: [
        { source: 'other-id', stance: 'asserts' }, { source: 's3', stance: 'asserts' },
      ],
    },
    { id: 'r2', type: 'owns', from: 'ash', to: 'elm', claims: [{ source: 's1', stance: 'alleges' }] },
  ],
};

describe('two datasets as one', () => {
  const { dataset, renamed, origin } = combineDatasets(base, added, 'My owners (2026).json');

  test('nothing merges: an id that both have is told apart by the name of the added file, and what refers to it follows', () => {
    expect(dataset.entities.map((e) => e.id)).toEqual(['oak', 'ash', 'oak-my-owners-2026', 'elm']);
    expect(dataset.relationships[1]).toMatchObject({ id: 'r1-my-owners-2026', from: 'oak-my-owners-2026', to: 'elm' });
    expect(dataset.entities[2]!.claims![0]!.source).toBe('s2-my-owners-2026');
    expect(renamed.entities).toEqual(new Map([['oak', 'oak-my-owners-2026'], ['ash', 'ash-my-owners-2026']]));
    expect(renamed.relationships).toEqual(new Map([['r1', 'r1-my-owners-2026']]));
    expect(datasetSchema.parse(dataset)).toEqual(dataset);
  });

  test('a source that says the same of itself is shared once, one that differs is not', () => {
    expect(dataset.sources.map((s) => s.id)).toEqual(['s1', 's2', 's2-my-owners-2026', 's3']);
    expect(dataset.relationships[1]!.claims.map((c) => c.source)).toEqual(['s1', 's3']);
    expect(renamed.sources.get('other-id')).toBe('s1');
  });

  test('a source that derives from another follows it, and is shared only where both are', () => {
    const copy = { id: 's4', title: 'Copy', publisher: 'Echo', kind: 'news', derivedFrom: ['s1'] } as const;
    const own = { ...base, sources: [...base.sources, { ...copy, derivedFrom: ['s1'] }] };
    const brought = (from: string) => {
      const { dataset } = combineDatasets(own, { ...added, sources: [...added.sources, { ...copy, derivedFrom: [from] }] }, 'Owners.json');
      return dataset.sources.slice(3).map((s) => [s.id, s.derivedFrom]);
    };
    expect(brought('other-id').map(([id]) => id)).toEqual(['s2-owners', 's3']);
    expect(brought('s2').at(-1)).toEqual(['s4-owners', ['s2-owners']]);
  });

  test('a reference to nothing does not come to mean a record of the base', () => {
    expect(dataset.relationships[2]).toMatchObject({ from: 'ash-my-owners-2026', claims: [{ source: 's1-my-owners-2026' }] });
    expect(dataset.entities.some((e) => e.id === 'ash-my-owners-2026')).toBe(false);
  });

  test('the base stands first and as it was, and what was added is known by its ids', () => {
    expect(dataset.entities.slice(0, 2)).toEqual(base.entities);
    expect(dataset.relationships[0]).toBe(base.relationships[0]);
    expect([...origin.entities]).toEqual(['oak-my-owners-2026', 'elm']);
    expect([...origin.relationships]).toEqual(['r1-my-owners-2026', 'r2']);
    expect([...origin.sources]).toEqual(['s2-my-owners-2026', 's3']);
    expect(dataset).toMatchObject({ id: 'base', title: 'Case with Owners', licence: 'CC0-1.0; CC-BY-4.0' });
  });

  test('the same file can be added again and again', () => {
    const again = combineDatasets(dataset, added, 'My owners (2026).json');
    expect(again.dataset.entities.map((e) => e.id)).toEqual([
      'oak', 'ash', 'oak-my-owners-2026', 'elm', 'oak-my-owners-2026-2', 'elm-my-owners-2026',
    ]);
    expect(combineDatasets(base, added, 'My owners (2026).json').dataset).toEqual(dataset);
  });

  test('whatever the ids, they stay unique, the inputs unchanged, and taking away what was added leaves the base', () => {
    const id = fc.oneof(
      fc.constantFrom('a', 'b', 'a-x', 'a-x-2', 'x'.repeat(200), `${'x'.repeat(199)}y`), fc.string({ minLength: 1, maxLength: 4 }),
    );
    const some = fc.uniqueArray(id, { maxLength: 8 }).chain((ids) =>
      fc.array(fc.tuple(id, id, id), { maxLength: 6 }).map((ties): Dataset => ({
        ...base,
        sources: ids.map((s, i) => ({ id: s, title: `t${i % 3}`, publisher: 'p', kind: 'news' as const })),
        entities: ids.map((e) => ({ id: e, type: 'company' as const, name: e })),
        relationships: ties.map(([from, to, source], i) => ({
          id: `r${i}`, type: 'owns' as const, from, to, claims: [{ source, stance: 'asserts' as const }],
        })),
      })),
    );
    fc.assert(
      fc.property(some, some, (one, two) => {
        const before = JSON.stringify([one, two]);
        const { dataset: both, origin: from } = combineDatasets(one, two, 'x');
        expect(JSON.stringify([one, two])).toBe(before);
        for (const list of ['entities', 'relationships', 'sources'] as const) {
          const ids = both[list].map((record) => record.id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(both[list].filter((record) => !from[list].has(record.id))).toEqual(one[list]);
          expect(Math.max(0, ...ids.map((i) => i.length))).toBeLessThanOrEqual(200);
        }
      }),
    );
  });
});

test('notes come along, at what they stood at', () => {
  const one: Dataset = {
    format: 'throughline/1', id: 'x', title: 'X', sources: [], entities: [{ id: 'oak', type: 'company', name: 'Oak' }], relationships: [],
    notes: [{ id: 'n', text: 'Ask again.', entity: 'oak' }],
  };
  const { dataset } = combineDatasets(one, one, 'second.json');
  expect(dataset.notes).toEqual([
    { id: 'n', text: 'Ask again.', entity: 'oak' }, { id: 'n-second', text: 'Ask again.', entity: 'oak-second' },
  ]);
});
