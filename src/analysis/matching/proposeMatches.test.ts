import { describe, expect, test } from 'vitest';
import type { Entity, MatchProposal } from '../../model';
import { qualityOf } from './bench';
import { MOST_COMPARED } from './blocks';
import { makeMatchCase } from '../testing/makeMatchCase';
import { proposeMatches, matchSteps } from './proposeMatches';

const company = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({ id, type: 'company', name, ...more });
const person = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({ id, type: 'person', name, ...more });
const pair = (a: Entity, b: Entity): MatchProposal | undefined => proposeMatches([a], [b]).proposals[0];
const evenIfUnlikely = (a: Entity, b: Entity) => proposeMatches([a], [b], { threshold: 0 }).proposals[0];
const said = (proposal: MatchProposal | undefined) => proposal?.reasons.map((r) => r.sentence).join(' ');
const LEI = { scheme: 'LEI', value: '5493001KJTIIGC8Y1R12' };

describe('companies under two names', () => {
  test.each([
    ['华为技术有限公司', 'Huawei Technologies Co., Ltd.'],
    ['Газпром ОАО', 'PJSC Gazprom'],
    ['Публичное акционерное общество «Газпром»', 'Gazprom PJSC'],
    ['Orascom Telecom Holding S.A.E.', 'ORASCOM TELECOM HOLDING SAE'],
    ['Koryolink', 'Koryo Link'],
    ['Orascom Telecom Holding', 'Orascon Telecom Holdings'],
    ['Müller Maschinenbau GmbH', 'Mueller Maschinenbau Gesellschaft mit beschränkter Haftung'],
    ['Cheo Technology JV Company', 'CHEO Technologies JV Co.'],
  ])('%s and %s are proposed', (a, b) => {
    expect(pair(company('a', a), company('b', b))).toMatchObject({ a: 'a', b: 'b', certainty: 'probable' });
  });

  test.each([
    ['Panda Electronics Group Co Ltd', 'Nanjing Panda Electronics Company Limited'],
    ['Alpha Trading LLC', 'Alpha Construction LLC'],
    ['Huawei Technologies', 'Huawei Technologies (Netherlands) B.V.'],
    ['Fund 1 LP', 'Fund 2 LP'],
    ['International Trading Company', 'International Shipping Company'],
    ['Orascom Telecom Holding', 'Orascom Construction Industries'],
  ])('%s and %s are not', (a, b) => {
    expect(pair(company('a', a), company('b', b))).toBeUndefined();
  });

  test('a place before the name keeps them apart however many firms of that place there are', () => {
    const ofNanjing = Array.from({ length: 400 }, (_, i) =>
      company(`n${i}`, `Nanjing ${String.fromCharCode(97 + (i % 26)).repeat(4)}${i} Works`),
    );
    const { proposals } = proposeMatches(
      [company('panda', 'Panda Electronics Group Co Ltd', { jurisdiction: 'CN' }), ...ofNanjing],
      [company('np', 'Nanjing Panda Electronics Company Limited', { jurisdiction: 'CN' })],
    );
    expect(proposals).toEqual([]);
  });

  test('the reason is worded for a reader', () => {
    expect(said(pair(company('a', 'Panda Electronics Co Ltd'), company('b', 'Panda Electronics LLC')))).toBe(
      'The names are the same but for the legal form: “Panda Electronics Co Ltd”, “Panda Electronics LLC”.',
    );
    expect(said(pair(company('a', '华为技术有限公司'), company('b', 'Huawei Technologies Co., Ltd.')))).toContain(
      'the same in Latin letters, with common words translated, but for the legal form',
    );
    expect(said(pair(company('a', 'Koryolink'), company('b', 'CHEO', { aliases: ['Koryolink'] })))).toBe(
      'Both are also known as “Koryolink”.',
    );
  });

  test('legal forms of two kinds weigh against, one kind in two languages does not', () => {
    const two = pair(company('a', 'Alpha GmbH'), company('b', 'Alpha AG'))!;
    expect(two.reasons).toContainEqual({
      kind: 'name', weight: -1, sentence: 'Their legal forms are of two kinds: limited company and stock company.',
    });
    expect(pair(company('a', 'Alpha Foundation'), company('b', 'Alpha Co., Ltd.'))).toBeUndefined();
    expect(two.score).toBeLessThan(pair(company('a', 'Alpha GmbH'), company('b', 'Alpha LLC'))!.score);
  });

  test('jurisdictions and founding years weigh for and against', () => {
    const alone = pair(company('a', 'Koryolink'), company('b', 'Koryolink'))!.score;
    expect(
      pair(
        company('a', 'Koryolink', { jurisdiction: 'KP', start: '2008-12-15' }),
        company('b', 'Koryolink', { jurisdiction: 'KP', start: '2008-12-15' }),
      )!.score,
    ).toBeGreaterThan(alone);
    const against = evenIfUnlikely(
      company('a', 'Koryolink', { jurisdiction: 'KP', start: '2008' }), company('b', 'Koryolink', { jurisdiction: 'EG', start: '1999' }),
    )!;
    expect(against.score).toBeLessThan(alone);
    expect(said(against)).toContain('Founded 2008 and 1999.');
    expect(said(against)).toContain('One is of KP, the other of EG.');
  });

  test('a person and a company of one name are not taken for one, unless the type was a guess', () => {
    expect(pair(company('a', 'Naguib Sawiris'), person('b', 'Naguib Sawiris'))).toBeUndefined();
    expect(said(evenIfUnlikely(company('a', 'Naguib Sawiris'), person('b', 'Naguib Sawiris')))).toContain(
      'One is a company, the other a person.',
    );
    expect(pair(company('a', 'Naguib Sawiris', { properties: { typeUnknown: true } }), person('b', 'Naguib Sawiris'))).toBeDefined();
  });
});

