import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  datesText, entity as entitySchema, foldText, readDataset, relationship as relationshipSchema, shareText, edited, NO_EDITS, withEdits,
  relationshipType, relationshipTypeIds,
  type Dataset, type Entity, type Source,
} from '../model';
import {
  completionPlace, completionsFor, enterClaim, guessType, LONGEST_LINE, readClaimLine, writtenClaim,
  type ClaimLine, type EndRead, type Lexicon,
} from '.';

const entities: Entity[] = [
  { id: 'orascom', type: 'company', name: 'Orascom Telecom Holding', shortName: 'Orascom', aliases: ['OTH', '오라스콤'] },
  { id: 'koryolink', type: 'jointVenture', name: 'Koryolink', aliases: ['고려링크', 'CHEO Technology JV'] },
  { id: 'office-39', type: 'publicBody', name: 'Office 39' },
  { id: 'loxley', type: 'company', name: 'Loxley Pacific Co., Ltd' },
  { id: 'star-1', type: 'company', name: 'Star' },
  { id: 'star-2', type: 'network', name: 'Star' },
];
const lexicon: Lexicon = {
  named: (name) =>
    name.startsWith('@')
      ? entities.filter((e) => `@${e.id}` === name)
      : entities.filter((e) =>
          [e.name, e.shortName, ...(e.aliases ?? [])].some(
            (n) => n !== undefined && (n === name || (foldText(n) !== '' && foldText(n) === foldText(name))),
          ),
        ),
};
const read = (text: string) => readClaimLine(text, lexicon);
const nobody: Lexicon = { named: () => [] };
const tie = (line: ClaimLine) => {
  if (line.claim?.kind !== 'tie') throw new Error(`no tie: ${line.text}`);
  const { subject, object, type, forward, said } = line.claim;
  const end = (e: EndRead) => (e.known ? e.known.id : `new ${e.type} ${e.name}`);
  return { subject: end(subject), type, forward, object: end(object), ...said };
};
const doubts = (line: ClaimLine) => line.doubts.map(({ from, to, message }) => [line.text.slice(from, to), message]);

