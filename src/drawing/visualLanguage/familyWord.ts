import type { Family } from '../../model';

/** A family in a few letters, for lines without words where colour tells nothing. */
export const familyWords: Readonly<Record<Family, string>> = {
  ownership: 'own.', venture: 'vent.', operation: 'oper.', supply: 'supp.', finance: 'fin.', authority: 'auth.', people: 'pers.',
  other: 'oth.',
};
