import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entityTypeIds, families, relationshipTypeIds, routeQuestion, statuses,
  type DatasetPart, type Relationship, type RouteQuestion, type RouteQuestionInput,
} from '../../model';
import { buildIndex } from '../../graph';
import { naiveRoutes } from '../testing/naiveRoutes';
import { randomPart, randomQuestion } from '../testing/randomPart';
import { explainNoRoute } from './explainNoRoute';

const sources = ['paper', 'agency'].map((id) => ({ id, title: `The ${id}`, publisher: id, kind: 'news' as const }));
const asserted = [{ source: 'paper', stance: 'asserts' as const }];

type Tie = Partial<Relationship> & { from: string; to: string };

/** A dataset of companies with these ties; ids with a colon carry another type ("seoul:place"). */
function caseOf(ties: Tie[], lone: string[] = []): DatasetPart {
  const ids = [...new Set([...ties.flatMap((t) => [t.from, t.to]), ...lone])];
  return {
    sources,
    entities: ids.map((id) => ({ id, name: id, type: (id.split(':')[1] ?? 'company') as 'company' })),
    relationships: ties.map((t, i) => ({ id: `r${i}`, type: 'supplies', claims: asserted, ...t })),
  };
}

function explain(part: DatasetPart, asked: Partial<RouteQuestionInput> = {}) {
  return explainNoRoute(buildIndex(part), { from: 'a', to: 'z', ...asked });
}

describe('a question without a route', () => {
  it('is told the fewest hops that would do', () => {
    const [relaxation] = explain(
      caseOf([
        { from: 'a', to: 'b' }, { from: 'b', to: 'c' }, { from: 'c', to: 'z' },
      ]),
      { maxHops: 2 },
    ).relaxations;
    expect(relaxation).toMatchObject({ kind: 'length', question: { maxHops: 3 }, length: 3, sentence: 'look for routes of up to 3 hops' });
  });

  it('is told the nearest date at which the chain held', () => {
    const part = caseOf([
      { from: 'a', to: 'b', start: '2008' }, { from: 'b', to: 'z', start: '2007', end: '2011' },
      { from: 'a', to: 'z', start: '1990', end: '1991' },
    ]);
    const { relaxations } = explain(part, { filter: { period: { from: '2003', to: '2003' } } });
    expect(relaxations).toHaveLength(1);
    expect(relaxations[0]).toMatchObject({
      kind: 'period', length: 2, sentence: 'ask about 2008 instead of 2003', question: { filter: { period: { from: '2008', to: '2008' } } },
    });
  });

  it('is told of a longer period where no single date would do', () => {
    const part = caseOf([{ from: 'a', to: 'b', start: '2005', end: '2005' }, { from: 'b', to: 'z', start: '2008-03', end: '2008-04' }]);
    const { relaxations } = explain(part, { filter: { period: { from: '2004', to: '2004' } } });
    expect(relaxations[0]).toMatchObject({
      sentence: 'ask about 2004 to 2008', question: { filter: { period: { from: '2004', to: '2008' } } },
    });
  });

  it('is told that something possibly held then, before another date', () => {
    const part = caseOf([{ from: 'a', to: 'z', start: '2003', end: '..' }]);
    const { relaxations } = explain(part, { filter: { period: { from: '2003-06', to: '2003-06' }, certainly: true } });
    expect(relaxations[0]).toMatchObject({ kind: 'period', sentence: 'count what may not have held then' });
    expect(relaxations[0]!.question.filter).toEqual({ period: { from: '2003-06', to: '2003-06' } });
  });

  it('is told the strongest single status that would do', () => {
    const part = caseOf([
      { from: 'a', to: 'z', claims: [{ source: 'paper', stance: 'denies' }] },
      { from: 'a', to: 'z', claims: [{ source: 'paper', stance: 'questions' }] },
    ]);
    const { relaxations } = explain(part, { filter: { statuses: ['confirmed', 'reported'] } });
    expect(relaxations).toHaveLength(1);
    expect(relaxations[0]).toMatchObject({
      kind: 'status', sentence: 'allow disputed relationships', question: { filter: { statuses: ['confirmed', 'reported', 'disputed'] } },
    });
  });

  it('is told which source to count again, and which to use too', () => {
    const part = caseOf([{ from: 'a', to: 'b' }, { from: 'b', to: 'z', claims: [{ source: 'agency', stance: 'asserts' }] }]);
    expect(explain(part, { filter: { withoutSources: ['agency'] } }).relaxations).toMatchObject([
      { kind: 'source', sentence: 'count “The agency” again' },
    ]);
    expect(explain(part, { filter: { sources: ['paper'] } }).relaxations).toMatchObject([
      { kind: 'source', sentence: 'use “The agency” too', question: { filter: { sources: ['paper', 'agency'] } } },
    ]);
  });

  it('is told the one type, or the several, that the chain lacks', () => {
    const part = caseOf([{ from: 'a', to: 'b', type: 'owns' }, { from: 'b', to: 'z', type: 'finances' }]);
    expect(explain(part, { filter: { relationshipTypes: ['owns'] } }).relaxations).toMatchObject([
      { kind: 'type', sentence: 'allow “finances”' },
    ]);
    expect(explain(part, { filter: { families: ['people'] } }).relaxations).toMatchObject([
      { kind: 'type', sentence: 'allow ownership relationships and finance relationships' },
    ]);
    const throughPerson = caseOf([{ from: 'a', to: 'kim:person' }, { from: 'kim:person', to: 'z' }]);
    expect(explain(throughPerson, { filter: { entityTypes: ['company'] } }).relaxations).toMatchObject([
      { kind: 'type', sentence: 'allow people between them' },
    ]);
  });

  it('is told how many relationships a stepping stone must be allowed', () => {
    const part = caseOf(['a', 'z', 'x1', 'x2', 'x3'].map((from) => ({ from, to: 'hub' })));
    expect(explain(part, { hub: 2 }).relaxations).toMatchObject([{ kind: 'hub', question: { hub: 5 }, length: 2 }]);
  });

  it('is told of places, of whom it avoids or insists on, and of the arrows', () => {
    const inSeoul = caseOf([{ from: 'a', to: 'seoul:place' }, { from: 'z', to: 'seoul:place' }]);
    expect(explain(inSeoul).relaxations).toMatchObject([{ kind: 'places', question: { places: true } }]);
    const through = caseOf([{ from: 'a', to: 'b' }, { from: 'b', to: 'z' }], ['lone']);
    expect(explain(through, { avoid: ['lone', 'b'] }).relaxations).toMatchObject([
      { kind: 'avoid', sentence: 'allow routes through b', question: { avoid: ['lone'] } },
    ]);
    expect(explain(through, { via: 'lone' }).relaxations).toMatchObject([{ kind: 'via', sentence: 'allow routes that do not pass lone' }]);
    const against = caseOf([{ from: 'z', to: 'a' }]);
    expect(explain(against, { direction: 'along' }).relaxations).toMatchObject([{ kind: 'direction', question: { direction: 'any' } }]);
  });

  it('is told a pair where one thing alone is not enough', () => {
    const part = caseOf([{ from: 'a', to: 'b' }, { from: 'b', to: 'z', claims: [{ source: 'paper', stance: 'denies' }] }]);
    const answer = explain(part, { maxHops: 1 });
    expect(answer.relaxations).toEqual([]);
    expect(answer.pair).toMatchObject([
      'length', 'status', { maxHops: 2, filter: { statuses: ['confirmed', 'reported', 'alleged', 'disputed', 'reading', 'denied'] } },
    ]);
  });

  it('is told when nothing ties the two', () => {
    expect(explain(caseOf([{ from: 'a', to: 'b' }], ['z']))).toEqual({ relaxations: [], disconnected: true });
  });

  it('calls entities by their names where it is given them', () => {
    const part = caseOf([{ from: 'a', to: 'b' }, { from: 'b', to: 'z' }]);
    const answer = explainNoRoute(buildIndex(part), { from: 'a', to: 'z', avoid: ['b'] }, (id) => id.toUpperCase());
    expect(answer.relaxations[0]!.sentence).toBe('allow routes through B');
  });
});

