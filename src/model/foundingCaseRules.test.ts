import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  boundsOf, isReading, readDataset, statusOf, UNKNOWN_END,
  type Claim, type Dataset, type Entity, type Relationship,
} from './index';

/** The rules of `graph-data/README.md`, as far as they show in the data: what holds for one tie holds for every tie. */
const file = new URL('../../graph-data/north-korea-telecom.json', import.meta.url);
const founding = readDataset(JSON.parse(readFileSync(file, 'utf8'))).dataset as Dataset;
const sourceOf = new Map(founding.sources.map((s) => [s.id, s]));
const entityOf = new Map(founding.entities.map((e) => [e.id, e]));
const tieOf = new Map(founding.relationships.map((r) => [r.id, r]));
const records: readonly (Entity | Relationship)[] = [...founding.entities, ...founding.relationships];

/** "record: statement" of every claim that breaks a rule. */
function claimsThat(breaks: (claim: Claim) => boolean): string[] {
  return records.flatMap((r) => (r.claims ?? []).filter(breaks).map((c) => `${r.id}: ${c.statement}`));
}

function tiesThat(breaks: (tie: Relationship) => boolean): string[] {
  return founding.relationships.filter(breaks).map((r) => r.id);
}

const isOurs = (c: Claim) => isReading(c, (id) => sourceOf.get(id));
const earliest = (date: string) => boundsOf(date)!.earliest;
const latest = (date: string) => boundsOf(date)!.latest;
const closed = (end: string | undefined): end is string => end !== undefined && end !== UNKNOWN_END;

describe('claims and sources', () => {
  test('every claim cites a source that the case has', () => {
    expect(claimsThat((c) => !sourceOf.has(c.source))).toEqual([]);
  });

  test('a tie has one claim per source and stance', () => {
    expect(tiesThat(({ claims }) => new Set(claims.map((c) => `${c.source} ${c.stance}`)).size < claims.length)).toEqual([]);
  });

  test('what is quoted, cited or believed is alleged', () => {
    const passedOn = /\b(is|are) (cited|quoted|thought|believed|said)\b|\b(writes|holds|thinks|believes) (that|of)\b|\bestimate/;
    expect(claimsThat((c) => c.stance === 'asserts' && !isOurs(c) && passedOn.test(c.statement!))).toEqual([]);
  });

  test('a doubt is a question, not an assertion', () => {
    const doubt = /\b(doubtful|uncertain|not apparent|not confirmed|not proven|does not fit|whether)\b/;
    expect(claimsThat((c) => c.stance === 'asserts' && doubt.test(c.statement!)).filter((line) => !line.includes('no doubt'))).toEqual([]);
  });

  test('a publisher is who answers for the content, not who carried it', () => {
    expect(founding.sources.filter(({ publisher }) => /\b(via|carried|copy|relayed|citing)\b/.test(publisher))).toEqual([]);
  });

  test('sources stand in order of publication, the undated last', () => {
    const dates = founding.sources.slice(1).map((s) => s.published ?? '9999');
    const asFine = (a: string, b: string) => a.slice(0, Math.min(a.length, b.length)) <= b.slice(0, Math.min(a.length, b.length));
    expect(dates.filter((date, i) => i > 0 && !asFine(dates[i - 1]!, date))).toEqual([]);
  });

  test('a share stands on a tie that is asserted only where an assertion speaks of it', () => {
    const ofShare = /%|half|quarter|third|whol|\ball\b|\bmost\b|majority|owns/i;
    expect(
      tiesThat(({ claims, share }) => {
        const asserting = claims.filter((c) => c.stance === 'asserts' && !isOurs(c));
        return share !== undefined && asserting.length > 0 && !asserting.some((c) => ofShare.test(c.statement!));
      }),
    ).toEqual([]);
  });

  test('no fact that the case is made from is called by a number of its own', () => {
    expect(JSON.stringify(founding)).not.toMatch(/\bF\d{3}\b/);
  });
});

