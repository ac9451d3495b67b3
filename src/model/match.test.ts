import { describe, expect, test } from 'vitest';
import { relationship as relationshipSchema } from './dataset';
import { source as sourceSchema } from './claim';
import { acceptedMatch, matchProposal, probableMatchSentence, restsOnProbableMatch, sameAsId, type MatchProposal } from './match';
import type { Hop, HopRelationship } from './question';
import { statusOf, type Status } from './status';

const proposal: MatchProposal = {
  a: 'huawei',
  b: 'huawei-owners',
  score: 0.86,
  certainty: 'probable',
  reasons: [
    { kind: 'name', weight: 5, sentence: 'The names are the same: “Huawei”.' },
    { kind: 'date', weight: -1, sentence: 'Founded 1987 and 1988.' },
  ],
};
const tie = (id: string, type: HopRelationship['type'], status: Status): HopRelationship => ({
  id, type, from: 'x', to: 'y', status, forward: true, sources: 1, publishers: [],
});
const hop = (...relationships: HopRelationship[]): Hop => ({ from: 'x', to: 'y', relationships, status: relationships[0]!.status });

describe('an accepted match', () => {
  test('is a sameAs that the schemas admit, with the reasons as its statement', () => {
    const { relationship, source } = acceptedMatch(proposal, { on: '2026-11-24' });
    expect(relationshipSchema.parse(relationship)).toEqual(relationship);
    expect(sourceSchema.parse(source)).toEqual(source);
    expect(relationship).toMatchObject({
      type: 'sameAs', from: 'huawei', to: 'huawei-owners', properties: { score: 0.86, decidedBy: 'user' },
    });
    expect(relationship.claims).toEqual([{
      source: source.id, stance: 'alleges', statement: 'The names are the same: “Huawei”. Founded 1987 and 1988.', made: '2026-11-24',
      credibility: 3,
    }]);
    expect(source).toMatchObject({ title: 'Match accepted by the user of this chart', kind: 'statement', published: '2026-11-24' });
  });

  test('is alleged where it is merely probable and reported where it counts as certain', () => {
    const statusAs = (as: 'certain' | 'probable') => {
      const { relationship, source } = acceptedMatch(proposal, { on: '2026-11-24', as });
      return statusOf(relationship.claims, (id) => (id === source.id ? source : undefined));
    };
    expect(statusAs('probable')).toBe('alleged');
    expect(statusAs('certain')).toBe('reported');
  });

  test('has the same ids whenever and whichever way round it is accepted, within the length of an id', () => {
    expect(acceptedMatch(proposal, { on: '2026-11-24' })).toEqual(acceptedMatch(structuredClone(proposal), { on: '2026-11-24' }));
    expect(sameAsId('a', 'b')).toBe(sameAsId('b', 'a'));
    expect(sameAsId('a-b', 'c')).not.toBe(sameAsId('a', 'b-c'));
    const long = 'x'.repeat(199);
    expect(sameAsId(`${long}1`, long).length).toBeLessThanOrEqual(200);
    expect(sameAsId(`${long}1`, long)).not.toBe(sameAsId(`${long}2`, long));
  });

  test('a proposal from elsewhere is checked', () => {
    expect(matchProposal.safeParse(proposal).success).toBe(true);
    expect(matchProposal.safeParse({ ...proposal, score: 1.2 }).success).toBe(false);
    expect(matchProposal.safeParse({ ...proposal, reasons: [{ kind: 'hunch', weight: 1, sentence: 'So it seems.' }] }).success).toBe(false);
  });
});

describe('a route that takes two for one', () => {
  const accepted = acceptedMatch(proposal, { on: '2026-11-24' }).relationship;
  const others = [{ ...accepted, id: 'unconcerned' }];

  test('rests on a probable match, and says so with its score', () => {
    const route = { hops: [hop(tie('own-1', 'owns', 'confirmed')), hop(tie(accepted.id, 'sameAs', 'alleged'))] };
    const matches = restsOnProbableMatch(route, [...others, accepted]);
    expect(matches).toEqual([accepted]);
    expect(restsOnProbableMatch(route.hops[1]!, [accepted])).toEqual([accepted]);
    expect(probableMatchSentence(matches[0]!, (id) => (id === 'huawei' ? 'Huawei' : '华为'))).toBe(
      'This route takes Huawei and 华为 for one: a probable match (score 0.86), not a certain one.',
    );
    expect(probableMatchSentence(matches[0]!, () => 'Huawei')).toContain('Huawei (huawei) and Huawei (huawei-owners)');
  });

  test('does not rest on a match that is certain, or beside which another relationship makes the hop', () => {
    expect(restsOnProbableMatch(hop(tie(accepted.id, 'sameAs', 'reported')), [accepted])).toEqual([]);
    expect(restsOnProbableMatch(hop(tie('own-1', 'owns', 'confirmed'), tie(accepted.id, 'sameAs', 'alleged')), [accepted])).toEqual([]);
  });

  test('rests on a disputed match all the more', () => {
    expect(restsOnProbableMatch(hop(tie(accepted.id, 'sameAs', 'disputed')), [accepted])).toEqual([accepted]);
  });
});
