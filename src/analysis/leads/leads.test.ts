import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce, compareText, leadsQuestion, type Entity, type Relationship, type RelationshipType, type Source } from '../../model';
import { leadSteps } from './findLeads';

const SOURCES: Source[] = [
  { id: 'wire', title: 'W', publisher: 'Wire', kind: 'news' },
  { id: 'post', title: 'P', publisher: 'Post', kind: 'news', derivedFrom: ['wire'] },
  { id: 'own', title: 'O', publisher: 'Own', kind: 'news' },
];

type Tie = Partial<Relationship> & { from: string; to: string };

function find(ties: readonly (string | Tie)[], entities: readonly Partial<Entity>[] = []) {
  const relationships = ties.map((tie, i): Relationship => {
    const [from, type, to] =
      typeof tie === 'string' ? (tie.split('-') as [string, RelationshipType, string]) : [tie.from, 'owns' as const, tie.to];
    return { id: `r${i}`, type, claims: [], ...(typeof tie === 'string' ? {} : tie), from, to };
  });
  const ids = [...new Set(relationships.flatMap((r) => [r.from, r.to]))];
  const known = ids.map((id): Entity => ({ id, name: id, type: 'company', ...entities.find((e) => e.id === id) }));
  const ground = { entities: new Map(known.map((e) => [e.id, e])), relationships };
  const { leads } = atOnce(leadSteps(ground, SOURCES, leadsQuestion.parse({}), []));
  return (shape: string) => leads.filter((l) => l.shape === shape).map((l) => l.relationships.join(' '));
}

test('a stake that changed hands is told where both dates are known to the month and meet', () => {
  const sold = (end: string, start: string) =>
    find([
      { from: 'a', to: 'x', end },
      { from: 'b', to: 'x', start },
    ])('handed-over');
  expect(sold('2018-07', '2018-07')).toEqual(['r0 r1']);
  expect(sold('2018-07-10', '2018-08-05')).toEqual(['r0 r1']);
  expect(sold('2018-07', '2019-03')).toEqual([]);
  expect(sold('2018', '2018')).toEqual([]);
  expect(
    find([
      { from: 'a', to: 'x', end: '2018-07' },
      { from: 'a', to: 'x', start: '2018-07' },
    ])('handed-over'),
  ).toEqual([]);
});

test('two ventures are told that have two partners in common, not one', () => {
  const ties = ['a-partnerIn-v', 'b-partnerIn-v', 'a-owns-w', 'b-partnerIn-w', 'a-partnerIn-u', 'c-partnerIn-u'];
  expect(find(ties)('same-partners')).toEqual(['r0 r1 r2 r3']);
});

test('a supplier is told whose only customer is listed, and no other', () => {
  expect(find(['s-supplies-c', 'u-sanctions-c'])('only-listed-customer')).toEqual(['r0 r1']);
  expect(find(['s-supplies-c', 's-supplies-d', 'u-sanctions-c'])('only-listed-customer')).toEqual([]);
});

test('a party is told that is certainly younger than what it won', () => {
  const won = (founded: string, start: string) =>
    find([{ from: 'p', to: 'c', type: 'contracts', start }], [{ id: 'p', start: founded }])('younger-than-its-contract');
  expect(won('2012', '2010-05')).toEqual(['r0']);
  expect(won('2010', '2010-05')).toEqual([]);
});

test('an officer of three bodies is told, and an address of three, but not a town', () => {
  expect(find(['o-directs-a', 'o-represents-b', 'o-directs-c'])('one-for-many')).toEqual(['r0 r1 r2']);
  expect(find(['o-directs-a', 'o-directs-b'])('one-for-many')).toEqual([]);
  const seats = ['a-locatedIn-p', 'b-locatedIn-p', 'c-locatedIn-p'];
  expect(find(seats)('one-for-many')).toEqual(['r0 r1 r2']);
  expect(find([...seats, 'n-activeIn-p'])('one-for-many')).toEqual([]);
});

test('control is told that only affiliates make up', () => {
  const ties: Tie[] = [
    { from: 'h', to: 'x', share: 30 },
    { from: 'd', to: 'x', share: 25 },
    { from: 'h', to: 'd', share: 80 },
  ];
  expect(find(ties)('control-by-affiliates')).toEqual(['r0 r1 r2']);
  expect(find([{ ...ties[0]!, share: 60 }, ...ties.slice(1)])('control-by-affiliates')).toEqual([]);
  expect(find([...ties.slice(0, 2), { ...ties[2]!, share: 40 }])('control-by-affiliates')).toEqual([]);
});

test('two records of one holder are one stake, and who stands above affiliates of affiliates counts', () => {
  const twice: Tie[] = [
    { from: 'h', to: 'x', share: 30 }, { from: 'h', to: 'x', share: 28 }, { from: 'd', to: 'x', share: 15 },
    { from: 'h', to: 'd', share: 80 },
  ];
  expect(find(twice)('control-by-affiliates')).toEqual([]);
  expect(find([...twice.slice(0, 2), { from: 'd', to: 'x', share: 25 }, twice[3]!])('control-by-affiliates')).toEqual(['r0 r2 r3']);
  const chain: Tie[] = [
    { from: 'p', to: 'x', share: 20 }, { from: 'q', to: 'x', share: 35 }, { from: 'm', to: 'q', share: 60 },
    { from: 'g', to: 'm', share: 60 }, { from: 'g', to: 'p', share: 51 }, { from: 'top', to: 'g', share: 100 },
  ];
  expect(find(chain)('control-by-affiliates')).toEqual(['r0 r1 r4 r3 r2']);
  expect(find([...chain, { from: 'g', to: 'x', share: 55, indirect: true }])('control-by-affiliates')).toEqual(['r0 r1 r4 r3 r2']);
});

