import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDataset, statusOf, type Dataset, type Entity, type Relationship, type Stance, type Status } from './index';

const file = new URL('../../graph-data/north-korea-telecom.json', import.meta.url);
const founding = readDataset(JSON.parse(readFileSync(file, 'utf8'))).dataset as Dataset;
const records = new Map<string, Entity | Relationship>([...founding.entities, ...founding.relationships].map((r) => [r.id, r]));
const sourceOf = new Map(founding.sources.map((s) => [s.id, s]));

/** What is told, the record that carries it, the source that tells it, its stance, and a word or figure of the statement. */
type Telling = readonly [told: string, record: string, source: string, stance: Stance, words: RegExp];

const tellings: readonly Telling[] = [
  [
    'base stations are refitted with used Huawei machines', 'government-of-north-korea-bought-used-base-station-equipment',
    'daily-nk-2023-10-30', 'alleges', /used Huawei/,
  ],
  ['4G is opened on used gear', 'north-korea-4g-runs-on-used-base-station-equipment', 'light-reading-2024-01-09', 'alleges', /Huawei/],
  ['Byol has 7.1 million connections', 'byol', 'mobile-world-live-4g', 'alleges', /7\.1 million/],
  ['Koryolink is left with 400,000', 'koryolink', 'mobile-world-live-4g', 'alleges', /400,000/],
  ['the Egyptian partner leaves in 2022', 'orascom-investment-holding-leaves-koryolink', 'mobile-world-live-4g', 'asserts', /2022/],
  [
    'the venture lends EUR 81.7 million', 'cheo-technology-jv-lends-to-orascom-investment-holding', 'al-borsa-2022-10-24', 'asserts',
    /81\.7 million without interest/,
  ],
  ['the sum stays in the country', 'oih-funds-north-korea', 'al-borsa-2022-10-24', 'asserts', /account inside/],
  [
    'a filing puts the loan at USD 80 million', 'cheo-technology-jv-lends-to-orascom-investment-holding', 'nk-news-2022-11', 'asserts',
    /USD 80 million/,
  ],
  [
    'cash is written down in 2024', 'orascom-investment-holding-writes-down-funds-north-korea', 'youm7-2024-loss', 'asserts',
    /EGP 593 million/,
  ],
  [
    'the loan has finance costs', 'cheo-technology-jv-lends-to-orascom-investment-holding', 'youm7-2024-loss', 'questions',
    /EGP 234 million/,
  ],
  [
    'the exemption is open-ended', 'un-1718-committee-exempts-orascom-investment-holding', 'forbes-middle-east-2018-12-31', 'alleges',
    /open-ended/,
  ],
  [
    'the network is exempt as infrastructure', 'un-1718-committee-exempts-koryolink', 'forbes-middle-east-2018-12-31', 'alleges',
    /infrastructure/,
  ],
  [
    'word comes through New York', 'egypt-embassy-new-york-notifies-orascom-investment-holding', 'reuters-2018-09-23', 'alleges',
    /New York/,
  ],
  [
    'word comes through Washington', 'egypt-embassy-washington-notifies-orascom-investment-holding', 'enterprise-2018-09-24', 'alleges',
    /Washington/,
  ],
  ['OTMT is renamed by letter of 18 July 2018', 'orascom-investment-holding-succeeds-otmt', 'upi-2018-08-08', 'asserts', /18 July 2018/],
  ['prosecutors, too, speak of A9', 'huawei', 'freightwaves-2020-02', 'alleges', /A9/],
  [
    'the indictment is an export case', 'huawei-indictment-2020-concerns-government-of-north-korea', 'freightwaves-2020-02', 'alleges',
    /licence/,
  ],
  [
    'the indictment is about lies to banks', 'huawei-indictment-2020-concerns-government-of-north-korea', 'one-free-korea-2020-02-14',
    'questions', /banks/,
  ],
  ['Huawei pleads not guilty', 'huawei-indictment-2020-concerns-government-of-north-korea', 'reuters-2020-03-04', 'denies', /denies/],
  ['the judge refuses to dismiss', 'us-court-edny-refuses-dismissal-to-huawei', 'bloomberg-2025-07-02', 'asserts', /13 counts/],
  ['the trial is set for 4 May 2026', 'huawei-trial-2026', 'bloomberg-2025-07-02', 'asserts', /4 May 2026/],
  ['the post runs Kang Song NET', 'kptc-operates-kang-song-net', 'blog-of-mobile-2021-01-03', 'asserts', /corporation/],
  ['Koryolink runs Kang Song NET', 'koryolink-runs-kang-song-net', 'underkg-koryolink', 'asserts', /Kangsong/],
  ['Kang Song NET is of the provinces', 'kang-song-net-active-in-provinces', 'asiapress-2019-12', 'asserts', /provinces/],
  ['6.5 to 7 million phones are in use', 'north-korea', 'korea-bizwire-2022-11-15', 'alleges', /6\.5 to 7 million/],
  [
    'two ministries sign', 'russia-digital-ministry-contracts-information-industry-ministry', 'pyongyang-times-2024-11-01', 'asserts',
    /sign/,
  ],
  ['every access vanishes', 'internet-outage-2025', 'timesng-outage', 'alleges', /vanish/],
  [
    'television moves to a Russian satellite', 'korean-central-television-broadcasts-through-express-103', 'reuters-2024-07-01', 'alleges',
    /Russian satellite/,
  ],
  ['the spy agency stands behind Glocom', 'reconnaissance-general-bureau-controls-glocom', 'reuters-2017-02-28', 'alleges', /spy agency/],
  ['Pan Systems Pyongyang runs Glocom', 'pan-systems-pyongyang-operates-glocom', 'reuters-2017-03', 'alleges', /Pyongyang arm/],
  ['Louis Low did not set it up', 'louis-low-directs-pan-systems-pyongyang', 'reuters-2017-03', 'denies', /neither/],
  ['USD 653 million are cash', 'koryolink', 'wsj-2016-01-01', 'asserts', /USD 653 million/],
  ['USD 653 million are earnings', 'cheo-technology-jv-pays-otmt', 'disruptive-asia-koryolink', 'alleges', /USD 653 million/],
  ['at the street rate it is little', 'koryolink', 'piie-misadventures', 'questions', /USD 8 million/],
  [
    'the merger fails over who manages', 'koryolink-discusses-merger-with-kang-song-net', 'voa-koryolink-half-year-2016', 'asserts',
    /who manages/,
  ],
  ['net assets are USD 930 million', 'koryolink', 'voa-koryolink-half-year-2016', 'asserts', /USD 930 million/],
  ['net assets are USD 490 million', 'koryolink', 'voa-koryolink-nine-months-2016', 'asserts', /USD 490 million/],
  ['the gateway grows to 5,000 targets', 'interception-gateway', 'ibtimes-huawei', 'alleges', /5,000/],
  [
    'Sunnet is made of used Hungarian equipment', 'vodafone-hungary-supplies-sunnet', '38-north-mobile-20-years', 'asserts',
    /used equipment/,
  ],
  ['5,300 subscribers at the start', 'koryolink', 'yonhap-2009-06-25', 'asserts', /5,300/],
  ['1,600 subscribers in the first year', 'koryolink', 'unnamed-newspaper-koryolink', 'questions', /1,600/],
  ['hackers enter computers of OTMT', 'north-korean-hackers-breach-otmt', 'bloomberg-2018-02', 'alleges', /Flash/],
  ['OTMT knows of no attack', 'north-korean-hackers-breach-otmt', 'bloomberg-2018-02', 'denies', /no cyber attack/],
  ['Checom alone makes handsets', 'checom-builds-north-korean-smartphones', 'news1-phone-factory', 'alleges', /KISDI/],
  [
    'Chinese firms make them to order', 'chinese-phone-makers-build-north-korean-smartphones', 'korea-bizwire-2024-09-26', 'alleges',
    /to order/,
  ],
  ['Jindallae makes its own', 'jindallae-factory-builds-jindallae-phones', 'kbs-2025-08-22', 'alleges', /March 2018/],
  ['Gionee made the Pyongyang 2425', 'gionee-builds-pyongyang-2425', 'daily-nk-pyongyang-2425', 'alleges', /device number/],
  ['Uniscope made the Arirang', 'uniscope-builds-arirang-as1201', 'tech-in-asia-arirang', 'asserts', /U1201/],
  ['chips of MediaTek are found', 'mediatek-supplies-pyongyang-phones', 'reuters-2019-09', 'asserts', /chips/],
  ['MediaTek ships nothing there', 'mediatek-supplies-pyongyang-phones', 'reuters-2019-09', 'denies', /nothing/],
  ['detectors come through Hyoksin', 'hyoksin-trade-supplies-state-security-department', 'daily-nk-2014-11-12', 'alleges', /2013/],
  ['Sawiris resigns as of 1 January 2017', 'naguib-sawiris-directs-otmt', 'reuters-2016-12-04', 'asserts', /1 January 2017/],
  ['El Mahdi is nominated', 'tamer-el-mahdi-nominated-to-head-otmt', 'reuters-2016-12-04', 'asserts', /Djezzy/],
  [
    'a foreign exchange bank is the partner, in 2011', 'choson-foreign-exchange-bank-partner-orabank', 'voa-2016-12', 'asserts',
    /March 2011/,
  ],
  ['the envoy is present in Kuala Lumpur', 'ri-su-yong-meets-kptc', '38-north-koryolink-surveillance', 'asserts', /Kuala Lumpur/],
  [
    'the leaders have a network of their own', 'government-of-north-korea-operates-leaders-network',
    'cyber-security-intelligence-leaders-network', 'alleges', /of their own/,
  ],
  ['Star JV takes .kp over in December 2010', 'star-jv-operates-kp-domain', 'iana-2011-04-01', 'asserts', /December 2010/],
  ['the plea of ZTE is about Iran', 'zte-export-case', 'doj-zte-plea', 'asserts', /Iran/],
];

