import type { RawEntities, RawEntity } from './rawEntity';

/** The properties under which a paper's number may stand. */
const NUMBERS = ['passportNumber', 'number', 'personalNumber'] as const;

/**
 * Passports and other papers are no parties: their numbers become values of whom they identify, and what else is said of
 * a paper one text beside them, a paper without a number too. Papers whose holder the file lacks stay entities. Returns
 * the papers that are used up.
 */
export function foldIdentification(raws: RawEntities): Set<RawEntity> {
  const folded = new Set<RawEntity>();
  for (const paper of raws.byId.values()) {
    if (paper.schema !== 'Passport' && paper.schema !== 'Identification') continue;
    const holders = (paper.values.get('holder') ?? []).map((id) => raws.byId.get(id));
    if (holders.length === 0 || holders.includes(undefined)) continue;
    for (const holder of holders) fold(paper, holder!);
    folded.add(paper);
  }
  return folded;
}

function fold(paper: RawEntity, holder: RawEntity): void {
  const numbers = NUMBERS.flatMap((name) => paper.values.get(name) ?? []);
  const property = paper.schema === 'Passport' ? 'passportNumber' : 'idNumber';
  if (numbers.length > 0) add(holder, property, [...new Set(numbers)]);
  const details = [...paper.values].filter(([name]) => name !== 'holder').map(([name, values]) => `${name}: ${values.join(', ')}`);
  add(holder, paper.schema, [details.join('; ') || `without a number (${paper.id})`]);
}

function add(holder: RawEntity, property: string, values: readonly string[]): void {
  const held = holder.unpack().values;
  const known = held.get(property) ?? [];
  held.set(property, [...known, ...values.filter((value) => !known.includes(value))]);
}
