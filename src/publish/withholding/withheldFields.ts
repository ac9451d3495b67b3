import { foldText, type Dataset, type Entity, type Relationship, type Source } from '../../model';
import type { Withheld } from './withhold';

/** The fields that may be withheld by themselves, of records of each kind: those that a record can do without. */
export const withholdableFields = {
  entity: ['shortName', 'aliases', 'jurisdiction', 'start', 'end', 'identifiers', 'summary', 'properties'],
  relationship: ['start', 'end', 'share', 'amount', 'role', 'label', 'properties'],
  source: ['author', 'published', 'url', 'accessed', 'archived', 'file', 'language'],
} as const satisfies Record<Withheld['kind'], readonly string[]>;

type AnyRecord = Entity | Relationship | Source;

/** A dataset whose records lack the fields that are withheld. Cost O(records). */
export function withoutFields(dataset: Dataset, withheld: readonly Withheld[]): Dataset {
  const fields = new Map<string, Set<string>>();
  for (const { kind, id, field } of withheld) {
    if (field === undefined) continue;
    const key = `${kind}/${id}`;
    fields.set(key, (fields.get(key) ?? new Set()).add(field));
  }
  if (fields.size === 0) return dataset;
  const without = <R extends AnyRecord>(kind: Withheld['kind']) => (record: R): R => {
    const gone = fields.get(`${kind}/${record.id}`);
    return gone ? (Object.fromEntries(Object.entries(record).filter(([name]) => !gone.has(name))) as R) : record;
  };
  return {
    ...dataset, entities: dataset.entities.map(without<Entity>('entity')), sources: dataset.sources.map(without<Source>('source')),
    relationships: dataset.relationships.map(without<Relationship>('relationship')),
  };
}

/** A shorter value, a date, a share or a country stands in many texts that tell nothing. */
const SHORTEST = 5;

/**
 * The spellings by which the value of a field can be told where it stands elsewhere: its words, its number in a register, its address. None
 * for dates, shares, amounts and countries, and none for what is a part of the record's own name, which is published.
 */
export function spellingsOfField(record: AnyRecord, field: string): { names: string[]; codes: string[] } {
  const value = (record as unknown as Record<string, unknown>)[field];
  const own = 'name' in record ? foldText([record.name, field === 'shortName' ? '' : record.shortName ?? ''].join(' ')) : '';
  const told = TELLING.has(field) ? textsIn(value) : [];
  return { names: [...new Set(told)].filter((text) => foldText(text).length >= SHORTEST && !own.includes(foldText(text))), codes: [] };
}

const TELLING: ReadonlySet<string> = new Set([
  'shortName', 'aliases', 'identifiers', 'summary', 'properties', 'role', 'label', 'author', 'url', 'archived', 'file',
]);

/** Of an identifier its number, of a file its name. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== 'object') return [];
  if ('scheme' in value && 'value' in value) return textsIn(value.value);
  return 'sha256' in value && 'name' in value ? textsIn(value.name) : Object.values(value).flatMap(textsIn);
}
