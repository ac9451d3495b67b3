import { expect, test } from 'vitest';
import type { DatasetPart, Route } from '../../model';
import { testAnswer, testDataset, testSnapshot } from '../../drawing/testing/testChart';
import { citationText, dateText } from '../../wording';
import { footnotesOf } from '../../wording';
import { markdownText } from './markdownText';
import { excludedText, togetherText } from '../../wording';
import { routesBrief } from './routesBrief';
import { plainText } from '../../wording';
import { sentencesOf } from '../../wording';

const trace = testSnapshot.trace!;
const [direct, throughPanda] = testAnswer.routes as [Route, Route];

test('a route reads as one sentence, hedged where its claims are allegations', () => {
  expect(plainText(sentencesOf(testDataset).route(throughPanda))).toBe(
    'Huawei allegedly worked with Panda International (2008–2016), which allegedly supplies Koryolink (since 2008).',
  );
});

test('a person in the middle of a route is a who', () => {
  const hop = (from: string, to: string, id: string, forward: boolean) => ({
    from, to, status: 'confirmed' as const,
    relationships: [{ id, type: 'directs' as const, from, to, status: 'confirmed' as const, forward, sources: 1, publishers: [] }],
  });
  const route: Route = {
    entities: ['otmt', 'sawiris', 'otmt'],
    hops: [hop('otmt', 'sawiris', 'sawiris-directs', false), hop('sawiris', 'otmt', 'sawiris-directs', true)], length: 2,
    strength: 'confirmed', weakest: 0, together: { answer: 'possibly', periods: [] },
  };
  expect(plainText(sentencesOf(testDataset).route(route))).toBe(
    'Orascom Telecom Media is directed by Naguib Sawiris, who directs Orascom Telecom Media.',
  );
});

test('footnotes are numbered as the routes are read, then as the part lists the rest', () => {
  const bare = footnotesOf(testDataset);
  const traced = footnotesOf(testDataset, [throughPanda, direct]);
  expect(bare.list[0]).toMatchObject({ number: 1, sourceId: 'registry', locator: '¶1' });
  expect(traced.ofRelationship('huawei-panda')).toEqual([1, 2, 3]);
  expect(traced.ofRelationship('panda-supplies')).toEqual([1]);
  expect(traced.list.map((n) => n.number)).toEqual(traced.list.map((_, i) => i + 1));
  expect(traced.list).toHaveLength(bare.list.length);
});

test('one place in a source has one number, however often it is cited', () => {
  const places = footnotesOf(testDataset).list.map((n) => `${n.sourceId} ${n.locator}`);
  expect(new Set(places).size).toBe(places.length);
});

test('the other relationships of a hop follow as sentences of their own', () => {
  const hop = {
    ...throughPanda.hops[0]!,
    relationships: [...throughPanda.hops[0]!.relationships, { ...direct.hops[0]!.relationships[0]!, id: 'huawei-panda' }],
  };
  const also = sentencesOf(testDataset).also({ ...throughPanda, hops: [hop, throughPanda.hops[1]!] });
  expect(also.map(plainText)).toEqual(['Huawei allegedly worked with Panda International (2008–2016).']);
});

test('a route that takes two for one on a merely probable match says so, with the score', () => {
  const same = {
    id: 'same', type: 'sameAs' as const, from: 'huawei', to: 'panda', claims: [{ source: 'times', stance: 'alleges' as const }],
    properties: { score: 0.86 },
  };
  const hop = {
    ...throughPanda.hops[0]!, status: 'alleged' as const,
    relationships: [{ ...throughPanda.hops[0]!.relationships[0]!, id: 'same', type: 'sameAs' as const, status: 'alleged' as const }],
  };
  const part = { ...testDataset, relationships: [...testDataset.relationships, same] };
  const route = { ...throughPanda, hops: [hop, throughPanda.hops[1]!] };
  expect(sentencesOf(part).probable(route)).toEqual([
    'This route takes Huawei and Panda International for one: a probable match (score 0.86), not a certain one.',
  ]);
  expect(sentencesOf(part).probable(throughPanda)).toEqual([]);
  expect(routesBrief({ title: 'T', part, trace: { ...trace, answer: { ...trace.answer, routes: [route] } } })).toContain(
    '**This route takes Huawei and Panda International for one',
  );
});

