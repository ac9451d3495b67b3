import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedBlanks, isTray, passageOf, PROPOSALS_FORMAT, proposal, readTray, trayLine, type Proposal } from './proposal';

const one: Proposal = proposal.parse({
  id: '0123456789abcdef', by: 'agent 1', at: '2026-11-28T06:00:00.000Z', source: { title: 'T', publisher: 'P', kind: 'news' },
  claim: { subject: { id: 'a' }, type: 'owns', object: { name: 'B', type: 'company' }, stance: 'asserts', quote: 'A owns B' },
  passage: { before: 'that ', after: '.' }, text: { sha256: '0'.repeat(64), characters: 14 },
});
const head = trayLine({ format: PROPOSALS_FORMAT });

test('a tray is read line by line, each proposal once, with the last decision on it', () => {
  const decided = (verdict: 'accepted' | 'refused') => trayLine({ decision: { proposal: one.id, verdict, on: '2026-11-28' } });
  const [mine, theirs] = [trayLine({ proposal: one }), trayLine({ proposal: { ...one, by: 'agent 2' } })];
  const whole = head + mine + head + theirs + decided('refused') + decided('accepted');
  expect(isTray(whole)).toBe(true);
  expect(readTray(whole)).toEqual({
    proposals: [one], decisions: new Map([[one.id, { proposal: one.id, verdict: 'accepted', on: '2026-11-28' }]]), faults: [],
  });
});

test('a line that was cut off or does not fit is told with its number, and keeps no other from being read', () => {
  const whole = `${head}{"proposal":{"id":"01\n${trayLine({ proposal: one })}{"proposal":{"id":"x"}}\n{"other":1}\n`;
  expect(readTray(whole)).toMatchObject({
    proposals: [one],
    faults: [{ line: 2, message: expect.stringMatching(/cut off/) }, { line: 4, message: expect.stringMatching(/^proposal\./) }, { line: 5 }],
  });
});

const others = ['', 'Notes', '{"format":"throughline/1"}', '[]', '{"format":"throughline-proposals/2"}\n'];
test.each(others)('%j is no tray of this version', (text) => {
  expect(readTray(text)).toBeUndefined();
});

test('a quote is found word for word, whatever blanks and line breaks are between its words, and no other way', () => {
  expect(passageOf('He said:\n  A   owns\n\tB, and left.', 'A owns B')).toEqual({ before: 'He said: ', after: ', and left.' });
  for (const other of ['a owns B', 'A owns  C', 'A-owns B', '“A owns B”', ' \n'])
    expect(passageOf('He said: A owns B, and left.', other)).toBeUndefined();
});

test('whatever the text, a stretch of it is found in it, and what is found stands between what is before and behind it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2000 }), fc.nat(), fc.nat(), (text, a, b) => {
      const characters = [...text];
      const [from, to] = [a % characters.length, b % characters.length].sort((x, y) => x - y) as [number, number];
      const quote = characters.slice(from, to + 1).join('');
      const found = passageOf(text, quote);
      if (quote.trim() === '') return expect(found).toBeUndefined();
      expect(foldedBlanks(text)).toContain(found!.before + foldedBlanks(quote) + found!.after);
    }),
  );
});
