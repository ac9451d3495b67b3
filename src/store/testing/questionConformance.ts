import { describe, expect, test } from 'vitest';
import { SameEntityError } from '../../analysis';
import {
  intermediaryQuestion, leadsQuestion, namesQuestion, patternQuestion, routeQuestion, tiesQuestion, timelineQuestion,
  type PatternQuestionInput, type RouteQuestionInput,
} from '../../model';
import { ids } from './conformanceCase';
import { UnknownEntityError, type GraphStore } from '../graphStore';

const asked = (question: RouteQuestionInput) => routeQuestion.parse(question);

/** How every store over the case of the suite answers the questions of `analysis`. */
export function questionConformance(store: () => GraphStore): void {
  describe('routes', () => {
    test('run through the venture with every admitted relationship in each hop', async () => {
      const answer = await store().routes(asked({ from: 'novak', to: 'ministry' }));
      expect(answer.routes.map((r) => r.entities)).toEqual([['novak', 'quayside', 'elm-port', 'ministry']]);
      expect(ids(answer.routes[0]!.hops[1]!.relationships).sort()).toEqual(['q-owns-elm', 'q-partner-elm']);
      expect(answer.complete).toBe(true);
      expect(answer.excluded.status).toBe(1);
    });

    test('by a denied tie are found when it is asked for', async () => {
      const answer = await store().routes(asked({ from: 'novak', to: 'ministry', filter: { statuses: ['denied'] } }));
      expect(answer.routes.map((r) => r.entities)).toEqual([['novak', 'ministry']]);
      expect(answer.routes[0]!.strength).toBe('denied');
    });

    test('where there is none, what would give one', async () => {
      const question = asked({ from: 'novak', to: 'ministry', maxHops: 2 });
      expect((await store().routes(question)).routes).toEqual([]);
      const why = await store().whyNoRoute(question);
      expect(why.disconnected).toBe(false);
      expect(why.relaxations.map((r) => r.kind)).toEqual(expect.arrayContaining(['length', 'status']));
    });

    test('to what nothing ties are told apart', async () => {
      expect((await store().whyNoRoute(asked({ from: 'novak', to: 'loner' }))).disconnected).toBe(true);
    });

    test('to an entity that is not there are an error that names it', async () => {
      await expect(store().routes(asked({ from: 'novak', to: 'nobody' }))).rejects.toThrow(UnknownEntityError);
      await expect(store().whyNoRoute(asked({ from: 'nobody', to: 'novak' }))).rejects.toThrow('"nobody"');
    });
  });

  test('a route from an entity to itself is an error of its own', async () => {
    await expect(store().routes(asked({ from: 'novak', to: 'novak' }))).rejects.toThrow(SameEntityError);
    await expect(store().whyNoRoute(asked({ from: 'novak', to: 'novak' }))).rejects.toThrow(SameEntityError);
  });

  test('tells who stands between two entities', async () => {
    const answer = await store().between(intermediaryQuestion.parse({ from: 'broker', to: 'ministry' }));
    expect(answer).toMatchObject({
      direct: false, onEveryRoute: ['quayside', 'elm-port'], separators: [['elm-port'], ['quayside']], independentRoutes: 1,
      complete: true,
    });
    await expect(store().between(intermediaryQuestion.parse({ from: 'nobody', to: 'ministry' }))).rejects.toThrow(UnknownEntityError);
  });

  describe('routes that follow a pattern', () => {
    const follow = (question: Pick<PatternQuestionInput, 'pattern'> & Partial<PatternQuestionInput>) =>
      store().patterns(patternQuestion.parse({ from: { ids: ['novak'] }, to: { entityTypes: ['publicBody'] }, ...question }));

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
    const { matches } = await store().matchNames(namesQuestion.parse({ names: [...names, { name: 'whoever', entity: 'loner' }] }));
    expect(matches.map((m) => m.candidates[0]?.entity)).toEqual(['quayside', 'ministry', undefined, 'broker', 'novak', 'loner']);
    expect(matches[1]!.candidates[0]).toMatchObject({ certainty: 'probable', reasons: [{ kind: 'name',
      sentence: 'Both are called “Ministry of Havens”.' }] });
    expect(matches[1]!.candidates[0]!.score).toBeGreaterThan(matches[0]!.candidates[0]!.score);
  });

  test('tells who of a list is tied to whom, by which route, and who outside it stands between', async () => {
    const asked = (parties: string[]) => store().tiesAmong(tiesQuestion.parse({ parties }));
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
    const { shapes, leads } = await store().leads(leadsQuestion.parse({ rules: [rule] }));
    expect(shapes.find((s) => s.id === 'own')).toEqual({
      id: 'own', title: 'Own', rule: rule.rule, innocent: 'Usual.', found: 1, complete: true,
    });
    expect(leads.find((l) => l.shape === 'own')).toMatchObject({
      entities: ['novak', 'quayside', 'elm-port', 'ministry'], relationships: ['novak-directs', 'q-partner-elm', 'm-partner-elm'],
        publishers: 2,
    });
  });

  test('tells what happened when, to one and to several', async () => {
    const asked = (entities: string[]) => store().timeline(timelineQuestion.parse({ entities }));
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
    const { ventures, coVentures } = await store().ventures({ filter: {} });
    expect(ventures.map((v) => [v.venture, v.partners.map((p) => [p.partner, p.share.min])])).toEqual([
      [
        'elm-port',
        [
          ['quayside', 60], ['ministry', 40],
        ],
      ],
    ]);
    expect(coVentures).toEqual([{ a: 'ministry', b: 'quayside', ventures: ['elm-port'] }]);
    expect((await store().ventures({ about: 'broker', filter: {} })).ventures).toEqual([]);
  });

  test('tells who owns an entity at a date, and whether it counts as held', async () => {
    const asOf = { from: '2010', to: '2010' };
    const answer = await store().owners({ entity: 'elm-port', asOf, listed: ['quayside'], filter: {} });
    expect(answer.direct.map((h) => [h.holder, h.share.min, h.share.max])).toEqual([['quayside', 60, 60], ['ministry', 0, 40]]);
    expect(answer.listed).toMatchObject({ answer: 'yes' });
    await expect(store().owners({ entity: 'elm-port', listed: ['nobody'], filter: {} })).rejects.toThrow(UnknownEntityError);
  });

  test('tells where every entity stands in the network', async () => {
    const rows = await store().structure();
    expect(rows.map((r) => [r.entity, r.degree])).toEqual([
      ['broker', 1], ['elm-port', 2], ['elmland', 2], ['loner', 0], ['ministry', 2], ['novak', 1], ['quayside', 4],
    ]);
    expect(await store().structure({ entities: ['quayside', 'nobody', 'broker'] })).toEqual([rows[0], rows[6]]);
  });

  test('tells the whole in groups, by who hangs together or by type and country, places aside', async () => {
    const { groups, ties, rest, entities, relationships, places } = await store().overview();
    expect([entities, relationships, places]).toEqual([6, 5, 1]);
    expect(groups.map((g) => [g.entities, g.within, g.members.map((m) => m.name)])).toEqual([
      [3, 2, ['Quayside Holding Limited', 'Grey Broker', 'Zoë Nováková']], [2, 1, ['Elm Port Operations', 'Ministry of Havens']],
    ]);
    expect(ties).toEqual([
      { groups: [0, 1], relationships: 2, families: { ownership: 1, venture: 1 }, statuses: { confirmed: 1, reported: 1 } },
    ]);
    expect(rest).toEqual({ groups: 0, entities: 1, alone: 1, relationships: 0 });
    const { groups: byCountry } = await store().overview({ by: 'type-country', filter: {} });
    expect(byCountry.map((g) => [g.types[0]!.type, g.country, g.entities])).toEqual([
      ['company', undefined, 1], ['jointVenture', undefined, 1], ['publicBody', undefined, 1], ['person', undefined, 1],
      ['company', 'GB', 1],
    ]);
  });

  test('tells what holds a group together, which source it depends on, and who ties it to the rest', async () => {
    const explain = (of: { entities: string[] } | { community: number }) => store().explainGroup({ of, filter: {}, limit: 10 });
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
    const [first] = (await store().overview({})).groups;
    expect([entities, within]).toEqual([first!.entities, first!.within]);
    await expect(explain({ community: 99 })).rejects.toThrow('fewer than 100 groups');
    await expect(explain({ entities: ['quayside', 'nobody'] })).rejects.toThrow(UnknownEntityError);
  });

  test('questions put at once are answered as if put one after another', async () => {
    const questions = [
      asked({ from: 'novak', to: 'ministry' }), asked({ from: 'broker', to: 'elm-port' }),
      asked({ from: 'quayside', to: 'ministry', places: true }),
    ];
    const together = await Promise.all(questions.map((q) => store().routes(q)));
    for (const [i, question] of questions.entries()) expect(together[i]).toEqual(await store().routes(question));
  });
}
