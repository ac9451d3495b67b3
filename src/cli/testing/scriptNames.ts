import { SNAPSHOT_FORMAT, type Snapshot } from '../../model';

/**
 * Names in every script that the product has a font for, with what makes each hard:
 * rare characters, joined letters, marks, numbers between.
 */
export const scriptNames = [
  '삼성전자 주식회사', '中国石油化工集团公司', '臺灣積體電路製造股份有限公司', '三菱UFJ銀行', 'カブシキガイシャ あおぞら', '髙﨑𠮷野家',
  'شركة أوراسكوم تيليكوم القابضة 2008', 'بانک ملی ایران (شعبه لندن)', 'בנק לאומי Ltd (2)', 'บริษัท ปตท. จำกัด', 'भारतीय स्टेट बैंक',
  'Газпром нефть', 'ҚазМұнайГаз', 'Ελληνικά Πετρέλαια', 'Ngân hàng Việt Nam', 'Łódź Ångström',
] as const;

/** A chart of them, each tied to the next. */
export const scriptSnapshot: Snapshot = {
  format: SNAPSHOT_FORMAT, title: 'Names', origin: { id: 'names', title: 'Names' },
  dataset: {
    format: 'throughline/1',
    id: 'names',
    title: 'Names',
    sources: [{ id: 's', title: 'List', publisher: 'Register', kind: 'registry' }],
    entities: scriptNames.map((name, i) => ({ id: `e${i}`, type: 'company', name })),
    relationships: scriptNames
      .slice(1)
      .map((_, i) => ({ id: `r${i}`, type: 'owns', from: `e${i}`, to: `e${i + 1}`, claims: [{ source: 's', stance: 'asserts' }] })),
  },
  chart: {
    layout: 'organic',
    positions: Object.fromEntries(scriptNames.map((_, i) => [`e${i}`, { x: 220 * (i % 4), y: 110 * Math.floor(i / 4) }])), pinned: [],
  },
  filter: {},
};
