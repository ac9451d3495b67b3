import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  asOf, citedSources, heldIn, readDataset, statusOf, withOrigins, type Claim, type Dataset, type Relationship, type Stance, type Status,
} from './index';

const file = new URL('../../graph-data/north-korea-telecom.json', import.meta.url);
const reading = readDataset(JSON.parse(readFileSync(file, 'utf8')));
const founding = reading.dataset as Dataset;
const sourceById = new Map(founding.sources.map((s) => [s.id, s]));

function tie(id: string): Relationship {
  const found = founding.relationships.find((r) => r.id === id);
  if (!found) throw new Error(`no relationship ${id}`);
  return found;
}

function claimsOf(entity: string): Claim[] {
  return founding.entities.find((e) => e.id === entity)?.claims ?? [];
}

function status(r: Relationship): Status {
  return statusOf(r.claims, (id) => sourceById.get(id));
}

function stances(claims: readonly Claim[]): Stance[] {
  return [...new Set(claims.map((c) => c.stance))].sort();
}

/** The sources of the claims of an entity that take one stance. */
function saying(claims: readonly Claim[], stance: Stance): string[] {
  return claims.filter((c) => c.stance === stance).map((c) => c.source);
}

describe('the founding case', () => {
  test('reads without a single issue', () => {
    expect(reading.issues).toEqual([]);
  });

  test('holds every actor and tie of its sources', () => {
    expect(founding.entities.length).toBeGreaterThanOrEqual(125);
    expect(founding.relationships.length).toBeGreaterThanOrEqual(225);
    expect(founding.sources.length).toBeGreaterThanOrEqual(110);
  });

  test('is counted right in the README beside it', () => {
    const readme = readFileSync(new URL('README.md', file), 'utf8');
    const claims = [...founding.entities, ...founding.relationships].reduce((n, r) => n + (r.claims?.length ?? 0), 0);
    expect(readme).toContain(
      `${founding.entities.length} entities, ${founding.relationships.length} relationships, ${claims} claims, `
      + `${founding.sources.length} sources`,
    );
  });

  test('has a worded claim behind every relationship', () => {
    const bare = founding.relationships.filter((r) => r.claims.length === 0 || r.claims.some((c) => !c.statement));
    expect(bare.map((r) => r.id)).toEqual([]);
  });

  test('words its claims short enough to be read in a panel', () => {
    const all = [...founding.entities, ...founding.relationships].flatMap((r) => r.claims ?? []);
    expect(all.filter((c) => c.statement!.length > 140).map((c) => c.statement)).toEqual([]);
  });

  test('cites the Asia Times by paragraph', () => {
    const all = [...founding.entities, ...founding.relationships].flatMap((r) => r.claims ?? []);
    const cited = all.filter((c) => c.source === 'asia-times-2019-07');
    expect(cited.length).toBeGreaterThan(60);
    const paragraph = /^¶([1-9]|[12]\d|3[0-8])$/;
    expect(cited.filter((c) => !(c.locator ?? '').split(', ').every((place) => paragraph.test(place)))).toEqual([]);
  });

  test('gives no two records the same id, of whatever kind', () => {
    const ids = [...founding.sources, ...founding.entities, ...founding.relationships].map((r) => r.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('ties every entity to another, and cites every source, or one that derives from it', () => {
    const ends = new Set(founding.relationships.flatMap((r) => [r.from, r.to]));
    expect(founding.entities.filter((e) => !ends.has(e.id)).map((e) => e.id)).toEqual([]);
    const cited = withOrigins(citedSources([...founding.entities, ...founding.relationships]), (id) => sourceById.get(id));
    expect(founding.sources.filter((s) => !cited.has(s.id)).map((s) => s.id)).toEqual([]);
  });

  test('has names for charts that fit in a box', () => {
    const long = founding.entities.filter((e) => (e.shortName ?? e.name).length > 24);
    expect(long.map((e) => e.id)).toEqual([]);
  });

  test('keeps North Korea itself from tying everybody to everybody', () => {
    const degree = founding.relationships.filter((r) => r.from === 'north-korea' || r.to === 'north-korea').length;
    expect(degree).toBeLessThanOrEqual(6);
  });
});

describe('what people type', () => {
  const owners = new Map<string, Set<string>>();
  for (const e of founding.entities) {
    for (const name of [e.name, e.shortName ?? e.name, ...(e.aliases ?? [])]) {
      const key = name.toLowerCase();
      owners.set(key, (owners.get(key) ?? new Set()).add(e.id));
    }
  }

  test.each([
    ['Panda', 'panda-international'],
    ['Huawei', 'huawei'],
    ['华为', 'huawei'],
    ['Orascom', 'orascom-telecom-holding'],
    ['OTH', 'orascom-telecom-holding'],
    ['OTMT', 'otmt'],
    ['OIH', 'orascom-investment-holding'],
    ['KPTC', 'kptc'],
    ['Korea Post', 'kptc'],
    ['Koryo Post', 'kptc'],
    ['Unicom', 'china-unicom'],
    ['Kang Sing NET', 'kang-song-net'],
    ['Kang Song NET', 'kang-song-net'],
    ['CHEO', 'cheo-technology-jv'],
    ['TTK', 'transtelecom'],
    ['Koryo Link', 'koryolink'],
    ['고려링크', 'koryolink'],
    ['Loxpac', 'loxpac-thailand'],
    ['VEON', 'veon'],
    ['Checom', 'checom'],
    ['Loxley Pacific Hong Kong', 'loxley-pacific-hong-kong'],
    ['ТрансТелеКом', 'transtelecom'],
  ])('"%s" means %s and nothing else', (text, id) => {
    expect([...(owners.get(text.toLowerCase()) ?? [])]).toEqual([id]);
  });

  test('no name stands for two entities', () => {
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([name]) => name)).toEqual([]);
  });
});

describe('contradictions stand side by side', () => {
  test('the second operator has four names', () => {
    expect(saying(claimsOf('kang-song-net'), 'asserts')).toEqual(['commsupdate-2017-12-20', 'asia-times-2019-07']);
    expect(saying(claimsOf('kang-song-net'), 'questions')).toEqual(['upi-2015-07-08', 'mobile-world-live-4g']);
    expect(stances(claimsOf('byol'))).toEqual(['alleges', 'questions']);
    expect(status(tie('byol-same-as-star-jv'))).toBe('reading');
    expect(status(tie('byol-same-as-kang-song-net'))).toBe('reading');
  });

  test('the supposed end of Koryolink in 2017 is alleged twice and denied by its owner', () => {
    const { claims } = tie('koryolink-took-part-in-koryolink-halt');
    expect(saying(claims, 'alleges')).toEqual(['commsupdate-2017-12-20', 'telecom-asia-2017-12']);
    expect(saying(claims, 'denies')).toEqual(['nk-news-2017-12', 'youm7-2017-12-20']);
    expect(saying(claims, 'questions')).toEqual(['upi-2018-08-08', 'asiapress-2019-12']);
  });

  test('accounts differ on who received the customers', () => {
    expect(stances(tie('koryolink-hands-customers-to-kang-song-net').claims)).toEqual(['alleges', 'denies', 'questions']);
    expect(stances(tie('koryolink-hands-customers-to-byol').claims)).toEqual(['alleges', 'denies', 'questions']);
  });

  test('five companies are named or ruled out as holder of the 75 %', () => {
    const held = founding.relationships.filter(
      (r) => r.type === 'owns' && r.share === 75 && ['cheo-technology-jv', 'koryolink'].includes(r.to),
    );
    expect(held.map((r) => r.from).sort()).toEqual([
      'global-telecom-holding', 'orascom-investment-holding', 'orascom-telecom-holding', 'otmt',
    ]);
    expect(status(tie('global-telecom-holding-owns-koryolink'))).toBe('disputed');
    expect(status(tie('veon-owns-koryolink'))).toBe('denied');
  });

  test("the 1718 Committee's exemption is withheld and then announced", () => {
    const { claims } = tie('un-1718-committee-exempts-orascom-investment-holding');
    expect(stances(claims)).toEqual(['alleges', 'questions']);
    expect(status(tie('un-1718-committee-exempts-otmt'))).toBe('denied');
  });

  test('three accounts of who stands behind Achim Panda', () => {
    for (const id of [
      'taedonggang-computer-owns-achim-panda', 'electronic-products-development-partner-achim-panda',
      'panda-electronics-group-owns-achim-panda',
    ]) {
      expect(stances(tie(id).claims)).toEqual(['asserts', 'questions']);
    }
    expect(stances(tie('panda-international-operates-achim-panda').claims)).toEqual(['alleges', 'questions']);
  });

  test('Huawei denies a presence in 2019 and leaves open what the leaked papers allege of the years before', () => {
    for (const id of ['huawei-partners-panda-international', 'huawei-supplies-koryolink']) {
      expect(saying(tie(id).claims, 'questions')).toEqual(['washington-examiner-2019-07-22']);
      expect(stances(tie(id).claims)).not.toContain('denies');
      expect(status(tie(id))).toBe('disputed');
    }
    expect(stances(tie('huawei-active-in-north-korea').claims)).toEqual(['denies']);
    expect(status(tie('huawei-was-active-in-north-korea'))).toBe('reported');
  });

  test('the concession is of 30 years in one account and of 27 in another', () => {
    expect(saying(claimsOf('rason-concession'), 'asserts')).toEqual(['asia-times-2008-02-04', 'kbs-loxley-rason']);
    expect(saying(claimsOf('rason-concession'), 'questions')).toEqual(['kbs-loxley-rason']);
  });

  test('Intelsat ends in 2013 and is still seen in 2015', () => {
    expect(tie('intelsat-carries-traffic-for-star-jv-2012').end).toBe('2013');
    expect(stances(tie('intelsat-carries-traffic-for-star-jv-2015').claims)).toEqual(['alleges', 'questions']);
  });

  test('Sangwon is half or a little over a third in foreign hands', () => {
    expect(tie('orascom-construction-owns-sangwon-cement').share).toBe(50);
    expect(stances(tie('orascom-construction-owns-sangwon-cement').claims)).toEqual(['asserts', 'questions']);
    expect(tie('lafargeholcim-owns-sangwon-cement').share).toBe(36);
  });
});

describe('how sure the case is', () => {
  test.each<[string, Status]>([
    ['cheo-technology-jv-operates-koryolink', 'confirmed'],
    ['orascom-telecom-holding-owns-cheo-technology-jv', 'confirmed'],
    ['russian-railways-owns-transtelecom', 'confirmed'],
    ['asia-pacific-wire-cable-owns-loxpac-thailand', 'confirmed'],
    ['panda-electronics-group-owns-panda-international', 'reported'],
    ['transtelecom-carries-traffic-for-star-jv', 'confirmed'],
    ['cheo-technology-jv-owns-koryolink', 'reading'],
    ['veon-owns-koryolink', 'denied'],
    ['star-jv-operates-kp-domain', 'disputed'],
    ['kptc-operates-kp-domain', 'disputed'],
    ['loxley-owns-neat-and-t', 'disputed'],
    ['kptc-owns-neat-and-t', 'disputed'],
    ['kptc-owns-cheo-technology-jv', 'disputed'],
    ['panda-international-intermediary-for-huawei', 'alleged'],
    ['huawei-builds-interception-gateway', 'disputed'],
    ['marchmont-trust-controls-otmt', 'alleged'],
    ['panda-international-supplies-koryolink', 'alleged'],
    ['transtelecom-carries-60-percent-for-star-jv', 'alleged'],
    ['government-of-north-korea-controls-koryolink', 'disputed'],
    ['huawei-active-in-north-korea', 'denied'],
  ])('%s is %s', (id, expected) => {
    expect(status(tie(id))).toBe(expected);
  });

  test('Huawei reaches Koryolink through Panda', () => {
    const between = (a: string, b: string) =>
      founding.relationships.filter((r) => (r.from === a && r.to === b) || (r.from === b && r.to === a)).map((r) => r.type);
    expect(between('huawei', 'panda-international')).toEqual(expect.arrayContaining(['partnersWith', 'intermediaryFor']));
    expect(between('panda-international', 'koryolink')).toEqual(expect.arrayContaining(['supplies', 'provides']));
    expect(between('huawei', 'koryolink')).toContain('supplies');
  });
});

describe('who held what when', () => {
  function holders(of: string, date: string): string[] {
    return founding.relationships
      .filter((r) => r.type === 'owns' && r.to === of && heldIn(r, asOf(date)) === 'yes')
      .map((r) => r.from)
      .sort();
  }

  test('in 2003 the phones are those of Loxley, and Koryolink is not there yet', () => {
    expect(holders('neat-and-t', '2003')).toEqual(['kptc', 'loxley']);
    expect(heldIn(tie('loxley-pacific-operates-sunnet'), asOf('2003'))).toBe('yes');
    expect(holders('cheo-technology-jv', '2003')).toEqual([]);
    expect(heldIn(tie('cheo-technology-jv-operates-koryolink'), asOf('2003'))).toBe('no');
    expect(heldIn(tie('huawei-supplies-koryolink'), asOf('2003'))).toBe('no');
  });

  test('in 2003 nothing leads to Koryolink but one undated infobox', () => {
    const ties = founding.relationships.filter(
      (r) => (r.from === 'koryolink' || r.to === 'koryolink') && status(r) !== 'denied' && heldIn(r, asOf('2003')) !== 'no',
    );
    expect(ties.map((r) => r.id)).toEqual(['global-telecom-holding-owns-koryolink']);
  });

  test('in 2009 Orascom Telecom holds Koryolink with the Korean post, and Sunnet is gone by most accounts', () => {
    expect(holders('cheo-technology-jv', '2009')).toEqual(['kptc', 'orascom-telecom-holding']);
    expect(heldIn(tie('cheo-technology-jv-operates-koryolink'), asOf('2009'))).toBe('yes');
    expect(heldIn(tie('loxley-pacific-operates-sunnet'), asOf('2009'))).toBe('no');
  });

  test('in 2013 OTMT is the holder, in 2019 OIH', () => {
    expect(holders('cheo-technology-jv', '2013')).toEqual(['kptc', 'otmt']);
    expect(holders('cheo-technology-jv', '2019')).toEqual(['kptc', 'orascom-investment-holding']);
  });

  test('in 2011 and July 2018, when the holder changed, both are possible', () => {
    const possibly = (id: string, date: string) => heldIn(tie(id), asOf(date));
    expect(possibly('orascom-telecom-holding-owns-cheo-technology-jv', '2011-06')).toBe('possibly');
    expect(possibly('otmt-owns-cheo-technology-jv', '2011-06')).toBe('possibly');
    expect(possibly('otmt-owns-cheo-technology-jv', '2018-06')).toBe('yes');
    expect(possibly('otmt-owns-cheo-technology-jv', '2018-07-10')).toBe('possibly');
    expect(possibly('orascom-investment-holding-owns-cheo-technology-jv', '2018-07-10')).toBe('possibly');
    expect(possibly('otmt-owns-cheo-technology-jv', '2018-08')).toBe('no');
  });

  test('Loxley Pacific is Loxpac from 2017 on', () => {
    expect(heldIn(tie('loxley-owns-loxley-pacific'), asOf('2013'))).toBe('possibly');
    expect(heldIn(tie('loxley-owns-loxley-pacific'), asOf('2017'))).toBe('no');
    expect(holders('loxpac-thailand', '2017')).toEqual(['asia-pacific-wire-cable', 'charoong-thai', 'loxley', 'teltech']);
    expect(heldIn(tie('loxpac-thailand-partner-star-jv'), asOf('2017'))).toBe('yes');
  });

  test('Russia carries traffic from October 2017 on, not before', () => {
    expect(heldIn(tie('transtelecom-carries-traffic-for-star-jv'), asOf('2017-09'))).toBe('no');
    expect(heldIn(tie('transtelecom-carries-traffic-for-star-jv'), asOf('2017-10'))).toBe('yes');
  });
});
