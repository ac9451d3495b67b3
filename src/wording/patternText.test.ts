import { expect, test } from 'vitest';
import { readPattern } from '../model';
import { endsText, patternSentence } from './patternText';

const said = (pattern: string) => patternSentence(readPattern(pattern), 'A', 'B').replace('From A to B: ', '');

test('a pattern reads as the sentence that it asks', () => {
  expect(patternSentence(readPattern('owns'), 'Huawei', 'Koryolink')).toBe('From Huawei to Koryolink: a step that owns.');
  expect(said('(owns|controls)+ ^partnerIn supplies?')).toBe(
    'a step that owns or that controls, once or more; then a step that has as a partner; then perhaps a step that supplies.',
  );
  expect(said('~any[to=jointVenture] owns{2}')).toBe('a step by any relationship, to a joint venture; then a step that owns, 2 times.');
  expect(said('ownership[share>=50, held=2009]{2,}')).toBe(
    'a step by a relationship of ownership along its arrow (with a share of at least 50 %, held as of 2009), 2 times or more.',
  );
  expect(said('(owns supplies) | pays')).toBe('either a step that owns; then a step that supplies, or a step that pays.');
});

test('ends are named, or said by their type and country', () => {
  expect(endsText({ ids: ['a', 'b'] }, (id) => id.toUpperCase())).toBe('A or B');
  expect(endsText({ entityTypes: ['company', 'jointVenture'], jurisdiction: 'CN' }, (id) => id)).toBe('any company or joint venture of CN');
});