describe('people under two names', () => {
  test.each([
    ['John Smith', 'Smith, John'],
    ['Иван Петрович Сидоров', 'Sidorov Ivan'],
    ['Sergei Ivanov', 'Sergey IVANOV'],
    ['Mr. Naguib Sawiris', 'Naguib Sawirs'],
    ['Abdullah bin Khalid al-Thani', 'Abdullah Khalid Al Thani'],
  ])('%s and %s are proposed', (a, b) => {
    expect(pair(person('a', a), person('b', b))).toMatchObject({ certainty: 'probable' });
  });

  test.each([
    ['Ivan Petrovich Sidorov', 'Ivan Sergeevich Sidorov'],
    ['John Smith', 'Jane Smith'],
    ['John Smith', 'J. Smith'],
    ['John', 'John Smith'],
    ['J. S.', 'John Smith'],
  ])('%s and %s are not, on the name alone', (a, b) => {
    expect(pair(person('a', a), person('b', b))).toBeUndefined();
  });

  test('an initial is enough where the birthday is the same', () => {
    expect(
      pair(person('a', 'John Smith', { start: '1970-03-04' }), person('b', 'J. Smith', { start: '1970-03-04' }))!.score,
    ).toBeGreaterThan(0.9);
  });

  test('a namesake with another birth date is not proposed, and why is said', () => {
    const [a, b] = [person('a', 'John Smith', { start: '1970-03-04' }), person('b', 'John Smith', { start: '1981-01-02' })];
    expect(pair(a, b)).toBeUndefined();
    expect(evenIfUnlikely(a, b)!.reasons[0]).toEqual({ kind: 'date', weight: -7, sentence: 'Born 1970-03-04 and 1981-01-02.' });
  });

  test('a year and a day in it are no contradiction', () => {
    expect(pair(person('a', 'John Smith', { start: '1970-03-04' }), person('b', 'John Smith', { start: '1970' }))!.score).toBeGreaterThan(
      pair(person('a', 'John Smith'), person('b', 'John Smith'))!.score,
    );
  });
});

describe('identifiers', () => {
  test('the same LEI makes it certain, whatever the script of the name', () => {
    const proposal = pair(
      company('a', '熊猫电子', { identifiers: [LEI] }),
      company('b', 'Panda', { identifiers: [{ scheme: 'LEI', value: '5493-001k jtiigc8y1r12' }] }),
    );
    expect(proposal).toMatchObject({ certainty: 'certain' });
    expect(said(proposal)).toBe('Both have the LEI 5493001KJTIIGC8Y1R12.');
  });

  test('the same LEI is merely probable where something speaks against', () => {
    const proposal = pair(
      company('a', 'Panda', { identifiers: [LEI], start: '2008' }), company('b', 'Panda', { identifiers: [LEI], start: '1999' }),
    );
    expect(proposal).toMatchObject({ certainty: 'probable' });
    expect(pair(company('a', 'Panda', { identifiers: [LEI] }), company('b', 'Wholly Other', { identifiers: [LEI] }))).toMatchObject({
      certainty: 'probable',
    });
  });

  test('two LEIs speak against one name', () => {
    const other = { scheme: 'LEI', value: '213800WAVVOPS85N2205' };
    expect(pair(company('a', 'Panda', { identifiers: [LEI] }), company('b', 'Panda', { identifiers: [other] }))).toBeUndefined();
    expect(said(evenIfUnlikely(company('a', 'Panda', { identifiers: [LEI] }), company('b', 'Panda', { identifiers: [other] })))).toContain(
      'The one has the LEI 5493001KJTIIGC8Y1R12, the other 213800WAVVOPS85N2205.',
    );
  });

  test('a registration number counts in its country, under whatever name a format keeps it', () => {
    const british = (scheme: string, value: string, jurisdiction?: string) =>
      company('x', 'Panda', { identifiers: [{ scheme, value }], ...(jurisdiction ? { jurisdiction } : {}) });
    expect(pair(british('GB-COH', '01234567'), { ...british('registrationNumber', '1234567', 'GB'), id: 'y' })).toMatchObject({
      certainty: 'certain',
    });
    expect(pair(british('RA000585', '01234567', 'GB'), { ...british('GB-COH', '01234567'), id: 'y' })).toMatchObject({
      certainty: 'certain',
    });
    expect(pair(british('registrationNumber', '01234567'), { ...british('GB-COH', '01234567'), id: 'y' })).toMatchObject({
      certainty: 'probable',
    });
    expect(said(pair(british('registrationNumber', '01234567', 'DE'), { ...british('GB-COH', '01234567'), id: 'y' })) ?? '').not.toContain(
      'registration',
    );
  });

  test('no sentence shows the number of a human being', () => {
    const passport = [{ scheme: 'passportNumber', value: '75 1234567' }];
    const proposal = pair(
      person('a', 'Ivan Sidorov', { identifiers: passport, jurisdiction: 'RU' }),
      person('b', 'Sidorov, Ivan', { identifiers: passport, jurisdiction: 'RU' }),
    );
    expect(proposal).toMatchObject({ certainty: 'certain' });
    expect(said(proposal)).toContain('Both have the same passport number.');
    expect(JSON.stringify(proposal)).not.toContain('1234567');
  });

  test('what is no number, or many share, makes nothing certain', () => {
    const with_ = (id: string, value: string) =>
      company(id, `Firm ${id}`, { identifiers: [{ scheme: 'registrationNumber', value }], jurisdiction: 'PA' });
    expect(pair(with_('a', 'N/A'), with_('b', 'N/A'))).toBeUndefined();
    expect(pair(with_('a', '000000'), with_('b', '000000'))).toBeUndefined();
    const many = proposeMatches(
      ['a', 'b', 'c'].map((id) => with_(id, '123456')), ['d', 'e', 'f'].map((id) => with_(id, '123456')), { threshold: 0 },
    );
    expect(many.proposals.map((p) => p.certainty)).not.toContain('certain');
  });
});