describe('a claim line', () => {
  test('is read as who, what, whom, how much, when, how sure, where and word for word', () => {
    const line = read('Orascom owns Koryolink 75 % 2008-12..2015 alleged p. 4 "holds 75 percent"');
    expect(tie(line)).toEqual({
      subject: 'orascom', type: 'owns', forward: true, object: 'koryolink', share: 75, start: '2008-12', end: '2015', stance: 'alleges',
      locator: 'p. 4', quote: 'holds 75 percent',
    });
    expect(line.doubts).toEqual([]);
    expect(line.parts.map((p) => [p.what, p.says])).toEqual([
      ['subject', 'Orascom Telecom Holding'], ['verb', 'owns'], ['object', 'Koryolink'], ['share', '75 %'], ['dates', '2008-12–2015'],
      ['stance', 'alleges'], ['locator', 'p. 4'], ['quote', 'holds 75 percent'],
    ]);
  });

  test.each([
    ['Koryolink is owned by 오라스콤', { subject: 'koryolink', type: 'owns', forward: false, object: 'orascom', stance: 'asserts' }],
    [
      'OTH allegedly owns 75 % of 고려링크, since December 2008',
      { subject: 'orascom', type: 'owns', forward: true, object: 'koryolink', share: 75, start: '2008-12', stance: 'alleges' },
    ],
    [
      'Koryolink is allegedly controlled by Office 39',
      { subject: 'koryolink', type: 'controls', forward: false, object: 'office-39', stance: 'alleges' },
    ],
    [
      'Loxley Pacific Co., Ltd owns Star Net 25-50 %',
      { subject: 'loxley', type: 'owns', forward: true, object: 'new company Star Net', share: { min: 25, max: 50 }, stance: 'asserts' },
    ],
    [
      'Orascom owned Koryolink over 50 per cent until March 2011 denied',
      {
        subject: 'orascom', type: 'owns', forward: true, object: 'koryolink', share: { min: 50, max: 100 }, end: '2011-03',
        stance: 'denies',
      },
    ],
    [
      'Orascom pays Office 39 up to $400 million in 2008 pp. 4-6, note 19',
      {
        subject: 'orascom', type: 'pays', forward: true, object: 'office-39', amount: { value: 4e8, currency: 'USD', ceiling: true },
        start: '2008', end: '2008', locator: 'pp. 4-6, note 19', stance: 'asserts',
      },
    ],
    [
      'Naguib Sawiris directs Orascom as executive chairman 1997..?',
      {
        subject: 'new person Naguib Sawiris', type: 'directs', forward: true, object: 'orascom', role: 'executive chairman', start: '1997',
        end: '..', stance: 'asserts',
      },
    ],
    [
      '[Company 2008 that owns Ltd] (organization) supplies Koryolink',
      { subject: 'new organization Company 2008 that owns Ltd', type: 'supplies', forward: true, object: 'koryolink', stance: 'asserts' },
    ],
    [
      'Orascom supplies Harbour Works (public body) 5 February 2009',
      {
        subject: 'orascom', type: 'supplies', forward: true, object: 'new publicBody Harbour Works', start: '2009-02-05', stance: 'asserts',
      },
    ],
    [
      '@star-2 carries traffic for Koryolink -- through its own cable “as agreed”',
      {
        subject: 'star-2', type: 'carriesTrafficFor', forward: true, object: 'koryolink', statement: 'through its own cable',
        quote: 'as agreed', stance: 'asserts',
      },
    ],
  ])('%s', (text, expected) => {
    expect(tie(read(text))).toEqual(expected);
  });

  test('marks what it does not understand with its place, and reads the rest', () => {
    const line = read('Orascom owns Koryolink 75 % alledged p. 4');
    expect(tie(line)).toMatchObject({ share: 75, locator: 'p. 4', stance: 'asserts' });
    expect(doubts(line)).toEqual([['alledged', '“alledged” is not understood.']]);
  });

  test.each([
    ['Orascom owns Koryolink 175 %', '175 %', 'A share is at most 100 %.'],
    ['Orascom owns Koryolink 2008-02-31', '2008-02-31', 'There is no such day.'],
    ['Orascom owns Koryolink 75 % 70 %', '70 %', 'There are two shares; which is meant?'],
    ['Orascom owns Koryolink "not closed', '"not closed', 'The quote is not closed.'],
    ['Star owns Koryolink', 'Star', '2 entities go by “Star”: choose one (Tab).'],
    ['Orascom owns', 'owns', 'Whom or what? The second name is missing.'],
    ['Orascom eats Koryolink', 'eats Koryolink', 'No verb of the catalogue is here: write who owns, supplies, directs … whom.'],
    ['Orascom', 'Orascom', 'And what of it? A verb comes next, or a colon and what is said.'],
    ['@nobody owns Koryolink', '@nobody', 'Nothing here has the id “nobody”.'],
  ])('%s: a doubt', (text, at, message) => {
    expect(doubts(read(text))).toContainEqual([at, message]);
  });

  test('may be about one entity', () => {
    const founded = read('Koryolink founded December 2008 p. 2 "set up"').claim!;
    expect([founded.kind, founded.subject.known?.id, founded.said]).toEqual([
      'entity', 'koryolink', { statement: 'Founded December 2008', start: '2008-12', locator: 'p. 2', quote: 'set up', stance: 'asserts' },
    ]);
    const said = read('Koryolink: has 5 300 subscribers at the end of 2008, p. 7 "5,300"').claim!;
    expect([said.kind, said.said]).toEqual([
      'entity', { statement: 'has 5 300 subscribers at the end of 2008', locator: 'p. 7', quote: '5,300', stance: 'asserts' },
    ]);
  });

  test('prefers the verb that stands between two who are there to one within a name', () => {
    const own: Lexicon = {
      named: (name) => (name === 'Meets Ltd' || name === 'Who owns Whom' ? [{ id: name, name, type: 'company' }] : []),
    };
    expect(tie(readClaimLine('Who owns Whom supplies Meets Ltd', own))).toMatchObject({
      subject: 'Who owns Whom', type: 'supplies', object: 'Meets Ltd',
    });
  });
});

