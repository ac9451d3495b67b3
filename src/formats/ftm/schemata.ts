import type { CompactSchema } from './compactSchemata';
import data from './schemata.json';

const schemata = new Map(Object.entries(data as Record<string, CompactSchema>));

/** A schema of FollowTheMoney; undefined for one that this version does not have. */
export function schemaNamed(name: string): CompactSchema | undefined {
  return schemata.get(name);
}

const lineageCache = new Map<string, readonly string[]>();

/** A schema's own name and those of all its ancestors, nearest first. */
export function lineageOf(name: string): readonly string[] {
  if (!schemata.has(name)) return [name];
  const known = lineageCache.get(name);
  if (known) return known;
  const line = [name];
  for (let i = 0; i < line.length; i += 1) {
    for (const parent of schemaNamed(line[i]!)?.extends ?? []) if (!line.includes(parent)) line.push(parent);
  }
  lineageCache.set(name, line);
  return line;
}

export function isA(name: string, ancestor: string): boolean {
  return lineageOf(name).includes(ancestor);
}

/** A property as a schema has it, inherited ones included. */
export interface PropertyEntry {
  /** The schema that brings it: "Thing" for `name`. */
  readonly owner: string;
  /** The type of its values: name, date, country, identifier, entity … */
  readonly type: string;
  /** For references: the schema that may stand there, and how the property is called. */
  readonly range?: string;
  readonly label?: string;
}

const NONE: ReadonlyMap<string, PropertyEntry> = new Map();
const propertyCache = new Map<string, ReadonlyMap<string, PropertyEntry>>();

/** All properties of a schema. */
export function propertiesOf(schema: string): ReadonlyMap<string, PropertyEntry> {
  if (!schemata.has(schema)) return NONE;
  const known = propertyCache.get(schema);
  if (known) return known;
  const found = new Map<string, PropertyEntry>();
  for (const owner of lineageOf(schema)) {
    for (const [name, type] of Object.entries(schemaNamed(owner)?.properties ?? {}))
      if (!found.has(name)) found.set(name, entryOf(owner, type));
  }
  propertyCache.set(schema, found);
  return found;
}

function entryOf(owner: string, text: string): PropertyEntry {
  const [type, range, ...label] = text.split(' ');
  return range === undefined ? { owner, type: type! } : { owner, type: type!, range, label: label.join(' ') };
}

/** What a schema and its ancestors require. */
export function requiredOf(schema: string): string[] {
  return [...new Set(lineageOf(schema).flatMap((name) => schemaNamed(name)?.required ?? []))];
}

/** The properties that a schema is called by, the first that has a value. */
export function captionOf(schema: string): readonly string[] {
  for (const name of lineageOf(schema)) {
    const caption = schemaNamed(name)?.caption;
    if (caption) return caption;
  }
  return ['name'];
}
