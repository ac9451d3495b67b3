/**
 * The names under which well-known registers' numbers are kept, whatever a format calls them, so that the same number
 * is found again across files. Left: the format's own name, in any case. All other names are kept as they stand.
 */
const SCHEMES: Readonly<Record<string, string>> = {
  leicode: 'LEI',
  'xi-lei': 'LEI',
  lei: 'LEI',
  imonumber: 'IMO',
  mmsi: 'MMSI',
  isin: 'ISIN',
  isincode: 'ISIN',
  swiftbic: 'BIC',
  bic: 'BIC',
  vatcode: 'VAT',
  inncode: 'INN',
  ogrncode: 'OGRN',
  okpocode: 'OKPO',
  kppcode: 'KPP',
  dunscode: 'DUNS',
  wikidataid: 'Wikidata',
  uniqueentityid: 'UEI',
  cikcode: 'CIK',
  permid: 'PermID',
  bvdid: 'BvD ID',
  ibcruc: 'IBC/RUC',
  iban: 'IBAN',
};

/** The name under which a number is kept. */
export function schemeOf(name: string): string {
  return Object.hasOwn(SCHEMES, name.toLowerCase()) ? SCHEMES[name.toLowerCase()]! : name;
}
