import anyAscii from 'any-ascii';

/** Words that say what a company is in law and not which one it is. */
const LEGAL_FORMS = new Set(['ag', 'bv', 'co', 'company', 'corp', 'corporation', 'gmbh', 'inc', 'incorporated', 'jsc', 'limited', 'llc', 'ltd', 'nv', 'ooo', 'oy', 'plc', 'pte', 'pty', 'pub', 'public', 'sa', 'sae', 'sarl', 'spa', 'the']);

/** A name as duplicates are compared: in Latin letters without marks, case, punctuation, spaces or legal form. */
export function foldName(name: string): string {
  const words = anyAscii(name).toLowerCase().replace(/[.'’]/g, '').split(/[^a-z0-9]+/).filter((w) => w !== '');
  const telling = words.filter((w) => !LEGAL_FORMS.has(w));
  return (telling.length > 0 ? telling : words).join('');
}
