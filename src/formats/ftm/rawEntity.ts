import type { Gathering } from '../gather';

/** A FollowTheMoney entity as the file has it: every property a list of texts, nested entities replaced by their ids. */
export interface RawEntity {
  readonly id: string;
  schema: string;
  readonly values: Map<string, string[]>;
  /** What stands beside id, schema and properties: caption, datasets, referents, first_seen, … */
  readonly extras: Map<string, unknown>;
  readonly at: string;
}

type Json = Readonly<Record<string, unknown>>;

/** A record that an object is, or undefined. */
export function asObject(value: unknown): Json | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : undefined;
}

/**
 * Entities by id, in the order of their first mention. The same id again is another fragment of the same entity, as
 * FollowTheMoney has it: their values are united, and the more special schema counts.
 */
export class RawEntities {
  readonly byId = new Map<string, RawEntity>();
  fragments = 0;

  constructor(
    readonly gathering: Gathering,
    readonly moreSpecial: (a: string, b: string) => string,
  ) {}

  /** Adds an entity and those nested in it. Returns its id; undefined, reported, where it is none. Nesting is bounded by the JSON reader. */
  add(value: unknown, at: string): string | undefined {
    const json = asObject(value);
    const schema = json?.schema;
    const id = idText(json?.id);
    if (!json || typeof schema !== 'string' || schema === '' || id === undefined) {
      this.gathering.warn('not-an-entity', at, 'This record has no "id" and "schema", so it is no FollowTheMoney entity.', 'Give it both, or remove it.', JSON.stringify(value)?.slice(0, 80));
      return undefined;
    }
    const raw = this.#at(id, schema, at);
    this.#properties(raw, json.properties, at);
    for (const [key, extra] of Object.entries(json)) if (!BASIC.has(key)) raw.extras.set(key, extra);
    return id;
  }

  /** Adds one value of one property, as a statement has it. */
  addStatement(id: string, schema: string, property: string, value: string, at: string): RawEntity {
    const raw = this.byId.get(id) ?? this.#at(id, schema, at);
    raw.schema = this.moreSpecial(raw.schema, schema);
    pushNew(raw, property, value);
    return raw;
  }

  #at(id: string, schema: string, at: string): RawEntity {
    const known = this.byId.get(id);
    if (!known) {
      const made: RawEntity = { id, schema, values: new Map(), extras: new Map(), at };
      this.byId.set(id, made);
      return made;
    }
    this.fragments += 1;
    known.schema = this.moreSpecial(known.schema, schema);
    return known;
  }

  #properties(raw: RawEntity, properties: unknown, at: string): void {
    if (properties === undefined || properties === null) return;
    const json = asObject(properties);
    if (!json) {
      this.gathering.warn('bad-value', at, '"properties" is no object; nothing of it was read.', 'Write { "name": ["…"] }.', JSON.stringify(properties));
      return;
    }
    for (const [name, value] of Object.entries(json)) {
      if (name === '__proto__') this.gathering.warn('forbidden-field', at, 'No property may be called "__proto__"; it was left out.', 'Remove it, and check where the file comes from.', name);
      else for (const one of Array.isArray(value) ? value : [value]) this.#value(raw, name, one, at);
    }
  }

  #value(raw: RawEntity, name: string, value: unknown, at: string): void {
    if (value === null || value === undefined || value === '') return;
    if (typeof value === 'string') return pushNew(raw, name, value);
    if (typeof value === 'number' || typeof value === 'boolean') return pushNew(raw, name, String(value));
    const nested = asObject(value);
    const id = idText(nested?.id);
    if (nested && id !== undefined && typeof nested.schema === 'string') {
      if (!this.byId.has(id)) this.add(nested, at);
      return pushNew(raw, name, id);
    }
    this.gathering.warn('bad-value', at, `A value of "${name}" is neither text nor an entity; it was kept as text.`, 'Write texts, or ids of entities.', JSON.stringify(value));
    pushNew(raw, name, JSON.stringify(value));
  }
}

const BASIC: ReadonlySet<string> = new Set(['id', 'schema', 'properties', '__proto__']);

function idText(id: unknown): string | undefined {
  return typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : undefined;
}

function pushNew(raw: RawEntity, name: string, value: string): void {
  const values = raw.values.get(name);
  if (!values) raw.values.set(name, [value]);
  else if (!values.includes(value)) values.push(value);
}