describe('readings', () => {
  const readings = records.flatMap((r) => (r.claims ?? []).filter(isOurs).map((c) => ({ record: r.id, ...c })));

  test('a reading says from which claims it is drawn, and none of them is a reading', () => {
    expect(readings.length).toBeGreaterThanOrEqual(20);
    const claimsOf = new Map(records.map((r) => [r.id, (r.claims ?? []).map((c) => c.source)]));
    const groundless = readings.filter(
      ({ restsOn }) =>
        !restsOn?.length || restsOn.some((g) => !claimsOf.get(g.record)?.includes(g.source) || sourceOf.get(g.source)!.kind === 'reading'),
    );
    expect(groundless.map((c) => c.record)).toEqual([]);
  });

  test('a tie that only a reading speaks for is told as one', () => {
    const alone = founding.relationships.filter((r) => r.claims.every(isOurs));
    expect(alone.map((r) => r.id)).toEqual(expect.arrayContaining([
      'cheo-technology-jv-owns-koryolink', 'nassef-sawiris-directs-orascom-construction', 'byol-same-as-star-jv',
      'byol-same-as-kang-song-net', 'loxpac-thailand-partner-star-jv',
    ]));
    expect(new Set(alone.map((r) => statusOf(r.claims, (id) => sourceOf.get(id))))).toEqual(new Set(['reading']));
  });

  test('what is read is said in claims, not in properties', () => {
    expect(JSON.stringify(records.map((r) => r.properties ?? {}))).not.toMatch(/reading/i);
  });
});

describe('dates', () => {
  test('a tie told in the past tense has an end', () => {
    const past = /^(was|were|had|told|left|led|took|broke|bought|wrote|set|passed|broadcast|worked) |^\w+ed( |$)/;
    expect(tiesThat((r) => r.label !== undefined && past.test(r.label) && r.end === undefined)).toEqual([]);
  });

  test('a tie begins no earlier and ends no later than the entities at its ends', () => {
    const outside = (r: Relationship, e: Entity) =>
      (e.start !== undefined && r.start !== undefined && latest(r.start) < earliest(e.start)) ||
      (closed(e.end) && (r.end === undefined || (closed(r.end) && earliest(r.end) > latest(e.end))));
    expect(tiesThat((r) => [r.from, r.to].some((id) => outside(r, entityOf.get(id)!)))).toEqual([]);
  });

  const renamings = founding.relationships.filter((r) => r.type === 'succeeds' && r.role === 'new name');

  test('a renamed company is two entities, the one ending when the other begins', () => {
    expect(renamings.length).toBeGreaterThanOrEqual(5);
    for (const { id, from, to, start } of renamings) expect([entityOf.get(to)!.end, entityOf.get(from)!.start], id).toEqual([start, start]);
  });

  test('what holds until a company is renamed goes on under its later name', () => {
    const lost = renamings.flatMap(({ from: later, to: earlier, start }) => {
      const seat = (r: Relationship, name: string) =>
        r.from === name ? `${r.type} of ${r.to}` : r.to === name ? `${r.type} by ${r.from}` : '';
      const goesOn = new Set(founding.relationships.filter((r) => r.start === start).map((r) => seat(r, later)));
      return founding.relationships
        .filter((r) => r.end === start && r.type !== 'succeeds' && seat(r, earlier) !== '' && !goesOn.has(seat(r, earlier)))
        .map((r) => r.id);
    });
    expect(lost).toEqual([]);
  });
});

