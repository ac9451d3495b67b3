import { describe, expect, test } from 'vitest';
import type { DatasetPart, OwnershipAnswer } from '../../model';
import { ownershipBrief } from './ownershipBrief';
import { boundsPhrase } from '../../wording';

const part: DatasetPart = {
  entities: [
    { id: 'x', type: 'company', name: 'X_1' }, { id: 'a', type: 'company', name: 'A' }, { id: 'l', type: 'person', name: 'L' },
  ],
  relationships: [
    { id: 'a-x', type: 'owns', from: 'a', to: 'x', share: 60, claims: [{ source: 's', stance: 'asserts' }] },
    { id: 'l-a', type: 'owns', from: 'l', to: 'a', claims: [{ source: 't', stance: 'alleges' }] },
  ],
  sources: [
    { id: 's', title: 'Filing', publisher: 'Registry', kind: 'registry' }, { id: 't', title: 'Story', publisher: 'Times', kind: 'news' },
  ],
};
const ax = { holder: 'a', held: 'x', share: { min: 60, max: 60 }, recorded: { min: 60, max: 60 }, indirect: false, relationships: ['a-x'] };
const la = { holder: 'l', held: 'a', share: { min: 0, max: 100 }, recorded: { min: 0, max: 100 }, indirect: false, relationships: ['l-a'] };
const answer: OwnershipAnswer = {
  entity: 'x', asOf: { from: '2009', to: '2009' }, direct: [ax], holdings: [ax, la],
  effective: [
    { holder: 'a', share: { min: 60, max: 60 }, chains: [['a', 'x']] },
    { holder: 'l', share: { min: 0, max: 60 }, chains: [['l', 'a', 'x']] },
  ],
  ultimate: [{ holder: 'l', share: { min: 0, max: 60 } }], over100: false, over100Above: ['a'],
  listed: {
    answer: 'undetermined', aggregate: { min: 0, max: 60 },
    proof: {
      entity: 'x', counts: 'undetermined', aggregate: { min: 0, max: 60 },
      holders: [{
        share: { min: 60, max: 60 }, relationships: ['a-x'],
        proof: {
          entity: 'a', counts: 'undetermined', aggregate: { min: 0, max: 100 },
          holders: [{
            share: { min: 0, max: 100 }, relationships: ['l-a'],
            proof: { entity: 'l', counts: 'listed', aggregate: { min: 100, max: 100 }, holders: [] },
          }],
        },
      }],
    },
  },
};
const brief = ownershipBrief({
  title: 'Who owns X_1', origin: 'A case', part, question: { entity: 'x', asOf: { from: '2009', to: '2009' }, listed: ['l'], filter: {} },
  answer,
}).replaceAll('\u00a0', ' ');

describe('a brief on owners', () => {
  test('names the date and filter under which it holds, and says that control does not count', () => {
    expect(brief).toContain('Who owns **X\\_1** as of 2009?');
    expect(brief).toContain('as of 2009; every status but denied');
    expect(brief).toContain('control without a share does not count');
  });

  test('tells shares through chains with bounds, and never an unknown share as zero', () => {
    expect(brief).toContain('**L** has 0–60 % of **X\\_1**, through one chain.');
    expect(brief).toContain('**L** → 0–100 % (unknown) of **A** → 60 % of **X\\_1**');
    expect(boundsPhrase({ min: 0, max: 100 })).toContain('unknown');
  });

  test('prints the proof as sentences with footnotes, owners beneath what they hold', () => {
    expect(brief).toContain([
      '- **X\\_1** may or may not count as held (0–60 % in aggregate).',
      '  - 60 % of **X\\_1** is held by **A**[^1], which may or may not count as held (0–100 % (unknown) in aggregate).',
      '    - 0–100 % (unknown) of **A** is held by **L**[^2], which is listed.',
    ].join('\n'));
    expect(brief).toContain('Undetermined: with L listed');
    expect(brief).toContain('[^2]: Times, “Story”.');
  });

  test('flags where claims clash', () => {
    expect(brief).toContain('> The holders of **A** have more than 100 % together');
  });
});
