import { countryCode } from '../words';

/** Languages in which names of countries are known, by the names that the platform's Unicode data has. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'ru', 'it', 'pt', 'zh', 'ar'] as const;
/** Usual names that the Unicode data has otherwise. */
const MORE: Readonly<Record<string, string>> = {
  'north korea': 'KP',
  dprk: 'KP',
  "democratic people's republic of korea": 'KP',
  'south korea': 'KR',
  'republic of korea': 'KR',
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'u.k.': 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB-SCT',
  russia: 'RU',
  'russian federation': 'RU',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  'czech republic': 'CZ',
  burma: 'MM',
  'ivory coast': 'CI',
  bvi: 'VG',
  uae: 'AE',
  "people's republic of china": 'CN',
  prc: 'CN',
  vietnam: 'VN',
  syria: 'SY',
  iran: 'IR',
  laos: 'LA',
  tanzania: 'TZ',
  bolivia: 'BO',
  venezuela: 'VE',
  moldova: 'MD',
  turkey: 'TR',
  holland: 'NL',
  'the netherlands': 'NL',
};

let byName: ReadonlyMap<string, string> | undefined;

/** The ISO 3166 code of a country by its code or its name in nine languages; undefined where it is neither. */
export function countryNamed(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  return countryCode(text) ?? MORE[name] ?? (byName ??= namesOfCountries()).get(name);
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes.filter((one) => !/^(EU|EZ|UN|XA|XB|ZZ|QO|SU|DD|YU|AN|CS|FX|TP|BU|VD|YD|ZR|NH|HV|RH|DY|SF|UK)$/.test(one))) {
      const name = display.of(code)?.toLowerCase();
      if (name !== undefined && !names.has(name)) names.set(name, code);
    }
  }
  return names;
}
