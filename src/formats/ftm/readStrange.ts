import type { RawEntities, RawEntity } from './rawEntity';
import type { LinkReading } from './schemaTypes';

/** How a link of a schema that this version does not know is read: two of its properties hold ids of entities of the file, and the schema's name is the verb. Undefined where it is no link. */
export function readStrange(raw: RawEntity, raws: RawEntities): LinkReading | undefined {
  const ends = [...raw.values].filter(([, values]) => values.every((value) => value !== raw.id && raws.byId.has(value))).map(([name]) => name);
  if (ends.length !== 2 || raw.values.has('name')) return undefined;
  const words = raw.schema.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return { from: ends[0]!, to: ends[1]!, type: 'linkedTo', label: `is tied by ${words} to` };
}
