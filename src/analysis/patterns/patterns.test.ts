import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  patternProblem,
  patternQuestion,
  readPattern,
  shareBounds,
  statuses,
  writePattern,
  type DatasetPart,
  type Entity,
  type Filter,
  type PatternQuestionInput,
  type Relationship,
  type RelationshipType,
} from '../../model';
import { buildIndex } from '../../graph';
import { naivePatternRoutes } from '../testing/naivePatternRoutes';
import { ENTITY_IDS, randomFilter, randomPart } from '../testing/randomPart';
import { findPatternRoutes } from './findPatternRoutes';
import type { PatternEffort } from './patternSearch';

function ask(
  part: DatasetPart,
  asked: Omit<PatternQuestionInput, 'from' | 'to'>,
  from: readonly string[],
  to: readonly string[],
  most?: PatternEffort,
) {
  const index = buildIndex(part);
  const question = patternQuestion.parse({ ...asked, from: { ids: from }, to: { ids: to } });
  const shares = new Map(part.relationships.flatMap((r, i) => (r.share === undefined ? [] : [[i, shareBounds(r.share)] as const])));
  const at = (ids: readonly string[]) => ids.map((id) => index.knownEntity(id));
  return { question, answer: findPatternRoutes(index, question, { from: at(from), to: at(to), shares }, most) };
}

/** Ties as "a-owns-b". */
function caseOf(ties: readonly string[], types: Readonly<Record<string, Entity['type']>> = {}): DatasetPart {
  const named = ties.map((tie) => tie.split('-') as [string, RelationshipType, string]);
  const ids = [...new Set(named.flatMap(([from, , to]) => [from, to]))];
  return {
    sources: [],
    entities: ids.map((id): Entity => ({ id, name: id, type: types[id] ?? 'company' })),
    relationships: named.map(([from, type, to], i): Relationship => ({ id: `r${i}`, type, from, to, claims: [] })),
  };
}

const chains = (part: DatasetPart, pattern: string, from: readonly string[], to: readonly string[], more: object = {}) =>
  ask(part, { pattern, ...more }, from, to).answer.routes.map((r) => r.entities.join(' '));

test('a route follows the pattern word by word, along the arrows or against them', () => {
  const part = caseOf(['a-owns-b', 'b-partnerIn-c', 'c-supplies-z', 'a-owns-x', 'x-owns-c', 'a-supplies-z']);
  expect(chains(part, 'owns partnerIn supplies', ['a'], ['z'])).toEqual(['a b c z']);
  expect(chains(part, 'owns+ partnerIn? supplies', ['a'], ['z'])).toEqual(['a b c z', 'a x c z']);
  expect(chains(part, '^supplies (^partnerIn | ^owns) ^owns', ['z'], ['a'])).toEqual(['z c b a', 'z c x a']);
  expect(chains(part, 'ownership{2} supply', ['a'], ['z'])).toEqual(['a x c z']);
  expect(chains(part, '~any+', ['a'], ['z'])).toEqual(['a z', 'a b c z', 'a x c z']);
});

test('of two relationships of a hop that one is told by which the route follows the pattern, be it the weaker', () => {
  const part = caseOf(['a-owns-b', 'a-supplies-b', 'b-supplies-z']);
  part.sources.push({ id: 's', title: 's', publisher: 'p', kind: 'registry' });
  part.relationships[0]!.claims.push({ source: 's', stance: 'asserts' });
  const [route] = ask(part, { pattern: 'supplies supplies' }, ['a'], ['z']).answer.routes;
  expect(route!.hops[0]).toMatchObject({ status: 'reported', relationships: [{ id: 'r1' }] });
});

test('a walk that follows the pattern only by coming back is no route', () => {
  const part = caseOf(['a-owns-b', 'b-owns-c', 'c-owns-b', 'b-supplies-z']);
  expect(chains(part, 'owns owns owns supplies', ['a'], ['z'])).toEqual([]);
});

test('a place may be passed by a step that names places, and by no other', () => {
  const part = caseOf(['a-locatedIn-p', 'z-locatedIn-p'], { p: 'place' });
  expect(chains(part, 'locatedIn ^locatedIn', ['a'], ['z'])).toEqual([]);
  expect(chains(part, 'locatedIn[to=place] ^locatedIn', ['a'], ['z'])).toEqual(['a p z']);
  expect(chains(part, 'locatedIn ^locatedIn', ['a'], ['z'], { places: true })).toEqual(['a p z']);
});

