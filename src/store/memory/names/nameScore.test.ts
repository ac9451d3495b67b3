import { describe, expect, test } from 'vitest';
import { foldText } from '../../../model';
import { nameScore } from './nameScore';

const score = (query: string, name: string) => nameScore(foldText(query), foldText(name));

describe('how well a name answers a query', () => {
  test('the very name is 1 in any case, script and spacing', () => {
    expect(score('KORYOLINK', 'Koryolink')).toBe(1);
    expect(score('koryo link', 'Koryolink')).toBe(1);
    expect(score('huawei', '华为')).toBe(1);
    expect(score('orascom', 'Orascóm')).toBe(1);
    expect(score('Z.T.E.', 'ZTE')).toBe(1);
  });

  test('whole words stand above begun ones, those above misspelt ones, those above missing ones', () => {
    const whole = score('panda', 'Panda Electronics Group');
    const begun = score('pand', 'Panda Electronics Group');
    const misspelt = score('pamda', 'Panda Electronics Group');
    const missing = score('panda bamboo', 'Panda Electronics Group');
    expect(whole).toBeGreaterThanOrEqual(0.8);
    expect([whole, begun, misspelt, missing]).toEqual([whole, begun, misspelt, missing].sort((a, b) => b - a));
    expect(new Set([whole, begun, misspelt, missing]).size).toBe(4);
    expect(score('bamboo', 'Panda Electronics Group')).toBe(0);
  });

  test('of two names with the same word the one with less besides it stands higher', () => {
    expect(score('unicom', 'China Unicom')).toBeGreaterThan(score('unicom', 'China United Unicom Group Limited'));
  });

  test('short words must be right, longer ones may have one or two mistakes', () => {
    expect(score('otm', 'OTH')).toBe(0);
    expect(score('huwaei', 'Huawei')).toBeGreaterThan(0);
    expect(score('корайолинк', 'Koryolink')).toBeGreaterThan(0);
    expect(score('hxxaxi', 'Huawei')).toBe(0);
  });
});
