import { describe, expect, test } from 'vitest';
import { conformanceCase, ids } from './conformanceCase';
import { UnknownEntityError, type GraphStore, type RowsQuestion } from '../graphStore';

/** What every store over the case of the suite hands out and finds: records, rows, hits, neighbours, years. */
export function recordConformance(store: () => GraphStore): void {
  test('describes what it holds in figures', async () => {
    // A database says besides what it is.
    const { engine: _engine, ...figures } = await store().describe();
    expect(figures).toEqual({
      id: 'harbour',
      title: 'The harbour concession',
      summary: 'Who runs the harbour of Port Elm.',
      entities: 7,
      relationships: 8,
      claims: 11,
      sources: 4,
      entityTypes: { company: 2, jointVenture: 1, publicBody: 1, person: 1, place: 1, organization: 1 },
      relationshipTypes: { owns: 1, partnerIn: 2, intermediaryFor: 1, directs: 1, pays: 1, locatedIn: 2 },
      years: { first: 1998, last: 2014 },
    });
  });

  test('hands out records in the order asked for and leaves out ids that it lacks', async () => {
    expect(ids(await store().entities({ ids: ['novak', 'nobody', 'quayside'] }))).toEqual(['novak', 'quayside']);
    expect(ids(await store().relationships({ ids: ['q-in', 'nothing', 'm-in'] }))).toEqual(['q-in', 'm-in']);
    expect(ids(await store().sources({ ids: ['denial', 'gazette', 'nowhere'] }))).toEqual(['denial', 'gazette']);
    expect(await store().entities({ ids: ['quayside'] })).toEqual([conformanceCase.entities[0]]);
  });

  test('hands out a part with the relationships inside it, denied ones too, and the sources cited', async () => {
    const part = await store().part({ ids: ['ministry', 'novak', 'elm-port', 'nobody'] });
    expect(ids(part.entities)).toEqual(['elm-port', 'ministry', 'novak']);
    expect(ids(part.relationships)).toEqual(['m-partner-elm', 'novak-pays']);
    expect(ids(part.sources)).toEqual(['gazette', 'register', 'denial']);
  });

  test('hands out everything when all is asked for', async () => {
    const { entities, relationships, sources } = conformanceCase;
    expect(await store().part({ ids: 'all' })).toEqual({ entities, relationships, sources });
  });

  describe('searching', () => {
    test('the very name or alias scores 1, whatever its case, marks or script', async () => {
      for (const [text, id, matched] of [
        ['quayside holding limited', 'quayside', 'Quayside Holding Limited'],
        ['QHL', 'quayside', 'QHL'],
        ['码头控股', 'quayside', '码头控股'],
        ['ma tou kong gu', 'quayside', '码头控股'],
        ['zoe novakova', 'novak', 'Zoë Nováková'],
        ['ministerstvo gavaney', 'ministry', 'Министерство гаваней'],
        ['P-7741', 'novak', 'P-7741'],
        ['elm port', 'elm-port', 'Elmport'],
      ] as const) {
        const [first] = await store().search({ text });
        expect(first, text).toMatchObject({ id, matched, score: 1 });
      }
    });

    test('beginnings and misspellings find the name and score less', async () => {
      expect((await store().search({ text: 'minis' }))[0]).toMatchObject({
        id: 'ministry', name: 'Ministry of Havens', type: 'publicBody', degree: 3,
      });
      const [misspelt] = await store().search({ text: 'Quaysdie' });
      expect(misspelt).toMatchObject({ id: 'quayside', jurisdiction: 'GB' });
      expect(misspelt!.score).toBeGreaterThan(0);
      expect(misspelt!.score).toBeLessThan(0.5);
    });

    test('types and a limit narrow the hits; nothing resembles nonsense or white space', async () => {
      expect(ids(await store().search({ text: 'elm' }))).toEqual(expect.arrayContaining(['elm-port', 'elmland']));
      expect(ids(await store().search({ text: 'elm', entityTypes: ['place'] }))).toEqual(['elmland']);
      expect(await store().search({ text: 'elm', limit: 1 })).toHaveLength(1);
      expect(await store().search({ text: 'xyzzyqwv' })).toEqual([]);
      expect(await store().search({ text: '  ' })).toEqual([]);
    });
  });

  describe('what to look at first', () => {
    test('is the best connected entities with what ties them and what that cites; places are not among them', async () => {
      const { entities, relationships, sources } = await store().bestConnected();
      expect(ids(entities)).toEqual(['quayside', 'elm-port', 'ministry', 'novak', 'broker', 'loner']);
      expect(relationships.every((r) => r.type !== 'locatedIn')).toBe(true);
      expect(ids(sources)).toEqual(['gazette', 'register', 'denial']);
    });

    test('is as many as are asked for, those that hang together first, then by id', async () => {
      expect(ids((await store().bestConnected({ limit: 3 })).entities)).toEqual(['quayside', 'elm-port', 'broker']);
    });
  });

  describe('rows of a table', () => {
    const rowIds = async (question: RowsQuestion) => (await store().rows(question)).rows.map((r) => r.id);

    test('come page by page as they lie in the data, with how many there are in all', async () => {
      const page = await store().rows({ of: 'entities', from: 2, limit: 3 });
      expect(page.rows).toEqual([{ id: 'ministry', ties: 3 }, { id: 'novak', ties: 2 }, { id: 'broker', ties: 1 }]);
      expect(ids(page.entities)).toEqual(['ministry', 'novak', 'broker']);
      expect(page).toMatchObject({ total: 7, complete: true });
      expect(await rowIds({ of: 'entities', from: 7 })).toEqual([]);
    });

    test('of relationships come with both ends and the sources that are cited, the denied where they are asked for', async () => {
      const page = await store().rows({ of: 'relationships', from: 3, limit: 1 });
      expect(page).toMatchObject({ rows: [{ id: 'broker-for-q' }], total: 7 });
      expect(ids(page.relationships)).toEqual(['broker-for-q']);
      expect(ids(page.entities)).toEqual(['broker', 'quayside']);
      expect(ids(page.sources)).toEqual(['gazette', 'denial']);
      expect(await rowIds({ of: 'relationships', filter: { statuses: ['denied'] } })).toEqual(['novak-pays']);
    });

    test('stand in the order asked for, either way, those without a value last', async () => {
      const names = ['elm-port', 'elmland', 'loner', 'broker', 'ministry', 'quayside', 'novak'];
      expect(await rowIds({ of: 'entities', order: 'name' })).toEqual(names);
      expect(await rowIds({ of: 'entities', order: 'name', descending: true })).toEqual([...names].reverse());
      expect((await rowIds({ of: 'entities', order: 'ties', descending: true })).slice(0, 2)).toEqual(['quayside', 'elm-port']);
      expect((await rowIds({ of: 'entities', order: 'start', descending: true }))[0]).toBe('quayside');
      expect(await rowIds({ of: 'relationships', order: 'start' })).toEqual(
        ['q-partner-elm', 'm-partner-elm', 'q-owns-elm', 'novak-directs', 'broker-for-q', 'q-in', 'm-in'],
      );
      expect((await rowIds({ of: 'relationships', order: 'name' }))[0]).toBe('broker-for-q');
      const typesOf = async (descending: boolean) =>
        (await store().rows({ of: 'entities', order: 'type', descending })).entities.map((e) => e.type);
      expect(await typesOf(true)).toEqual((await typesOf(false)).toReversed());
    });

    test('may be those alone that a text answers, and what ties them', async () => {
      expect(await rowIds({ of: 'entities', text: 'elmport' })).toEqual(['elm-port']);
      expect(await rowIds({ of: 'relationships', text: 'гаваней' })).toEqual(['m-partner-elm', 'm-in']);
      expect(await store().rows({ of: 'entities', text: 'xyzzy' })).toMatchObject({ rows: [], total: 0, complete: true });
    });
  });

  describe('neighbours', () => {
    test('come with the strongest tied first, then by id, with the entity itself and the ties to it', async () => {
      const answer = await store().neighbours({ entity: 'quayside' });
      expect(ids(answer.entities)).toEqual(['quayside', 'elm-port', 'elmland', 'novak', 'broker']);
      expect(ids(answer.relationships)).toEqual(['q-owns-elm', 'q-partner-elm', 'broker-for-q', 'novak-directs', 'q-in']);
      expect(ids(answer.sources)).toEqual(['gazette', 'register', 'denial']);
      expect(answer.more).toBe(0);
    });

    test('beyond the limit are counted', async () => {
      const answer = await store().neighbours({ entity: 'quayside', limit: 1 });
      expect(ids(answer.entities)).toEqual(['quayside', 'elm-port']);
      expect(answer.more).toBe(3);
    });

    test('may be asked for by what ties them, and without those that are known', async () => {
      const kinds = [{ type: 'directs', forward: false }, { type: 'owns', forward: true }] as const;
      expect(ids((await store().neighbours({ entity: 'quayside', kinds })).entities)).toEqual(['quayside', 'elm-port', 'novak']);
      expect(ids((await store().neighbours({ entity: 'quayside', kinds, without: ['elm-port'] })).entities)).toEqual(['quayside', 'novak']);
    });

    test('are counted by type and direction, each once in the whole', async () => {
      expect(await store().tieKinds({ entity: 'quayside' })).toEqual({
        total: 4,
        kinds: [
          { type: 'directs', forward: false, neighbours: 1 }, { type: 'intermediaryFor', forward: false, neighbours: 1 },
          { type: 'locatedIn', forward: true, neighbours: 1 }, { type: 'owns', forward: true, neighbours: 1 },
          { type: 'partnerIn', forward: true, neighbours: 1 },
        ],
      });
      expect((await store().tieKinds({ entity: 'quayside', without: ['elm-port', 'novak'] })).total).toBe(2);
    });

    test('by a denied tie are out until asked for', async () => {
      expect(ids((await store().neighbours({ entity: 'novak' })).entities)).toEqual(['novak', 'quayside']);
      const denied = await store().neighbours({ entity: 'novak', filter: { statuses: ['denied'] } });
      expect(ids(denied.entities)).toEqual(['novak', 'ministry']);
    });

    test('of an entity that is not there are an error that names it', async () => {
      await expect(store().neighbours({ entity: 'nobody' })).rejects.toThrow(UnknownEntityError);
      await expect(store().neighbours({ entity: 'nobody' })).rejects.toThrow('"nobody"');
    });
  });

  describe('the histogram', () => {
    test('counts starts and ends of admitted relationships in every year between the first and the last', async () => {
      const years = await store().histogram();
      expect(years.map((y) => y.year)).toEqual([2008, 2009, 2010, 2011, 2012, 2013, 2014]);
      expect(years[0]).toEqual({ year: 2008, starts: 3, ends: 0 });
      expect(years[1]).toEqual({ year: 2009, starts: 0, ends: 0 });
      expect(years.at(-1)).toEqual({ year: 2014, starts: 0, ends: 1 });
    });

    test('counts only what a filter admits; nothing dated is no year', async () => {
      expect(await store().histogram({ filter: { relationshipTypes: ['directs'] } })).toEqual([{ year: 2010, starts: 1, ends: 0 }]);
      expect(await store().histogram({ filter: { relationshipTypes: ['locatedIn'] } })).toEqual([]);
    });
  });
}