test('a tie is told that several publishers affirm who copy one, and no other', () => {
  const said = (...ids: string[]) =>
    find([{ from: 'a', to: 'b', claims: ids.map((source) => ({ source, stance: 'asserts' as const })) }])('copied-sources');
  expect(said('wire', 'post')).toEqual(['r0']);
  expect(said('post')).toEqual([]);
  expect(said('post', 'own')).toEqual([]);
});

const few = fc.constantFrom('a', 'b', 'c', 'd');
const stakes = fc.array(
  fc.record({
    from: few, to: fc.constantFrom('v', 'w', 'x'), start: fc.constantFrom('2018-05', '2018-07-10', '2018', '2019-01'),
    end: fc.constantFrom('2018-06', '2018-07-01', '2018-12-20', '..'), type: fc.constantFrom('owns' as const, 'partnerIn' as const),
  }),
  { maxLength: 14 },
);

test('ventures with the same partners are those that a look at every pair finds', () => {
  fc.assert(
    fc.property(stakes, (ties) => {
      const partners = (venture: string) => new Set(ties.filter((r) => r.to === venture).map((r) => r.from));
      const pairs = [['v', 'w'], ['v', 'x'], ['w', 'x']] as const;
      const expected = pairs.filter(([a, b]) => [...partners(a)].filter((id) => partners(b).has(id)).length >= 2);
      const said = find(ties)('same-partners').map((ids) => [...new Set(ids.split(' ').map((id) => ties[Number(id.slice(1))]!.to))].sort());
      expect(said.map(String).sort(compareText)).toEqual(expected.map(String).sort(compareText));
    }),
  );
});

test('stakes that changed hands are those that a look at every pair of stakes finds', () => {
  fc.assert(
    fc.property(stakes, (ties) => {
      const alone = (a: number, b: number) => find([ties[a]!, ties[b]!])('handed-over');
      const pairs = ties.flatMap((_, a) => ties.flatMap((__, b) => (a < b && ties[a]!.to === ties[b]!.to ? [[a, b] as const] : [])));
      const expected = pairs.flatMap(([a, b]) => alone(a, b).map((ids) => ids.replace('r0', `r(${a})`).replace('r1', `r(${b})`)));
      const plain = expected.map((ids) => ids.replace(/[()]/g, ''));
      expect(find(ties)('handed-over').sort(compareText)).toEqual(plain.sort(compareText));
    }),
  );
});

test('a step is never longer than some hundreds of relationships', () => {
  const n = 30_000;
  const relationships = Array.from({ length: n }, (_, i): Relationship => ({
    id: `r${i}`, type: 'owns', from: `h${i % 50}`, to: `x${i % 7}`, share: 1, start: '2018-05', end: '2018-05-20', claims: [],
  }));
  const ids = new Set(relationships.flatMap((r) => [r.from, r.to]));
  const entities = new Map([...ids].map((id) => [id, { id, type: 'company' as const }]));
  const steps = [...leadSteps({ entities, relationships }, [], leadsQuestion.parse({}), [])].length;
  expect(steps).toBeGreaterThan(n / 100);
});

test('rules whose ids another has already are refused', () => {
  const rule = { title: 'T', rule: 'R', innocent: 'I', from: { ids: ['a'] }, to: { ids: ['b'] }, pattern: 'owns' };
  const asked = (...ids: string[]) =>
    leadsQuestion.safeParse({ rules: ids.map((id) => ({ ...rule, id })) }).error?.issues.map((i) => i.path);
  expect(asked('mine', 'other')).toBeUndefined();
  expect(asked('mine', 'mine')).toEqual([['rules', 1, 'id']]);
  expect(asked('handed-over')).toEqual([['rules', 0, 'id']]);
});

test('what ended shortly before a listing is told, not what ended long before or after', () => {
  const ended = (end: string) =>
    find([
      { from: 's', to: 'c', type: 'supplies', end },
      { from: 'u', to: 'c', type: 'sanctions', start: '2017-11-21' },
    ])('ended-before-listing');
  expect(ended('2017-08-31')).toEqual(['r0 r1']);
  expect(ended('2016-08-31')).toEqual([]);
  expect(ended('2018-01-01')).toEqual([]);
});

test('circles of owners are found wherever there are any, each once, and none is made up', () => {
  const edge = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 12 }), (edges) => {
      const circles = find(edges.map(([from, to]) => ({ from, to })))('circle-of-owners');
      const ends = (id: string) => edges[Number(id.slice(1))]!;
      for (const circle of circles) {
        const ids = circle.split(' ');
        ids.forEach((id, i) => expect(ends(id)[1]).toBe(ends(ids[(i + 1) % ids.length]!)[0]));
        expect(new Set(ids.map((id) => ends(id)[0])).size).toBe(ids.length);
      }
      expect(new Set(circles).size).toBe(circles.length);
      expect(circles.length > 0).toBe(hasCircle(edges));
    }),
  );
});

/** Takes away who holds nothing that is left, or is held by nobody, until nothing changes. */
function hasCircle(all: readonly (readonly [string, string])[]): boolean {
  let edges = all.filter(([from, to]) => from !== to);
  for (;;) {
    const left = edges.filter(([, to]) => edges.some(([from]) => from === to));
    if (left.length === edges.length) return edges.length > 0;
    edges = left;
  }
}
