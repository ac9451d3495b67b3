import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_NAME, MOST_FAULTS, nameInReach, readDataset } from './index';

test.each([
  ['Oak Trading', 'Oak Trading', undefined],
  ['조선체신회사', '조선체신회사', undefined],
  ['شركة\u200cنفت', 'شركة\u200cنفت', undefined],
  ['𝔒𝔞𝔨 😀👨‍👩‍👧', '𝔒𝔞𝔨 😀👨‍👩‍👧', undefined],
  ['Oak\u202egnidarT', 'OakgnidarT', 'unseen-characters'],
  ['Oak\u001b[2J\u0007', 'Oak [2J', 'unseen-characters'],
  [' \u200b\u3164\u2800', 'e1', 'invisible-name'],
  ['\u0301', 'e1', 'invisible-name'],
])('the name %j is told as %j', (raw, name, fault) => {
  expect(nameInReach(raw, 'e1')).toEqual({ name, ...(fault ? { fault } : {}) });
});

test('whatever it was, a name is short, seen and without controls, and bringing it in again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('x'.repeat(100_000), '😀'.repeat(600), ' \u202e')),
      (raw) => {
        const { name } = nameInReach(raw, 'e1');
        expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(name.trim()).not.toBe('');
        expect(name).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
        expect(nameInReach(name, 'e1')).toEqual({ name });
      },
    ),
  );
});

test('a dataset whose names are out of reason opens with them brought in, and says where', () => {
  const entity = (id: string, name: string) => ({ id, type: 'company', name });
  const { dataset, issues } = readDataset({
    format: 'throughline/1', id: 'a', title: 'A', sources: [],
    entities: [entity('a', 'x'.repeat(100_000)), entity('b', '\u200b'), entity('c', 'Oak')], relationships: [],
  });
  expect(dataset!.entities.map((e) => e.name)).toEqual([`${'x'.repeat(LONGEST_NAME - 1)}…`, 'b', 'Oak']);
  expect(issues.map((issue) => [issue.code, issue.at])).toEqual([
    ['long-name', 'entities[0].name'], ['invisible-name', 'entities[1].name'],
  ]);
});

test('a dataset of millions of faults is refused after some of them', () => {
  let looked = 0;
  /** A record, or a claim, without anything that it needs, which counts how often it is looked at. */
  const faulty = { get id() { return (looked += 1, undefined); } };
  const { dataset, issues } = readDataset({
    format: 'throughline/1', id: 'a', title: 'A', sources: [], entities: Array.from({ length: 2_000_000 }, () => faulty), relationships: [],
  });
  expect(dataset).toBeUndefined();
  expect(issues.length).toBeLessThan(MOST_FAULTS + 10);
  expect(issues[0]).toMatchObject({ code: 'too-many-faults' });
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThan(10 * MOST_FAULTS);
  looked = 0;
  const claims = readDataset({
    format: 'throughline/1', id: 'a', title: 'A', sources: [], relationships: [],
    entities: [{ id: 'a', type: 'company', name: 'A', claims: Array.from({ length: 2_000_000 }, () => faulty) }],
  });
  expect(claims.issues).toMatchObject([{ code: 'too-much', at: 'entities[0]' }]);
  expect(looked).toBe(0);
});