const WORDS = [
  'Orascom', 'Koryolink', 'Star', 'Office 39', 'owns', 'is owned by', 'supplies', 'allegedly', '75 %', '25-50 %', '175 %', 'of', 'over',
  '2008', '2008-12..2015', 'since', '5 May 2009', '$400 million', 'up to', 'p. 4', '¶19', 'as', 'chief', '"', '“so”', '"a quote"', '--',
  '—', '[', ']', '(company)', '(', ')', ',', ':', ';', '@star-1', '@', 'founded', '북한', '고려링크', '\u0301', '💡', 'denied', 'said 2009',
  'indirectly', '..', '?',
];
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' ')) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 12 }))
    .map((t) => t.join(' ')),
);
const source: Source = { id: 'filing', title: 'Filing', publisher: 'Register', kind: 'filing' };
const base: Dataset = { format: 'throughline/1', id: 'x', title: 'X', sources: [], entities, relationships: [] };

describe('whatever is typed', () => {
  test('every character is understood or doubted, and nothing is both read twice', () => {
    fc.assert(fc.property(anyText, fc.constantFrom(lexicon, nobody), (text, who) => {
      const { parts, doubts: doubted } = readClaimLine(text, who);
      const covered = new Uint8Array(text.length);
      for (const { from, to } of [...parts, ...doubted]) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(to).toBeGreaterThan(from);
        covered.fill(1, from, to);
      }
      const left = [...covered].flatMap((c, i) => (c === 0 && !/[\s,;():]/u.test(text[i]!) ? [text.slice(i)] : []));
      expect(left).toEqual([]);
      parts.slice(1).forEach((part, i) => expect(part.from).toBeGreaterThanOrEqual(parts[i]!.to));
    }), { numRuns: 3000 });
  });

  test('what it says that it understood is what it enters, and that is sound', () => {
    fc.assert(fc.property(anyText, (text) => {
      const line = read(text);
      if (!line.claim) return;
      const entered = enterClaim(line.claim, {
        source, hasSource: false, entity: (id) => entities.find((e) => e.id === id), ties: [],
        isTaken: (list, id) => list === 'entities' && entities.some((e) => e.id === id),
      });
      const after = edited(base, withEdits(NO_EDITS, entered.edits));
      expect(readDataset(JSON.parse(JSON.stringify(after))).issues.filter((i) => i.severity === 'error')).toEqual([]);
      const says = (what: string) => line.parts.find((p) => p.what === what)?.says;
      const record =
        entered.about.list === 'relationships'
          ? after.relationships.find((r) => r.id === entered.about.id)!
          : after.entities.find((e) => e.id === entered.about.id)!;
      const claim = record.claims!.at(-1)!;
      expect(claim.quote).toBe(says('quote'));
      if (says('stance') !== undefined) expect(claim.stance).toBe(says('stance'));
      if (!('from' in record)) return void expect(entitySchema.safeParse(record).success).toBe(true);
      expect(relationshipSchema.safeParse(record).success).toBe(true);
      expect(shareText(record.share)).toBe(says('share') ?? '');
      if (line.parts.filter((p) => p.what === 'dates').length === 1) expect(datesText(record)).toBe(says('dates'));
      expect(record.role).toBe(says('role'));
      expect(line.parts.filter((p) => p.what === 'locator').map((p) => p.says).join(', ')).toBe(claim.locator ?? '');
    }), { numRuns: 3000 });
  });

  test('completions never throw, and put their text where the caret is', () => {
    fc.assert(fc.property(anyText, fc.nat(), (text, n) => {
      const caret = n % (text.length + 1);
      const place = completionPlace(text, caret, lexicon);
      for (const { from, to } of completionsFor(place, [{ id: 'star-1', name: 'Star', type: 'company', matched: 'Star', degree: 0 }])) {
        expect(to).toBe(caret);
        expect(from).toBeLessThanOrEqual(to);
      }
    }), { numRuns: 1000 });
  });

  test('a line of any length is read at once', () => {
    for (const piece of ['as ', 'owns ', '"', '[', '(', '2008..', '75 % ', 'at least ', '1 000 ', 'Orascom owns ', '— ']) {
      const text = piece.repeat(20_000);
      const line = read(text);
      expect(line.doubts.at(-1)).toMatchObject({ to: text.length });
      expect(text.length).toBeGreaterThan(LONGEST_LINE);
    }
  });

  test('a line filled in reads as what it was filled in with, whatever the names', () => {
    const names = fc
      .oneof(
        fc.constantFrom('Who owns Whom', 'Office 39', 'Bank 2008', '75 % Club', 'Star (company)', 'Ltd, Co.', 'X -- Y', 'Ä', 'p. 4'),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
      )
      .map((n) =>
        n
          .replace(/[[\]]/g, '')
          .replace(/\s+/g, ' ')
          .replace(/^[,;\s@]+|[,;\s]+$/g, ''),
      )
      .filter((n) => n !== '');
    fc.assert(fc.property(names, fc.constantFrom(...relationshipTypeIds), names, (subject, type, object) => {
      const line = readClaimLine(writtenClaim({ subject, type, object, stance: 'denies' }), nobody);
      expect(line.doubts).toEqual([]);
      expect(line.claim).toMatchObject({
        kind: 'tie', said: { stance: 'denies' }, forward: true, subject: { name: subject }, object: { name: object },
      });
      // Two types may have one verb; the first of the catalogue is read.
      if (line.claim?.kind === 'tie') expect(relationshipType(line.claim.type).verb).toBe(relationshipType(type).verb);
    }), { numRuns: 1000 });
  });
});