test('the brief of a trace is as it was', async () => {
  await expect(
    routesBrief({
      title: testSnapshot.title, origin: 'Test chart', part: testDataset, trace, filter: { period: { from: '2008', to: '2016' } },
      hidden: 'hidden: 9 ended before, 2 denied',
    }),
  ).toMatchFileSnapshot('golden/trace.md');
});

test('without a trace the brief lists every relationship with its status', () => {
  const brief = routesBrief({ title: 'All', part: testDataset });
  expect(brief.match(/^- /gm)).toHaveLength(testDataset.relationships.length);
  expect(brief).toContain('(denied)[^8]. *denied*');
});

test('routes through what the chart does not show are counted, not told', () => {
  const part: DatasetPart = { ...testDataset, entities: testDataset.entities.filter((e) => e.id !== 'panda') };
  const brief = routesBrief({ title: 'Part', part, trace });
  expect(brief).toContain('1 route runs through what this chart does not show.');
  expect(brief).not.toContain('panda');
});

test('every footnote that the brief cites is among its sources, and no other', () => {
  const brief = routesBrief({ title: 'T', part: testDataset, trace });
  const cited = new Set([...brief.matchAll(/\[\^(\d+)\](?!:)/g)].map((m) => m[1]));
  const listed = [...brief.matchAll(/^\[\^(\d+)\]:/gm)].map((m) => m[1]);
  expect(new Set(listed)).toEqual(cited);
});

test.each([
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['# *Bold* [link](http://x)', '\\# \\*Bold\\* \\[link\\]\\(http\\://x)'],
  ['a\nb\u0000c', 'a b\ufffdc'],
  ['AT&T, R&D and &amp;', 'AT\\&T, R\\&D and \\&amp;'],
  ['\u202egnp.exe', '\u2068gnp.exe\u2069'],
  ['Plain – name, Ltd. (2008)', 'Plain – name, Ltd. (2008)'],
])('the name %j cannot mark up a brief', (name, safe) => {
  expect(markdownText(name)).toBe(safe);
});

test('a citation names publisher, title, author, date and place', () => {
  const source = { id: 's', publisher: 'The Paper', title: 'A story', author: 'A. Author', published: '2019-07-02', kind: 'news' as const };
  expect(citationText({ number: 1, sourceId: 's', source, locator: '¶4' })).toBe('The Paper, “A story” (A. Author), 2 Jul 2019, ¶4');
  expect(citationText({ number: 1, sourceId: 'gone' })).toContain('“gone”');
});

test('a date is said as finely as it is given', () => {
  expect(dateText('2019')).toBe('2019');
  expect(dateText('2019-07')).toBe('Jul 2019');
  expect(dateText('2019-07-02')).toBe('2 Jul 2019');
});

test('whether all hops held at once is said as surely as it is known', () => {
  expect(togetherText({ answer: 'never', periods: [] }, 2)).toBe('never all at once');
  expect(togetherText({ answer: 'possibly', periods: [{ from: '2008-01-01' }] }, 2)).toBe('possibly all hops held together since 2008');
  expect(sentencesOf(testDataset).facts(throughPanda)).toMatchObject({
    hops: '2 hops', publisherCount: 2, publishers: [['The Hill', 'Asia Times'], ['The Hill']],
  });
});

test('what a question left out is said with its reasons', () => {
  expect(excludedText({ status: 3, period: 9, type: 0, source: 0 })).toBe(
    '12 relationships were left out: 3 by their status, 9 by their dates.',
  );
  expect(excludedText({ status: 0, period: 0, type: 0, source: 0 })).toBe('');
});
