import { describe, expect, test } from 'vitest';
import type { DatasetPart, Holding, OwnershipAnswer, Proof, Relationship } from '../../model';
import { detailFor } from '../geometry';
import { layoutLayered } from '../layout';
import { buildScene } from '../scene/index';
import { countOverlaps } from '../geometry';
import { countedIn, ownershipPicture, proofRecords } from './ownershipPicture';

const stake = (from: string, to: string, min: number, max = min): [Relationship, Holding] => [
  { id: `${from}-${to}`, type: 'owns', from, to, claims: [], ...(min === max ? { share: min } : {}) },
  {
    holder: from, held: to, share: { min, max }, recorded: { min: min === max ? min : 0, max: min === max ? max : 100 }, indirect: false,
    relationships: [`${from}-${to}`],
  },
];
function asked(
  entity: string, stakes: [Relationship, Holding][], more: Partial<OwnershipAnswer> = {},
): { part: DatasetPart; answer: OwnershipAnswer } {
  const ids = [...new Set(stakes.flatMap(([r]) => [r.from, r.to]))];
  const holdings = stakes.map(([, h]) => h);
  return {
    part: {
      entities: ids.map((id) => ({ id, type: 'company', name: id.toUpperCase() })), relationships: stakes.map(([r]) => r), sources: [],
    },
    answer: {
      entity, direct: holdings.filter((h) => h.held === entity), holdings, effective: [], ultimate: [], over100: false, over100Above: [],
      ...more,
    },
  };
}
/** Holders on several layers, one of them on two, one unknown, and a circle. */
const chain = asked(
  'x',
  [stake('a', 'x', 60), stake('b', 'x', 0, 40), stake('p', 'a', 100), stake('p', 'b', 50), stake('q', 'b', 50), stake('a', 'q', 10)],
  {
    effective: [
      {
        holder: 'p', share: { min: 60, max: 80 },
        chains: [
          ['p', 'a', 'x'], ['p', 'b', 'x'],
        ],
      },
      { holder: 'a', share: { min: 60, max: 60 }, chains: [['a', 'x']] },
    ],
    ultimate: [{ holder: 'p', share: { min: 60, max: 80 } }],
  },
);
const circle = asked('x', [stake('a', 'x', 60), stake('b', 'a', 30), stake('a', 'b', 30)]);

describe('the proof of an ownership, drawn', () => {
  test('a line for each stake, with what the others leave where no share is recorded', () => {
    const { part } = ownershipPicture(chain.part, chain.answer);
    expect(part.relationships.find((r) => r.id === 'b-x')!.share).toEqual({ min: 0, max: 40 });
    expect(part.relationships.find((r) => r.id === 'a-x')!.share).toBe(60);
  });

  test('what the others leave nothing of stays as it is recorded: unknown is never drawn as zero', () => {
    const none = asked('x', [stake('a', 'x', 100), stake('b', 'x', 0, 0)]);
    const [, b] = ownershipPicture(
      {
        ...none.part,
        relationships: none.part.relationships.map((r) => (r.from === 'b' ? { ...r, share: undefined } : r)) as Relationship[],
      },
      none.answer,
    ).part.relationships;
    expect(b!.share).toBeUndefined();
  });

  test('the shares in effect of ultimate owners come as computed lines, others say their share themselves', () => {
    const { part, derived } = ownershipPicture(chain.part, chain.answer);
    const lines = part.relationships.filter((r) => derived.has(r.id));
    expect(lines.map((r) => [r.from, r.to, r.share])).toEqual([['p', 'x', { min: 60, max: 80 }]]);
    expect(derived.get(lines[0]!.id)!.sentence).toBe('P has 60–80 % of X in effect, through 2 chains.');
  });

  test('an owner whom others certainly leave nothing through others has no computed line', () => {
    const nothing = { ...chain.answer, effective: chain.answer.effective.map((e) => ({ ...e, share: { min: 0, max: 0 } })) };
    expect(ownershipPicture(chain.part, nothing).derived.size).toBe(0);
  });

  test('where holdings run in a circle, the entity is drawn once more, marked, and stands for itself', () => {
    const { part, derived } = ownershipPicture(circle.part, circle.answer);
    const again = part.entities.filter((e) => derived.has(e.id));
    expect(again.map((e) => [e.name, derived.get(e.id)!.standsFor])).toEqual([['A (shown already)', { kind: 'entity', id: 'a' }]]);
    expect(part.relationships.find((r) => r.id === 'a-b')!.from).toBe(again[0]!.id);
  });

  test.each([
    ['several layers', chain], ['a circle', circle],
  ])('laid out with %s, no box covers another and every owner stands above what it holds', (_, { part, answer }) => {
    const picture = ownershipPicture(part, answer);
    const positions = layoutLayered({ part: picture.part, detail: detailFor(picture.part.entities.length), aspect: 1.5 });
    const { boxes, lines } = buildScene({ part: picture.part, positions, derived: picture.derived });
    expect(countOverlaps(boxes)).toBe(0);
    for (const line of lines) expect(positions.get(line.from)!.y, `${line.from} above ${line.to}`).toBeLessThan(positions.get(line.to)!.y);
    expect(lines.filter((l) => l.computed).every((l) => l.standsFor && l.mark)).toBe(true);
  });

  test('the highlighter runs under what counts, and nowhere where nothing does', () => {
    const proof = (counts: Proof['counts']): Proof => ({
      entity: 'x', counts, aggregate: { min: 60, max: 60 },
      holders: [{
        share: { min: 60, max: 60 }, relationships: ['a-x'],
        proof: { entity: 'a', counts: 'listed', aggregate: { min: 100, max: 100 }, holders: [] },
      }],
    });
    const with50 = (answer: 'yes' | 'no') => ({
      ...chain.answer, listed: { answer, aggregate: { min: 60, max: 60 }, proof: proof(answer) },
    });
    expect(countedIn(with50('yes'))).toEqual({ entities: ['x', 'a'], relationships: ['a-x'] });
    expect(countedIn(with50('no'))).toBeUndefined();
    expect(countedIn(chain.answer)).toBeUndefined();
  });

  test('a snapshot of it holds the records that the answer names and no others', () => {
    const more = {
      ...chain.part, entities: [...chain.part.entities, { id: 'z', type: 'company' as const, name: 'Z' }],
      sources: [{ id: 's', title: 'T', publisher: 'P', kind: 'news' as const }],
    };
    const { entities, relationships, sources } = proofRecords(more, chain.answer);
    expect(entities.map((e) => e.id)).not.toContain('z');
    expect(relationships).toHaveLength(6);
    expect(sources).toEqual([]);
  });
});
