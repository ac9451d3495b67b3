import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SameEntityError } from '../../analysis';
import {
  intermediaryQuestion, leadsQuestion, namesQuestion, patternQuestion, routeQuestion, tiesQuestion, timelineQuestion,
  type Dataset, type PatternQuestionInput,
  type RouteQuestionInput,
} from '../../model';
import { conformanceCase, copiedCase } from './conformanceCase';
import { UnknownEntityError, type GraphStore, type RowsQuestion } from '../graphStore';

const ids = (records: readonly { id: string }[]) => records.map((r) => r.id);
const asked = (question: RouteQuestionInput) => routeQuestion.parse(question);

/** What every `GraphStore` answers alike. `make` opens a store over a dataset; the suite closes it. */
export function storeConformance(kind: string, make: (dataset: Dataset) => Promise<GraphStore>): void {
  describe(`a ${kind} store`, () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await make(conformanceCase);
    });
    afterAll(() => store.close());

    test('describes what it holds in figures', async () => {
      // A database says besides what it is.
      const { engine: _engine, ...figures } = await store.describe();
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
      expect(ids(await store.entities({ ids: ['novak', 'nobody', 'quayside'] }))).toEqual(['novak', 'quayside']);
      expect(ids(await store.relationships({ ids: ['q-in', 'nothing', 'm-in'] }))).toEqual(['q-in', 'm-in']);
      expect(ids(await store.sources({ ids: ['denial', 'gazette', 'nowhere'] }))).toEqual(['denial', 'gazette']);
      expect(await store.entities({ ids: ['quayside'] })).toEqual([conformanceCase.entities[0]]);
    });

    test('hands out a part with the relationships inside it, denied ones too, and the sources cited', async () => {
      const part = await store.part({ ids: ['ministry', 'novak', 'elm-port', 'nobody'] });
      expect(ids(part.entities)).toEqual(['elm-port', 'ministry', 'novak']);
      expect(ids(part.relationships)).toEqual(['m-partner-elm', 'novak-pays']);
      expect(ids(part.sources)).toEqual(['gazette', 'register', 'denial']);
    });

    test('hands out everything when all is asked for', async () => {
      const { entities, relationships, sources } = conformanceCase;
      expect(await store.part({ ids: 'all' })).toEqual({ entities, relationships, sources });
    });

    test('tells what holds a group together, which source it depends on, and who ties it to the rest', async () => {
      const explain = (of: { entities: string[] } | { community: number }) => store.explainGroup({ of, filter: {}, limit: 10 });
      expect(await explain({ entities: ['quayside', 'elm-port', 'ministry'] })).toEqual({
        entities: 3, within: 3, pieces: 1, largest: 3, outside: { entities: 2, relationships: 2 },
        gates: [{ entity: 'quayside', entities: 2, relationships: 2 }], gateCount: 1,
        types: [
          { type: 'partnerIn', relationships: 2, pieces: 2, largest: 2 }, { type: 'owns', relationships: 1, pieces: 1, largest: 3 },
        ],
        sources: [
          { source: 'register', copies: [], relationships: 1, pieces: 1, largest: 3 },
          { source: 'gazette', copies: [], relationships: 1, pieces: 1, largest: 3 },
        ].sort((a, b) => (a.source < b.source ? -1 : 1)),
      });
      const { entities, within } = await explain({ community: 0 });
      const [first] = (await store.overview({})).groups;
      expect([entities, within]).toEqual([first!.entities, first!.within]);
      await expect(explain({ community: 99 })).rejects.toThrow('fewer than 100 groups');
      await expect(explain({ entities: ['quayside', 'nobody'] })).rejects.toThrow(UnknownEntityError);
    });

    describe('sources that copy one another', () => {
      let copies: GraphStore;
      beforeAll(async () => {
        copies = await make(copiedCase);
      });
      afterAll(() => copies.close());

      test('count as one publisher for a status and a hop', async () => {
        const { routes } = await copies.routes(asked({ from: 'a', to: 'b' }));
        expect(routes[0]!.hops[0]!.relationships).toMatchObject([
          { id: 'two', status: 'confirmed', publishers: ['Wire', 'Gazette'] }, { id: 'copied', status: 'reported', publishers: ['Wire'] },
        ]);
      });

      test('are handed out with what they derive from, directly and through others', async () => {
        expect(ids((await copies.part({ ids: ['a', 'b'] })).sources)).toEqual(['wire', 'post', 'zeitung', 'gazette']);
        expect(ids(await copies.sources({ ids: ['zeitung', 'gazette'] }))).toEqual(['zeitung', 'gazette', 'post', 'wire']);
      });
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
          const [first] = await store.search({ text });
          expect(first, text).toMatchObject({ id, matched, score: 1 });
        }
      });

      test('beginnings and misspellings find the name and score less', async () => {
        expect((await store.search({ text: 'minis' }))[0]).toMatchObject({
          id: 'ministry', name: 'Ministry of Havens', type: 'publicBody', degree: 3,
        });
        const [misspelt] = await store.search({ text: 'Quaysdie' });
        expect(misspelt).toMatchObject({ id: 'quayside', jurisdiction: 'GB' });
        expect(misspelt!.score).toBeGreaterThan(0);
        expect(misspelt!.score).toBeLessThan(0.5);
      });

      test('types and a limit narrow the hits; nothing resembles nonsense or white space', async () => {
        expect(ids(await store.search({ text: 'elm' }))).toEqual(expect.arrayContaining(['elm-port', 'elmland']));
        expect(ids(await store.search({ text: 'elm', entityTypes: ['place'] }))).toEqual(['elmland']);
        expect(await store.search({ text: 'elm', limit: 1 })).toHaveLength(1);
        expect(await store.search({ text: 'xyzzyqwv' })).toEqual([]);
        expect(await store.search({ text: '  ' })).toEqual([]);
      });
    });

    describe('what to look at first', () => {
      test('is the best connected entities with what ties them and what that cites; places are not among them', async () => {
        const { entities, relationships, sources } = await store.bestConnected();
        expect(ids(entities)).toEqual(['quayside', 'elm-port', 'ministry', 'novak', 'broker', 'loner']);
        expect(relationships.every((r) => r.type !== 'locatedIn')).toBe(true);
        expect(ids(sources)).toEqual(['gazette', 'register', 'denial']);
      });

      test('is as many as are asked for, those that hang together first, then by id', async () => {
        expect(ids((await store.bestConnected({ limit: 3 })).entities)).toEqual(['quayside', 'elm-port', 'broker']);
      });
    });

    describe('rows of a table', () => {
      const rowIds = async (question: RowsQuestion) => (await store.rows(question)).rows.map((r) => r.id);

      test('come page by page as they lie in the data, with how many there are in all', async () => {
        const page = await store.rows({ of: 'entities', from: 2, limit: 3 });
        expect(page.rows).toEqual([{ id: 'ministry', ties: 3 }, { id: 'novak', ties: 2 }, { id: 'broker', ties: 1 }]);
        expect(ids(page.entities)).toEqual(['ministry', 'novak', 'broker']);
        expect(page).toMatchObject({ total: 7, complete: true });
        expect(await rowIds({ of: 'entities', from: 7 })).toEqual([]);
      });

      test('of relationships come with both ends and the sources that are cited, the denied where they are asked for', async () => {
        const page = await store.rows({ of: 'relationships', from: 3, limit: 1 });
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
          (await store.rows({ of: 'entities', order: 'type', descending })).entities.map((e) => e.type);
        expect(await typesOf(true)).toEqual((await typesOf(false)).toReversed());
      });

      test('may be those alone that a text answers, and what ties them', async () => {
        expect(await rowIds({ of: 'entities', text: 'elmport' })).toEqual(['elm-port']);
        expect(await rowIds({ of: 'relationships', text: 'гаваней' })).toEqual(['m-partner-elm', 'm-in']);
        expect(await store.rows({ of: 'entities', text: 'xyzzy' })).toMatchObject({ rows: [], total: 0, complete: true });
      });
    });

    describe('neighbours', () => {
      test('come with the strongest tied first, then by id, with the entity itself and the ties to it', async () => {
        const answer = await store.neighbours({ entity: 'quayside' });
        expect(ids(answer.entities)).toEqual(['quayside', 'elm-port', 'elmland', 'novak', 'broker']);
        expect(ids(answer.relationships)).toEqual(['q-owns-elm', 'q-partner-elm', 'broker-for-q', 'novak-directs', 'q-in']);
        expect(ids(answer.sources)).toEqual(['gazette', 'register', 'denial']);
        expect(answer.more).toBe(0);
      });

      test('beyond the limit are counted', async () => {
        const answer = await store.neighbours({ entity: 'quayside', limit: 1 });
        expect(ids(answer.entities)).toEqual(['quayside', 'elm-port']);
        expect(answer.more).toBe(3);
      });

      test('may be asked for by what ties them, and without those that are known', async () => {
        const kinds = [{ type: 'directs', forward: false }, { type: 'owns', forward: true }] as const;
        expect(ids((await store.neighbours({ entity: 'quayside', kinds })).entities)).toEqual(['quayside', 'elm-port', 'novak']);
        expect(ids((await store.neighbours({ entity: 'quayside', kinds, without: ['elm-port'] })).entities)).toEqual(['quayside', 'novak']);
      });

      test('are counted by type and direction, each once in the whole', async () => {
        expect(await store.tieKinds({ entity: 'quayside' })).toEqual({
          total: 4,
          kinds: [
            { type: 'directs', forward: false, neighbours: 1 }, { type: 'intermediaryFor', forward: false, neighbours: 1 },
            { type: 'locatedIn', forward: true, neighbours: 1 }, { type: 'owns', forward: true, neighbours: 1 },
            { type: 'partnerIn', forward: true, neighbours: 1 },
          ],
        });
        expect((await store.tieKinds({ entity: 'quayside', without: ['elm-port', 'novak'] })).total).toBe(2);
      });

      test('by a denied tie are out until asked for', async () => {
        expect(ids((await store.neighbours({ entity: 'novak' })).entities)).toEqual(['novak', 'quayside']);
        const denied = await store.neighbours({ entity: 'novak', filter: { statuses: ['denied'] } });
        expect(ids(denied.entities)).toEqual(['novak', 'ministry']);
      });

      test('of an entity that is not there are an error that names it', async () => {
        await expect(store.neighbours({ entity: 'nobody' })).rejects.toThrow(UnknownEntityError);
        await expect(store.neighbours({ entity: 'nobody' })).rejects.toThrow('"nobody"');
      });
    });

    describe('routes', () => {
      test('run through the venture with every admitted relationship in each hop', async () => {
        const answer = await store.routes(asked({ from: 'novak', to: 'ministry' }));
        expect(answer.routes.map((r) => r.entities)).toEqual([['novak', 'quayside', 'elm-port', 'ministry']]);
        expect(ids(answer.routes[0]!.hops[1]!.relationships).sort()).toEqual(['q-owns-elm', 'q-partner-elm']);
        expect(answer.complete).toBe(true);
        expect(answer.excluded.status).toBe(1);
      });

      test('by a denied tie are found when it is asked for', async () => {
        const answer = await store.routes(asked({ from: 'novak', to: 'ministry', filter: { statuses: ['denied'] } }));
        expect(answer.routes.map((r) => r.entities)).toEqual([['novak', 'ministry']]);
        expect(answer.routes[0]!.strength).toBe('denied');
      });

      test('where there is none, what would give one', async () => {
        const question = asked({ from: 'novak', to: 'ministry', maxHops: 2 });
        expect((await store.routes(question)).routes).toEqual([]);
        const why = await store.whyNoRoute(question);
        expect(why.disconnected).toBe(false);
        expect(why.relaxations.map((r) => r.kind)).toEqual(expect.arrayContaining(['length', 'status']));
      });

      test('to what nothing ties are told apart', async () => {
        expect((await store.whyNoRoute(asked({ from: 'novak', to: 'loner' }))).disconnected).toBe(true);
      });

      test('to an entity that is not there are an error that names it', async () => {
        await expect(store.routes(asked({ from: 'novak', to: 'nobody' }))).rejects.toThrow(UnknownEntityError);
        await expect(store.whyNoRoute(asked({ from: 'nobody', to: 'novak' }))).rejects.toThrow('"nobody"');
      });
    });

    test('questions put at once are answered as if put one after another', async () => {
      const questions = [
        asked({ from: 'novak', to: 'ministry' }), asked({ from: 'broker', to: 'elm-port' }),
        asked({ from: 'quayside', to: 'ministry', places: true }),
      ];
      const together = await Promise.all(questions.map((q) => store.routes(q)));
      for (const [i, question] of questions.entries()) expect(together[i]).toEqual(await store.routes(question));
    });

    test('a route from an entity to itself is an error of its own', async () => {
      await expect(store.routes(asked({ from: 'novak', to: 'novak' }))).rejects.toThrow(SameEntityError);
      await expect(store.whyNoRoute(asked({ from: 'novak', to: 'novak' }))).rejects.toThrow(SameEntityError);
    });

    describe('the histogram', () => {
      test('counts starts and ends of admitted relationships in every year between the first and the last', async () => {
        const years = await store.histogram();
        expect(years.map((y) => y.year)).toEqual([2008, 2009, 2010, 2011, 2012, 2013, 2014]);
        expect(years[0]).toEqual({ year: 2008, starts: 3, ends: 0 });
        expect(years[1]).toEqual({ year: 2009, starts: 0, ends: 0 });
        expect(years.at(-1)).toEqual({ year: 2014, starts: 0, ends: 1 });
      });

      test('counts only what a filter admits; nothing dated is no year', async () => {
        expect(await store.histogram({ filter: { relationshipTypes: ['directs'] } })).toEqual([{ year: 2010, starts: 1, ends: 0 }]);
        expect(await store.histogram({ filter: { relationshipTypes: ['locatedIn'] } })).toEqual([]);
      });
    });

    test('tells who stands between two entities', async () => {
      const answer = await store.between(intermediaryQuestion.parse({ from: 'broker', to: 'ministry' }));
      expect(answer).toMatchObject({
        direct: false, onEveryRoute: ['quayside', 'elm-port'], separators: [['elm-port'], ['quayside']], independentRoutes: 1,
        complete: true,
      });
      await expect(store.between(intermediaryQuestion.parse({ from: 'nobody', to: 'ministry' }))).rejects.toThrow(UnknownEntityError);
    });

    describe('routes that follow a pattern', () => {
      const follow = (question: Pick<PatternQuestionInput, 'pattern'> & Partial<PatternQuestionInput>) =>
        store.patterns(patternQuestion.parse({ from: { ids: ['novak'] }, to: { entityTypes: ['publicBody'] }, ...question }));

      test('run from one entity to any of a type, step by step', async () => {
        const answer = await follow({ pattern: 'directs (owns|partnerIn) ^partnerIn' });
        expect(answer.routes.map((r) => r.entities)).toEqual([['novak', 'quayside', 'elm-port', 'ministry']]);
        expect(answer).toMatchObject({ from: 1, to: 1, complete: true, openShares: 0 });
        expect((await follow({ pattern: 'directs owns owns' })).routes).toEqual([]);
      });

      test('may ask for shares, which must be known', async () => {
        const from = { entityTypes: ['company' as const], jurisdiction: 'GB' };
        const sharing = await follow({ from, to: { ids: ['elm-port'] }, pattern: '(owns|partnerIn)[share>=50]' });
        expect(ids(sharing.routes[0]!.hops[0]!.relationships)).toEqual(['q-owns-elm']);
        expect(sharing).toMatchObject({ from: 1, openShares: 1 });
        expect((await follow({ from, to: { ids: ['elm-port'] }, pattern: 'owns[share>60]' })).routes).toEqual([]);
      });

      test('from an entity that is not there are an error that names it', async () => {
        await expect(follow({ from: { ids: ['nobody'] }, pattern: 'owns' })).rejects.toThrow(UnknownEntityError);
      });
    });

    test('tells who each name of a list may be, with score and reasons, misspellings and ids included', async () => {
      const names = ['Quaysyde Holding Ltd', 'Ministry of Havens', 'Nobody in Particular', 'Grey Broker',
        'novak'].map((name) => ({ name }));
      const { matches } = await store.matchNames(namesQuestion.parse({ names: [...names, { name: 'whoever', entity: 'loner' }] }));
      expect(matches.map((m) => m.candidates[0]?.entity)).toEqual(['quayside', 'ministry', undefined, 'broker', 'novak', 'loner']);
      expect(matches[1]!.candidates[0]).toMatchObject({ certainty: 'probable', reasons: [{ kind: 'name',
        sentence: 'Both are called “Ministry of Havens”.' }] });
      expect(matches[1]!.candidates[0]!.score).toBeGreaterThan(matches[0]!.candidates[0]!.score);
    });

    test('tells who of a list is tied to whom, by which route, and who outside it stands between', async () => {
      const asked = (parties: string[]) => store.tiesAmong(tiesQuestion.parse({ parties }));
      const answer = await asked(['novak', 'ministry', 'broker', 'loner']);
      expect(answer.ties.map((t) => [t.entities.join(' '), t.hops, t.strength, t.publishers])).toEqual([
        ['novak quayside broker', 2, 'disputed', 1], ['novak quayside elm-port ministry', 3, 'confirmed', 1],
        ['ministry elm-port quayside broker', 3, 'disputed', 1],
      ]);
      expect(answer).toMatchObject({ pairs: 6, tied: 3, between: [{ entity: 'quayside', pairs: 3 }, { entity: 'elm-port', pairs: 2 }] });
      await expect(asked(['novak', 'nobody'])).rejects.toThrow(UnknownEntityError);
    });

    test('tells what deserves a second look, by rules of its own too', async () => {
      const rule = {
        id: 'own', title: 'Own', rule: 'Who directs a partner of the state.', innocent: 'Usual.', from: { ids: ['novak'] },
        to: { entityTypes: ['publicBody' as const] }, pattern: 'directs partnerIn ^partnerIn',
      };
      const { shapes, leads } = await store.leads(leadsQuestion.parse({ rules: [rule] }));
      expect(shapes.find((s) => s.id === 'own')).toEqual({
        id: 'own', title: 'Own', rule: rule.rule, innocent: 'Usual.', found: 1, complete: true,
      });
      expect(leads.find((l) => l.shape === 'own')).toMatchObject({
        entities: ['novak', 'quayside', 'elm-port', 'ministry'], relationships: ['novak-directs', 'q-partner-elm', 'm-partner-elm'],
          publishers: 2,
      });
    });

    test('tells what happened when, to one and to several', async () => {
      const asked = (entities: string[]) => store.timeline(timelineQuestion.parse({ entities }));
      const one = await asked(['quayside']);
      expect(one.rows.map((r) => [r.entity, r.life?.start, r.bars.map((b) => `${b.relationship} ${b.start}`)])).toEqual([
        ['quayside', '1998', ['q-partner-elm 2008', 'q-owns-elm 2008-05', 'novak-directs 2010-01-15', 'broker-for-q 2011']],
      ]);
      expect(one.rows[0]!.bars.at(-1)).toMatchObject({ other: 'broker', forward: false, status: 'disputed', contradictions: ['claims'] });
      expect(one).toMatchObject({ first: '1998-01-01', undated: { entities: [], relationships: ['q-in'] }, more: 0 });
      const several = await asked(['elm-port', 'ministry', 'quayside', 'loner']);
      expect(several.rows.map((r) => [r.entity, r.bars.map((b) => b.relationship)])).toEqual([
        ['quayside', ['q-partner-elm', 'q-owns-elm']], ['ministry', ['m-partner-elm']],
      ]);
      expect(several.undated.entities).toEqual(['elm-port', 'loner']);
      await expect(asked(['nobody'])).rejects.toThrow(UnknownEntityError);
    });

    test('tells the ventures and who meets in them', async () => {
      const { ventures, coVentures } = await store.ventures({ filter: {} });
      expect(ventures.map((v) => [v.venture, v.partners.map((p) => [p.partner, p.share.min])])).toEqual([
        [
          'elm-port',
          [
            ['quayside', 60], ['ministry', 40],
          ],
        ],
      ]);
      expect(coVentures).toEqual([{ a: 'ministry', b: 'quayside', ventures: ['elm-port'] }]);
      expect((await store.ventures({ about: 'broker', filter: {} })).ventures).toEqual([]);
    });

    test('tells who owns an entity at a date, and whether it counts as held', async () => {
      const asOf = { from: '2010', to: '2010' };
      const answer = await store.owners({ entity: 'elm-port', asOf, listed: ['quayside'], filter: {} });
      expect(answer.direct.map((h) => [h.holder, h.share.min, h.share.max])).toEqual([['quayside', 60, 60], ['ministry', 0, 40]]);
      expect(answer.listed).toMatchObject({ answer: 'yes' });
      await expect(store.owners({ entity: 'elm-port', listed: ['nobody'], filter: {} })).rejects.toThrow(UnknownEntityError);
    });

    test('tells where every entity stands in the network', async () => {
      const rows = await store.structure();
      expect(rows.map((r) => [r.entity, r.degree])).toEqual([
        ['broker', 1], ['elm-port', 2], ['elmland', 2], ['loner', 0], ['ministry', 2], ['novak', 1], ['quayside', 4],
      ]);
      expect(await store.structure({ entities: ['quayside', 'nobody', 'broker'] })).toEqual([rows[0], rows[6]]);
    });

    test('tells the whole in groups, by who hangs together or by type and country, places aside', async () => {
      const { groups, ties, rest, entities, relationships, places } = await store.overview();
      expect([entities, relationships, places]).toEqual([6, 5, 1]);
      expect(groups.map((g) => [g.entities, g.within, g.members.map((m) => m.name)])).toEqual([
        [3, 2, ['Quayside Holding Limited', 'Grey Broker', 'Zoë Nováková']], [2, 1, ['Elm Port Operations', 'Ministry of Havens']],
      ]);
      expect(ties).toEqual([
        { groups: [0, 1], relationships: 2, families: { ownership: 1, venture: 1 }, statuses: { confirmed: 1, reported: 1 } },
      ]);
      expect(rest).toEqual({ groups: 0, entities: 1, alone: 1, relationships: 0 });
      const { groups: byCountry } = await store.overview({ by: 'type-country', filter: {} });
      expect(byCountry.map((g) => [g.types[0]!.type, g.country, g.entities])).toEqual([
        ['company', undefined, 1], ['jointVenture', undefined, 1], ['publicBody', undefined, 1], ['person', undefined, 1],
        ['company', 'GB', 1],
      ]);
    });

    describe('a cancelled question', () => {
      test('that was cancelled before rejects with the reason of the signal', async () => {
        const reason = new Error('no longer wanted');
        const options = { signal: AbortSignal.abort(reason) };
        await expect(store.describe({}, options)).rejects.toBe(reason);
        await expect(store.search({ text: 'elm' }, options)).rejects.toBe(reason);
        await expect(store.routes(asked({ from: 'novak', to: 'ministry' }), options)).rejects.toBe(reason);
      });

      test('leaves the store able to answer the next one', async () => {
        const controller = new AbortController();
        const first = store.search({ text: 'elm' }, { signal: controller.signal });
        const failed = expect(first).rejects.toThrow('another question');
        controller.abort(new Error('another question'));
        await failed;
        expect(ids(await store.search({ text: 'QHL' }))).toEqual(['quayside']);
      });
    });
  });
}
