import { describe, expect, it } from 'vitest';
import type { Entity, Relationship, Source } from '../../model';
import { tiesOf, type Tie } from './tiesOf';

const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((x) => [x.id, x]));
const entities: Entity[] = ['cheo', 'orascom', 'kptc', 'koryolink', 'zte'].map((id) => ({ id, name: id.toUpperCase(), type: 'company' }));
const sources: Source[] = [{ id: 'filing', title: 'Annual report', publisher: 'OTMT', kind: 'filing' }, { id: 'news', title: 'Story', publisher: 'Post', kind: 'news' }];
const tie = (id: string, type: Relationship['type'], from: string, to: string, rest: Partial<Relationship> = {}): Relationship => ({ id, type, from, to, claims: [{ source: 'filing', stance: 'asserts' }], ...rest });
const records = (relationships: Relationship[]) => ({ entities: byId(entities), relationships: byId(relationships), sources: byId(sources) });
const ids = (ties: readonly Tie[]) => ties.map((t) => t.relationship.id);

describe('the ties of an entity', () => {
  it('put stakes apart, the largest share first and unknown ones last', () => {
    const { stakesIn, stakesOut, groups } = tiesOf('cheo', records([
      tie('k', 'owns', 'kptc', 'cheo', { share: 25 }),
      tie('o', 'owns', 'orascom', 'cheo', { share: { min: 70, max: 75 } }),
      tie('z', 'partnerIn', 'zte', 'cheo'),
      tie('n', 'owns', 'cheo', 'koryolink'),
    ]));
    expect(ids(stakesIn)).toEqual(['o', 'k', 'z']);
    expect(ids(stakesOut)).toEqual(['n']);
    expect(groups).toEqual([]);
  });

  it('group the rest by type and way, and one without an arrow only once', () => {
    const { groups } = tiesOf('cheo', records([
      tie('a', 'supplies', 'zte', 'cheo'),
      tie('b', 'supplies', 'cheo', 'koryolink'),
      tie('c', 'contracts', 'kptc', 'cheo'),
      tie('d', 'contracts', 'cheo', 'orascom'),
    ]));
    expect(groups.map((g) => [g.type, g.forward, ids(g.ties)])).toEqual([['supplies', true, ['b']], ['supplies', false, ['a']], ['contracts', true, ['c', 'd']]]);
  });

  it('reckon status and sources without what is set aside', () => {
    const claims: Relationship['claims'] = [{ source: 'filing', stance: 'asserts' }, { source: 'news', stance: 'denies' }];
    const of = (without: string[]) => tiesOf('cheo', records([tie('a', 'supplies', 'zte', 'cheo', { claims })]), without).groups[0]!.ties[0]!;
    expect([of([]).status, of([]).sources]).toEqual(['disputed', 2]);
    expect([of(['news']).status, of(['news']).sources]).toEqual(['confirmed', 1]);
    expect([of(['filing']).status, of(['filing']).sources]).toEqual(['denied', 1]);
  });
});