describe('accounts that differ', () => {
  test.each<[string, readonly string[]]>([
    ['the local partner in CHEO', ['kptc-owns-cheo-technology-jv', 'ministry-of-posts-partner-cheo-technology-jv']],
    ['the local partner in NEAT&T', ['kptc-owns-neat-and-t', 'ministry-of-posts-partner-neat-and-t']],
    ['the foreign partner in NEAT&T', ['loxley-owns-neat-and-t', 'loxley-pacific-partner-neat-and-t']],
    ['the local partner in Orabank', ['foreign-trade-bank-partner-orabank', 'choson-foreign-exchange-bank-partner-orabank']],
    ['the local partner in Achim Panda', ['taedonggang-computer-owns-achim-panda', 'electronic-products-development-partner-achim-panda']],
    ['the Chinese side of Achim Panda', ['panda-electronics-group-owns-achim-panda', 'panda-international-operates-achim-panda']],
    ['the owner of Koryolink', ['global-telecom-holding-owns-koryolink', 'orascom-investment-holding-owns-cheo-technology-jv']],
    ['who ran .kp at the turn of 2011', ['star-jv-operates-kp-domain', 'kptc-operates-kp-domain']],
    ['who runs Kang Song NET', ['kptc-operates-kang-song-net', 'koryolink-runs-kang-song-net']],
    ['the rival of the merger', ['koryolink-discusses-merger-with-kang-song-net', 'koryolink-to-be-merged-into-byol']],
    ['who got the customers', ['koryolink-hands-customers-to-kang-song-net', 'koryolink-hands-customers-to-byol']],
    [
      'the embassy that brought the word',
      ['egypt-embassy-new-york-notifies-orascom-investment-holding', 'egypt-embassy-washington-notifies-orascom-investment-holding'],
    ],
    [
      'who makes the handsets',
      [
        'checom-builds-north-korean-smartphones', 'chinese-phone-makers-build-north-korean-smartphones',
        'jindallae-factory-builds-jindallae-phones',
      ],
    ],
    ['who made the Pyongyang 2425', ['gionee-builds-pyongyang-2425', 'checom-builds-pyongyang-2425']],
  ])('each tie carries the other account of %s', (_seat, ids) => {
    for (const id of ids)
      expect(
        tieOf.get(id)!.claims.map((c) => c.stance), id,
      ).toContain('questions');
  });

  test('whatever ends Sunnet in 2004 carries the account that ends it in 2010', () => {
    const until2004 = founding.relationships.filter((r) => (r.from === 'sunnet' || r.to === 'sunnet') && r.end === '2004-04');
    expect(until2004.length).toBeGreaterThanOrEqual(4);
    for (const { id, claims } of until2004) expect(claims.find((c) => c.source === 'voa-2011-08')?.stance, id).toBe('questions');
  });

  test('the answer of Huawei is a question on each tie of the leaked papers that has itself at work there, and on no other', () => {
    const ofPapers = new Set([
      'american-military-news-2019-07-22', 'fox-news-2019-07', 'the-hill-2019-07-22', 'telecoms-com-2019-07-23', 'yonhap-2019-07-23',
      'zdnet-2019-07', 'z6-mag-2019-07-22', 'al-jazeera-2019-07-22',
    ]);
    const ofHuawei = founding.relationships.filter((r) => (r.from === 'huawei' || r.to === 'huawei') && r.type !== 'meets');
    const told = ofHuawei.filter((r) => r.claims.some((c) => c.stance === 'alleges' && ofPapers.has(c.source)));
    const inTheCountry = (r: Relationship) =>
      entityOf.get(r.from === 'huawei' ? r.to : r.from)!.jurisdiction === 'KP' || r.claims.some((c) => /in North Korea/.test(c.statement!));
    const answered = told.filter((r) => r.claims.some((c) => c.source === 'washington-examiner-2019-07-22' && c.stance === 'questions'));
    expect(answered.length).toBeGreaterThanOrEqual(4);
    expect(answered.map((r) => r.id)).toEqual(told.filter(inTheCountry).map((r) => r.id));
    expect(told.filter((r) => r.claims.some((c) => c.stance === 'denies'))).toEqual([]);
  });

  test('what the answer of 2019 denies is the year 2019', () => {
    const denied = founding.relationships.filter((r) =>
      r.claims.some((c) => c.source === 'washington-examiner-2019-07-22' && c.stance === 'denies'),
    );
    expect(denied.map((r) => [r.id, r.start])).toEqual([['huawei-active-in-north-korea', '2019-07']]);
    expect(statusOf(denied[0]!.claims, (id) => sourceOf.get(id))).toBe('denied');
  });
});