describe('the case to 2026', () => {
  test.each(tellings)('%s', (_told, record, source, stance, words) => {
    const said = (records.get(record)?.claims ?? []).filter((c) => c.source === source && c.stance === stance).map((c) => c.statement);
    expect(said).toContainEqual(expect.stringMatching(words));
  });

  test.each<[string, Status]>([
    ['huawei-made-used-base-station-equipment', 'alleged'],
    ['orascom-investment-holding-leaves-koryolink', 'disputed'],
    ['cheo-technology-jv-lends-to-orascom-investment-holding', 'disputed'],
    ['orascom-investment-holding-writes-off-cheo-technology-jv', 'disputed'],
    ['orascom-investment-holding-owns-funds-north-korea', 'confirmed'],
    ['un-1718-committee-exempts-koryolink', 'disputed'],
    ['huawei-indictment-2020-concerns-government-of-north-korea', 'disputed'],
    ['us-court-edny-refuses-dismissal-to-huawei', 'reported'],
    ['louis-low-directs-pan-systems-pyongyang', 'denied'],
    ['mediatek-supplies-pyongyang-phones', 'disputed'],
    ['jindallae-factory-builds-jindallae-phones', 'disputed'],
  ])('%s is %s', (id, expected) => {
    expect(statusOf(records.get(id)!.claims!, (source) => sourceOf.get(source))).toBe(expected);
  });
});
