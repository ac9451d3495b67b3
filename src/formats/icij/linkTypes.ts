import type { RelationshipType } from '../../model';

/** How a kind of link reads. */
interface LinkReading {
  readonly type: RelationshipType;
  readonly role?: string;
  readonly label?: string;
}

/** What `rel_type` means, but for officers. */
const KINDS: Readonly<Record<string, LinkReading>> = {
  intermediary_of: { type: 'intermediaryFor' },
  registered_address: { type: 'locatedIn', role: 'registered address' },
  same_as: { type: 'sameAs' },
  same_id_as: { type: 'sameAs', role: 'same id' },
  same_company_as: { type: 'sameAs', role: 'same company' },
  same_intermediary_as: { type: 'sameAs', role: 'same intermediary' },
  probably_same_officer_as: { type: 'linkedTo', label: 'is probably the same officer as' },
  same_name_as: { type: 'linkedTo', label: 'has the same name as' },
  same_address_as: { type: 'linkedTo', label: 'has the same address as' },
  similar: { type: 'linkedTo', label: 'is similar to' },
  similar_company_as: { type: 'linkedTo', label: 'is a company similar to' },
  connected_to: { type: 'linkedTo', label: 'is connected to' },
  underlying: { type: 'linkedTo', label: 'underlies' },
};

/** What an officer is of an entity, by words in `link`; the first that fits. */
const OFFICES: readonly (readonly [RegExp, RelationshipType])[] = [
  [/beneficial owner|beneficiary|ultimate owner|signatory/, 'controls'],
  [/shareholder|owner|bond holder|bearer/, 'owns'],
  [/trustee/, 'trusteeOf'],
  [/power of attorney|attorney|legal advisor|representative|proxy/, 'represents'],
  [/director|president|secretary|treasurer|chairman|manager|officer|board|partner|auditor/, 'directs'],
  [/\bmember\b/, 'memberOf'],
];

/**
 * What a row of relationships is: `link` tells an officer's office, which is kept as the role.
 * What is not known is linkedTo with its own words.
 */
export function linkReading(relType: string, link: string): LinkReading {
  const kind = relType.trim().toLowerCase().replaceAll(' ', '_');
  const plain = link.trim().toLowerCase();
  if (Object.hasOwn(KINDS, kind) && (kind !== 'intermediary_of' || plain === '' || plain === 'intermediary of')) return KINDS[kind]!;
  const office = plain.replace(/\s+of$/, '');
  if (Object.hasOwn(KINDS, kind)) return { ...KINDS[kind]!, role: office };
  const type = OFFICES.find(([words]) => words.test(plain))?.[1];
  if (type !== undefined) return { type, ...(office === '' ? {} : { role: office }) };
  const words = plain || relType.trim().toLowerCase().replaceAll('_', ' ');
  return { type: 'linkedTo', label: words === '' ? 'is linked to' : `is ${words}` };
}
