/** Where a number of a scheme is unique: in the world, in one country (or region of it), or not known to be so. */
type Scope = 'world' | 'country' | 'unknown';

/** What a scheme of identifiers is worth when two entities have the same number, or different ones. */
export interface IdentifierScheme {
  /** Schemes of one family hold the same numbers: an RA code of GLEIF, a register of org-id.guide and a bare "registration number". */
  readonly family: string;
  readonly scope: Scope;
  /** Whether a party has but one number, so that two different ones speak against. */
  readonly single: boolean;
  /** As a sentence names it. */
  readonly label: string;
  /** Whether it is the number of a human being's papers, which no sentence shows. */
  readonly personal?: boolean;
  /** What a valid number looks like without spaces and hyphens, in capitals; others count as of unknown scope. */
  readonly shape?: RegExp;
  /** The country whose register it is, where the scheme tells. */
  readonly country?: string;
}

const world = (label: string, single: boolean, shape?: RegExp): IdentifierScheme => ({
  family: label.toLowerCase(), scope: 'world', single, label, ...(shape ? { shape } : {}),
});
const national = (family: string, label: string): IdentifierScheme => ({ family, scope: 'country', single: false, label });
const papers = (family: string, label: string): IdentifierScheme => ({ ...national(family, label), personal: true });

/**
 * By the scheme's name in lower-case letters and digits. Names are those under which the readers keep them
 * (`formats/words/identifierSchemes.ts`).
 */
const SCHEMES: Readonly<Record<string, IdentifierScheme>> = {
  lei: world('LEI', true, /^[A-Z0-9]{18}[0-9]{2}$/),
  imo: world('IMO number', true, /^(IMO)?[0-9]{7}$/),
  wikidata: world('Wikidata item', true, /^Q[0-9]+$/),
  opencorporates: world('OpenCorporates id', false),
  opencorporatesurl: world('OpenCorporates id', false),
  isin: world('ISIN', false, /^[A-Z]{2}[A-Z0-9]{9}[0-9]$/),
  figicode: world('FIGI', false, /^[A-Z0-9]{12}$/),
  bic: world('BIC', false, /^[A-Z0-9]{8}([A-Z0-9]{3})?$/),
  duns: world('DUNS number', true, /^[0-9]{9}$/),
  uei: world('UEI', true, /^[A-Z0-9]{12}$/),
  cik: world('CIK', true, /^[0-9]{1,10}$/),
  permid: world('PermID', true, /^[0-9]{8,}$/),
  bvdid: world('BvD ID', true),
  ogrn: world('OGRN', true, /^[0-9]{13}([0-9]{2})?$/),
  inn: world('INN', true, /^[0-9]{10}([0-9]{2})?$/),
  okpo: world('OKPO', true, /^[0-9]{8}([0-9]{2})?$/),
  iban: world('IBAN', false, /^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$/),
  vat: world('VAT number', false, /^[A-Z]{2}[A-Z0-9]{6,}$/),
  publickey: world('wallet address', false, /^[A-Z0-9]{25,}$/),
  npicode: world('NPI', true, /^[0-9]{10}$/),
  unscid: world('UN list reference', false),
  registrationnumber: national('register', 'registration number'),
  companynumber: national('register', 'registration number'),
  register: national('register', 'registration number'),
  unnamedregister: national('register', 'registration number'),
  ibcruc: national('register', 'registration number'),
  taxnumber: national('tax', 'tax number'),
  idnumber: papers('papers', 'identity number'),
  passportnumber: papers('passport', 'passport number'),
  passport: papers('passport', 'passport number'),
  personalnumber: papers('papers', 'identity number'),
  socialsecuritynumber: papers('social security', 'social security number'),
};

/** The scheme of an identifier by its name; one that is not known counts for little. */
export function schemeNamed(name: string): IdentifierScheme {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (Object.hasOwn(SCHEMES, key)) return SCHEMES[key]!;
  if (/^RA\d{6}$/.test(name)) return { ...national('register', 'registration number'), single: true };
  const register = /^([A-Z]{2})-[A-Z0-9]+$/.exec(name);
  if (register && register[1] !== 'XI' && register[1] !== 'XM')
    return { ...national('register', 'registration number'), single: true, country: register[1]! };
  return { family: key, scope: 'unknown', single: false, label: spacedOut(name) };
}

function spacedOut(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').trim();
}

/**
 * A number as it is compared: in capitals, without spaces and punctuation, the address of a website before it and zeros at its beginning.
 * Undefined for what is no number: nothing, one character repeated, fewer than four, or no digit at all (as in "N/A" or "unknown").
 */
export function numberOf(value: string): string | undefined {
  const bare = value
    .replace(/^https?:\/\/[^/]+\/(companies\/|wiki\/|entity\/)?/i, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '');
  return bare.length < 4 || !/\d/.test(bare) || /^(.)\1+$/.test(bare) ? undefined : bare;
}
