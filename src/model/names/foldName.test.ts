import { describe, expect, test } from 'vitest';
import { foldName, isCommonWord, nameKey } from './foldName';
import { foldText } from './foldText';
import { soundOf } from './soundOf';

const words = (name: string) => foldName(name).words.join(' ');
const forms = (name: string) => [...foldName(name).forms];

describe('a name as it is compared', () => {
  test.each([
    ['Huawei Technologies Co., Ltd.', 'huawei technology'],
    ['华为技术有限公司', 'huawei technology'],
    ['ОАО «Газпром»', 'gazprom'],
    ['Газпром ОАО', 'gazprom'],
    ['PJSC Gazprom', 'gazprom'],
    ['Публичное акционерное общество "Газпром"', 'gazprom'],
    ['株式会社東芝', 'dongzhi'],
    ['㈱東芝', 'dongzhi'],
    ['Orascom Telecom Holding S.A.E.', 'orascom telecom holding'],
    ['Ромашка, ООО', 'romashka'],
    ['OOO Romashka', 'romashka'],
    ['Müller GmbH & Co. KG', 'muller'],
    ['Acme Sp. z o.o.', 'acme'],
    ['Nanjing Panda Electronics Company Limited', 'nanjing panda electronics'],
    ['삼성전자 주식회사', 'samseong electronics'],
  ])('%s reads %s', (name, folded) => {
    expect(words(name)).toBe(folded);
  });

  test('the kind of legal form is remembered, and "Co., Ltd." goes with any', () => {
    expect(forms('Alpha GmbH')).toEqual(['limited']);
    expect(forms('Alpha AG')).toEqual(['stock']);
    expect(forms('Alpha Co., Ltd.')).toEqual(['any']);
    expect(forms('华为技术有限公司')).toEqual(['limited']);
    expect(forms('Alpha')).toEqual([]);
  });

  test('a name that is nothing but a legal form, or letters of an alphabet it lacks, keeps what it has', () => {
    expect(words('Limited')).toBe('limited');
    expect(words('有限公司')).not.toBe('');
    expect(words('S.A.')).toBe('sa');
    expect(words('')).toBe('');
    expect(words('!!!')).toBe('');
  });

  test('a legal form is no such thing in the middle of a name', () => {
    expect(words('Bank of SA Traders')).toContain('sa');
  });

  test('the key ignores spaces and common words count as common', () => {
    expect(nameKey('Koryo Link')).toBe(nameKey('KORYOLINK'));
    expect(isCommonWord('group')).toBe(true);
    expect(isCommonWord('nanjing')).toBe(false);
  });
});

describe('a text as it is compared', () => {
  test('marks, case, apostrophes and spaces fall away, and sounds of one transliteration are those of another', () => {
    expect(foldText('Корайолинк')).toBe('korayolink');
    expect(foldText(" O'Reilly  &  Söhne ")).toBe('oreilly sohne');
    expect(soundOf('goryeo')).toBe(soundOf('koryo'));
  });
});