describe('proposals', () => {
  const base = [company('a1', 'Panda'), company('a2', 'Panda'), company('a3', 'Orascom')];
  const added = [company('b1', 'Panda'), company('b2', 'Panda', { jurisdiction: 'CN' })];

  test('two of one file are never proposed, one may be proposed to several, in an order that does not depend on the lists', () => {
    const { proposals } = proposeMatches(base, added);
    expect(proposals.map((p) => `${p.a} ${p.b}`)).toEqual(['a1 b1', 'a1 b2', 'a2 b1', 'a2 b2']);
    expect(proposeMatches([...base].reverse(), [...added].reverse()).proposals).toEqual(proposals);
  });

  test('what is decided is not proposed again, in either order', () => {
    const { proposals } = proposeMatches(base, added, { decided: [['a1', 'b1'], ['b2', 'a1']] });
    expect(proposals.map((p) => `${p.a} ${p.b}`)).toEqual(['a2 b1', 'a2 b2']);
  });

  test('the best stand first, and what is beyond the limit is counted', () => {
    const answer = proposeMatches(
      [...base, company('a0', 'Panda', { identifiers: [LEI] })], [company('b0', 'Panda', { identifiers: [LEI] }), ...added], { limit: 1 },
    );
    expect(answer.proposals.map((p) => `${p.a} ${p.b}`)).toEqual(['a0 b0']);
    expect(answer.more).toBe(8);
  });

  test('what too many share is passed over and counted, and each is compared with so many at most', () => {
    const many = Array.from({ length: 500 }, (_, i) => company(`m${i}`, `Panda ${'abcdefghij'[i % 10]!.repeat(3)}${i}x`));
    const answer = proposeMatches(many, [company('b', 'Panda Qqqq')]);
    expect(answer.proposals).toEqual([]);
    expect(answer.compared).toBeLessThan(5);
    expect(answer.notCompared).toBeGreaterThanOrEqual(500);
    const same = proposeMatches(Array.from({ length: 500 }, (_, i) => company(`m${i}`, 'Panda')), [company('b', 'Panda')]);
    expect(same.compared).toBe(MOST_COMPARED);
    expect(same.notCompared).toBeGreaterThanOrEqual(500 - MOST_COMPARED);
  });

  test('names without letters, hostile names and empty lists are no trouble', () => {
    const odd = ['!!!', '​', '__proto__', 'constructor', '<script>', '\ud800', 'a'.repeat(100_000), 'x '.repeat(50_000)].map((name, i) =>
      company(`o${i}`, name),
    );
    const { proposals } = proposeMatches(odd, odd.map((e) => ({ ...e, id: `p${e.id}` })));
    expect(proposals.every((p) => p.b === `p${p.a}`)).toBe(true);
    expect(proposeMatches([], [])).toEqual({ proposals: [], more: 0, compared: 0, notCompared: 0 });
  });

  test('work can be followed and given up: progress goes from 0 to 1 and never back', () => {
    const steps = matchSteps(base, added);
    const progress: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) progress.push(step.value);
    expect(progress.every((value, i) => value > 0 && value <= 1 && (i === 0 || value >= progress[i - 1]!))).toBe(true);
    expect(progress.at(-1)).toBe(1);
  });

  test('on a made-up case with changed names and lookalikes, nine in ten proposals are right and four in five matches are found', () => {
    const made = makeMatchCase(3000, 7);
    const { proposals } = proposeMatches(made.base, made.added, { limit: 12_000 });
    const { precision, recall } = qualityOf(made, proposals.map((p) => [p.a, p.b]));
    expect(precision).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThan(0.8);
  });
});