test('a search that is given up says up to which length its routes are all there', () => {
  const rings = Array.from({ length: 6 }, (_, i) => i).flatMap((i) =>
    [`a${i}`, `b${i}`].flatMap((from) => [`a${i + 1}`, `b${i + 1}`].map((to) => `${from}-owns-${to}`)),
  );
  const part = caseOf(rings);
  const { answer } = ask(part, { pattern: 'owns+', k: 1000 }, ['a0'], ['a6'], { looked: 60, beginnings: 1000 });
  expect(answer.complete).toBe(false);
  expect(answer.cutOff!.hops).toBe(6);
  expect(ask(part, { pattern: 'owns+', k: 1000 }, ['a0'], ['a6']).answer).toMatchObject({ complete: true, routes: { length: 32 } });
});

const word = fc.constantFrom(
  'owns',
  'contracts',
  'supplies',
  '^owns',
  '~owns',
  '^supplies',
  'any',
  '~any',
  '~supply',
  'ownership',
  '~contracts',
);
const condition = fc.constantFrom(
  '',
  '',
  '',
  '[to=company]',
  '[to=place|person]',
  '[held=2001]',
  '[certainly=2001..2002]',
  '[share>=50]',
  '[share<40, held=2002]',
  '[status=confirmed|denied|reported]',
);
const times = fc.constantFrom('', '', '', '+', '*', '?', '{2}', '{1,2}', '{0,3}', '{2,}');
const step = fc.tuple(word, condition, times).map((parts) => parts.join(''));
const randomPattern = fc
  .letrec<{ pattern: string; item: string }>((tie) => ({
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: step },
      { weight: 1, arbitrary: fc.tuple(tie('pattern'), times).map(([p, t]) => `(${p})${t}`) },
    ),
    pattern: fc.oneof(
      { depthSize: 'small' },
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((items) => items.join(' ')),
      fc.tuple(tie('item'), tie('item')).map((both) => both.join(' | ')),
    ),
  }))
  .pattern.filter((text) => patternProblem(text) === undefined);

const share = fc.option(fc.oneof(fc.constantFrom(10, 50, 75), fc.constantFrom({ min: 10, max: 60 }, { min: 50, max: 75 })), {
  nil: undefined,
});
/** Fewer parallel relationships than other tests have: every way along every chain is tried. */
const sharedPart = fc.tuple(randomPart, fc.array(share, { minLength: 18, maxLength: 18 })).map(([part, shares]) => ({
  ...part,
  relationships: part.relationships.slice(0, 18).map((r, i): Relationship => (shares[i] === undefined ? r : { ...r, share: shares[i] })),
}));

const options = fc.record({
  pattern: randomPattern,
  k: fc.integer({ min: 1, max: 30 }),
  maxHops: fc.integer({ min: 1, max: 5 }),
  filter: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Filter>({ statuses: [...statuses] }) },
    { weight: 1, arbitrary: fc.constant<Filter>({}) },
    { weight: 1, arbitrary: randomFilter },
  ),
  hub: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined, freq: 1 }),
  places: fc.boolean(),
  avoid: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...ENTITY_IDS], { maxLength: 2 }) },
  ),
});
const ends = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ENTITY_IDS.slice(0, 4)), fc.constantFrom(...ENTITY_IDS.slice(4)))
    .map(([a, b]) => [[a], [b]] as [string[], string[]]),
  fc.tuple(fc.subarray([...ENTITY_IDS], { minLength: 2, maxLength: 4 }), fc.subarray([...ENTITY_IDS], { minLength: 2, maxLength: 4 })),
);

test('routes are the first k of all that trying every way finds, in the same order, told by the same relationships', () => {
  fc.assert(
    fc.property(sharedPart, options, ends, (part, { hub, ...asked }, [from, to]) => {
      const { question, answer } = ask(part, { ...asked, ...(hub === undefined ? {} : { hub }) }, from, to);
      const all = naivePatternRoutes(part, question, from, to);
      const shown = answer.routes.map((r) => ({
        entities: r.entities,
        hops: r.hops.map((h) => ({ status: h.status, ids: h.relationships.map((x) => x.id) })),
      }));
      expect(shown).toEqual(all.slice(0, question.k));
      expect(answer.complete).toBe(all.length <= question.k);
    }),
    { numRuns: 600 },
  );
});

test('the order of the dataset changes nothing', () => {
  fc.assert(
    fc.property(sharedPart, options, ends, (part, { hub, ...asked }, [from, to]) => {
      const question = { ...asked, ...(hub === undefined ? {} : { hub }) };
      const turned = { ...part, entities: [...part.entities].reverse(), relationships: [...part.relationships].reverse() };
      expect(ask(turned, question, from, to).answer).toEqual(ask(part, question, from, to).answer);
    }),
    { numRuns: 150 },
  );
});

test('a pattern that is written again reads the same', () => {
  fc.assert(
    fc.property(randomPattern, (text) => {
      const written = writePattern(readPattern(text));
      expect(writePattern(readPattern(written))).toBe(written);
      expect(readPattern(written)).toEqual(readPattern(written.replace(/ /g, '  ')));
    }),
  );
});