describe('relaxations', () => {
  it('exist exactly where giving a restriction up helps, and each gives a route of the length it says', () => {
    fc.assert(
      fc.property(randomPart, randomQuestion, (part, asked) => {
        const question = routeQuestion.parse(asked);
        fc.pre(naiveRoutes(part, question).length === 0);
        const answer = explainNoRoute(buildIndex(part), question);
        const helping = answer.disconnected
          ? []
          : Object.entries(givenUp(question))
              .filter(([, q]) => naiveRoutes(part, q).length > 0)
              .map(([kind]) => kind);
        expect(answer.relaxations.map((r) => r.kind)).toEqual(helping);
        for (const r of answer.relaxations) expect(naiveRoutes(part, r.question)[0]!.hops.length).toBe(r.length);
        if (answer.pair) expect(naiveRoutes(part, answer.pair[2]).length).toBeGreaterThan(0);
      }),
      { numRuns: 400, seed: 11 },
    );
  });
});

/** The question with each kind of restriction given up, in the order in which answers offer them. */
function givenUp(question: RouteQuestion): Record<string, RouteQuestion> {
  const { filter } = question;
  const filtered = (changes: RouteQuestion['filter']): RouteQuestion => ({ ...question, filter: { ...filter, ...changes } });
  return {
    length: { ...question, maxHops: 12 },
    period: filtered({ period: undefined }),
    status: filtered({ statuses: [...statuses] }),
    source: filtered({ sources: undefined, withoutSources: [] }),
    type: filtered({ relationshipTypes: [...relationshipTypeIds], families: [...families], entityTypes: [...entityTypeIds] }),
    hub: { ...question, hub: undefined },
    places: { ...question, places: true },
    avoid: { ...question, avoid: [] },
    via: { ...question, via: undefined },
    direction: { ...question, direction: 'any' },
  };
}
