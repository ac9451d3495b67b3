import { internedText, PackedTexts } from '../text';
import type { DatasetBuilder } from '../builder';
import { schemaNamed } from './schemata';
import type { Diagram } from './readDiagram';

/**
 * What an entity says: every property a list of texts, nested entities replaced by their ids;
 * and what stands beside id, schema and properties: caption, datasets, referents, first_seen, …
 */
interface Said {
  readonly values: Map<string, string[]>;
  readonly extras: Map<string, unknown>;
}

const NOTHING: Said = { values: new Map(), extras: new Map() };

/**
 * A FollowTheMoney entity as the file has it. Of a record that is all there is of its entity, as most are, only its text
 * is held, which takes a fraction of the room; what it says is taken from it whenever it is wanted.
 */
export class RawEntity {
  #texts: PackedTexts | undefined;
  #key = -1;
  #said: Said | undefined = { values: new Map(), extras: new Map() };

  constructor(
    readonly id: string,
    public schema: string,
    readonly at: string,
  ) {}

  get values(): Map<string, string[]> {
    return this.#unpacked().values;
  }

  get extras(): Map<string, unknown> {
    return this.#unpacked().extras;
  }

  /** From now on holds the text of its record only, which says all that the entity does. */
  pack(text: string, texts: PackedTexts): void {
    this.#key = texts.add(text);
    this.#texts = texts;
    this.#said = undefined;
  }

  /** Lets go of what can be had from the text again. */
  rest(): void {
    if (this.#texts) this.#said = undefined;
  }

  /** Holds what it says, to be changed. */
  unpack(): Said {
    const said = this.#unpacked();
    this.#texts?.drop(this.#key);
    this.#texts = undefined;
    return said;
  }

  /** Lets go of all but its id: it has been read. */
  release(): void {
    this.#texts?.drop(this.#key);
    this.#texts = undefined;
    this.#said = NOTHING;
  }

  #unpacked(): Said {
    return (this.#said ??= saidIn(this.#texts!.take(this.#key)));
  }
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
  /** The picture, where they come from a diagram. */
  diagram: Diagram | undefined;
  /** Links are read last: their texts lie apart, so that those of things can go before. */
  readonly #texts = new PackedTexts();
  readonly #linkTexts = new PackedTexts();

  constructor(
    readonly builder: DatasetBuilder,
    readonly moreSpecial: (a: string, b: string) => string,
  ) {}

  /**
   * Adds an entity and those nested in it; `text` is the JSON text of the value, where it is at hand. Returns its id;
   * undefined, reported, where it is none. Nesting is bounded by the JSON reader.
   */
  add(value: unknown, at: string, text?: string): string | undefined {
    const json = asObject(value);
    const schema = json?.schema;
    const id = idText(json?.id);
    if (!json || typeof schema !== 'string' || schema === '' || id === undefined) {
      this.builder.warn(
        'not-an-entity', at, 'This record has no "id" and "schema", so it is no FollowTheMoney entity.', 'Give it both, or remove it.',
        JSON.stringify(value)?.slice(0, 80),
      );
      return undefined;
    }
    const fresh = !this.byId.has(id);
    const raw = this.#at(id, schema, at);
    if (text !== undefined && fresh && isPlain(json.properties)) {
      raw.pack(text, schemaNamed(schema)?.edge ? this.#linkTexts : this.#texts);
      return id;
    }
    this.#properties(raw, json.properties, at);
    for (const [key, extra] of Object.entries(json)) if (!BASIC.has(key)) raw.extras.set(key, extra);
    return id;
  }

  /** Forgets an entity; nothing where there is none of that id. */
  remove(id: string): void {
    this.byId.get(id)?.release();
    this.byId.delete(id);
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
      const made = new RawEntity(id, schema, at);
      this.byId.set(id, made);
      return made;
    }
    this.fragments += 1;
    known.unpack();
    known.schema = this.moreSpecial(known.schema, schema);
    return known;
  }

  #properties(raw: RawEntity, properties: unknown, at: string): void {
    if (properties === undefined || properties === null) return;
    const json = asObject(properties);
    if (!json) {
      this.builder.warn(
        'bad-value', at, '"properties" is no object; nothing of it was read.', 'Write { "name": ["…"] }.', JSON.stringify(properties),
      );
      return;
    }
    for (const [name, value] of Object.entries(json)) {
      if (name === '__proto__')
        this.builder.warn(
          'forbidden-field', at, 'No property may be called "__proto__"; it was left out.',
          'Remove it, and check where the file comes from.', name,
        );
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
    this.builder.warn(
      'bad-value', at, `A value of "${name}" is neither text nor an entity; it was kept as text.`, 'Write texts, or ids of entities.',
      JSON.stringify(value),
    );
    pushNew(raw, name, JSON.stringify(value));
  }
}

const BASIC: ReadonlySet<string> = new Set(['id', 'schema', 'properties', '__proto__']);

function idText(id: unknown): string | undefined {
  return typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : undefined;
}

function pushNew({ values }: Pick<Said, 'values'>, name: string, value: string): void {
  const known = values.get(name);
  if (!known) values.set(name, [value]);
  else if (!known.includes(value)) known.push(value);
}

/** Whether properties hold nothing but plain values under names that are read, so that nothing is to be said of them. */
function isPlain(properties: unknown): boolean {
  const json = asObject(properties);
  if (!json) return properties === undefined || properties === null;
  return Object.entries(json).every(
    ([name, value]) => name !== '__proto__' && (Array.isArray(value) ? value.every(isScalar) : isScalar(value)),
  );
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

/** What a plain record says. */
function saidIn(text: string): Said {
  const json = JSON.parse(text) as Json;
  const said: Said = { values: new Map(), extras: new Map() };
  for (const [name, value] of Object.entries(asObject(json.properties) ?? {})) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (one !== null && one !== '') pushNew(said, name, internedText(String(one)));
  }
  for (const [key, extra] of Object.entries(json))
    if (!BASIC.has(key)) said.extras.set(key, typeof extra === 'string' ? internedText(extra) : extra);
  return said;
}