describe('completions', () => {
  const at = (text: string) => completionPlace(text, text.length, lexicon);
  const found = [{ id: 'koryolink', name: 'Koryolink', type: 'jointVenture' as const, matched: '고려링크', degree: 3 }];

  test('of a name: who is there first, by every name, and a new entity last, its type guessed', () => {
    expect(completionsFor(at('Orascom owns Kory'), found).map((c) => [c.kind, c.text, c.detail])).toEqual([
      ['entity', 'Koryolink ', 'joint venture · also “고려링크” · 3 ties'], ['new', 'Kory (company) ', 'new company'],
    ]);
  });

  test('of a verb behind a known name: those of the catalogue, both ways', () => {
    expect(completionsFor(at('Orascom ow'), []).map((c) => c.text)).toEqual(['owns ', 'owned ']);
    expect(completionsFor(at('Koryolink is ow'), []).map((c) => c.text)).toEqual(['is owned by ']);
  });

  test('of two who go by one name give their ids', () => {
    const two = [
      { id: 'star-1', name: 'Star', type: 'company' as const, matched: 'Star', degree: 0 },
      { id: 'star-2', name: 'Star', type: 'network' as const, matched: 'Star', degree: 1 },
    ];
    expect(completionsFor(at('Sta'), two).filter((c) => c.kind === 'entity').map((c) => c.text)).toEqual(['@star-1 ', '@star-2 ']);
  });

  test('a type is guessed by the name, and by what stands at that end of the tie', () => {
    expect([
      guessType('Ministry of Posts'), guessType('Oak Ltd'), guessType('Jane Ash', 'directs', 'from'), guessType('Cairo', 'locatedIn', 'to'),
      guessType('John', 'employs', 'to'),
    ]).toEqual(['publicBody', 'company', 'person', 'place', 'person']);
  });
});
