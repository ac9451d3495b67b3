import { relationshipType, type Claim, type Entity, type EntityType, type Properties, type RelationshipType } from '../../model';
import { idOf, type DatasetBuilder } from '../builder';
import { slugOf } from '../text';
import { folded } from './rawTable';

/** An end of a relationship as a row names it. */
export interface EndNamed {
  /** The id, or the name where no name stands beside it. */
  readonly key: string;
  /** Whether the table has a column for names beside ids: then `key` is an id. */
  readonly isId: boolean;
  readonly name: string;
  readonly type: EntityType;
  /** The type is what the mapping has for what says none. */
  readonly typeIsDefault: boolean;
  /** The country that the row gives it, by its code. */
  readonly country?: string | undefined;
  readonly relationship: RelationshipType;
  readonly side: 'from' | 'to';
  readonly at: string;
}

/**
 * Who is who in the tables of a file. Two ids are two entities, whatever their names. What has no id is told apart by its
 * name alone, without outer spaces and with each run of spaces as one; case and legal form count.
 */
export class EntityRegister {
  /** Entities by the ids of the file, and those without one by their names. */
  readonly #byId = new Map<string, Entity>();
  readonly #byFinalId = new Map<string, Entity>();
  readonly #unnumbered = new Map<string, Entity>();
  /** Entities of lists by their names and aliases, for ends that are names. */
  readonly #byName = new Map<string, Entity[]>();
  readonly #byAlias = new Map<string, Entity[]>();
  readonly #reported = new Set<string>();
  /** Whether a list of entities was read: then an end that is not in it is reported. */
  #listed = false;
  /** The entities of which nothing says the type, by their ids. */
  readonly #untyped = new Set<string>();

  constructor(readonly builder: DatasetBuilder) {}

  /** The entities that are told apart by their names, for a look at names that are alike. */
  get unnumbered(): Iterable<Entity> {
    return this.#unnumbered.values();
  }

  /** How many entities have a type by default. */
  get untyped(): number {
    return this.#untyped.size;
  }

  /** The type that the file gives the entity of an id of the dataset; undefined where it has one by default. */
  typeGiven(id: string): EntityType | undefined {
    return this.#untyped.has(id) ? undefined : this.#byFinalId.get(id)?.type;
  }

  /** Gives an entity its country; false where it has another one already. */
  setCountry(id: string, country: string): boolean {
    const entity = this.#byFinalId.get(id)!;
    entity.jurisdiction ??= country;
    return entity.jurisdiction === country;
  }

  /** The entity of an id of the file, or of a name where only one entity has it. */
  find(key: string): Entity | undefined {
    return this.#byId.get(key) ?? this.#unnumbered.get(folded(key)) ?? only(this.#byName.get(folded(key)));
  }

  /** Adds an entity of a list. One without an id whose name is there already is one more row of the same entity. */
  addListed(id: string, entity: Omit<Entity, 'id'>, at: string, isTyped: boolean): Entity {
    this.#listed = true;
    const name = folded(entity.name);
    const known = id === '' ? this.#unnumbered.get(name) : undefined;
    if (known) return this.#addRow(known, entity, at);
    const added = this.#add({ id: id === '' ? this.#freeId(name) : id, ...entity }, at, isTyped);
    if (id === '') this.#unnumbered.set(name, added);
    else if (!this.#byId.has(id)) this.#byId.set(id, added);
    push(this.#byName, name, added);
    for (const alias of entity.aliases ?? []) push(this.#byAlias, folded(alias), added);
    return added;
  }

  /** The id of the entity at an end. What is not there yet is added. */
  end(end: EndNamed): string {
    const known = this.#byId.get(end.key);
    if (known) return this.#calledAlso(known, end);
    if (end.isId && end.key !== '') {
      const made = this.#made(idOf(end.key), end.name || end.key, end);
      this.#byId.set(end.key, made);
      return made.id;
    }
    const name = folded(end.key || end.name);
    return this.#named(name, end).id;
  }

  #named(name: string, end: EndNamed): Entity {
    const known =
      this.#unnumbered.get(name) ?? only(this.#byName.get(name)) ?? (this.#byName.has(name) ? undefined : only(this.#byAlias.get(name)));
    if (known) return known;
    const several = this.#byName.get(name) ?? this.#byAlias.get(name);
    if (several)
      this.#once(
        'ambiguous-name',
        name,
        end.at,
        `${several.length} entities of the file have this name, so it is not clear which is meant; a new entity was added.`,
        'Name the end by its id.',
      );
    const made = this.#made(this.#freeId(name), name, end);
    this.#unnumbered.set(name, made);
    return made;
  }

  #made(id: string, name: string, end: EndNamed): Entity {
    if (this.#listed)
      this.#once(
        'dangling-end', end.key || name, end.at, 'This end of a relationship is not in the lists of entities; an entity was added for it.',
        'Add it to the list of entities, or correct its id or name.',
      );
    return this.#add(
      { id, type: typeAt(end), name, ...(this.#listed ? { properties: { notInFile: true } } : {}) }, end.at, !end.typeIsDefault,
    );
  }

  /** An entity whose id has other names in other rows keeps the first; the others are aliases. */
  #calledAlso(known: Entity, { name, key, at }: EndNamed): string {
    const other = folded(name);
    if (other === '' || other === folded(known.name) || known.aliases?.some((alias) => folded(alias) === other)) return known.id;
    if (known.name === key && !this.#listed) known.name = other;
    else {
      known.aliases = [...(known.aliases ?? []), other];
      this.builder.warn(
        'other-name', at, `The entity of the id “${key}” is called “${known.name}” elsewhere; this name was kept as an alias.`,
        'Check that the id is right.', other,
      );
    }
    return known.id;
  }

  /** A further row of an entity that has no id: what the first lacks is taken from it, what it has otherwise is kept beside. */
  #addRow(known: Entity, { claims, aliases, properties, ...rest }: Omit<Entity, 'id'>, at: string): Entity {
    this.builder.warn(
      'repeated-name', at, `The list has “${known.name}” already; without ids this is one more row of the same entity.`,
      'Give entities ids where two of them have one name.', known.name,
    );
    const kept: [string, Properties[string]][] = Object.entries(properties ?? {});
    for (const [field, value] of Object.entries(rest)) {
      if (field === 'name' || JSON.stringify(known[field as 'start']) === JSON.stringify(value)) continue;
      if (known[field as 'start'] === undefined) Object.assign(known, { [field]: value });
      else kept.push([field, typeof value === 'string' ? value : JSON.stringify(value)]);
    }
    if (aliases) known.aliases = [...new Set([...(known.aliases ?? []), ...aliases])];
    if (claims) known.claims = [...(known.claims ?? []), ...claims] as Claim[];
    if (kept.length > 0) known.properties = withMore(known.properties ?? {}, kept);
    return known;
  }

  #add(entity: Entity, at: string, isTyped: boolean): Entity {
    const id = this.builder.addEntity(entity, at);
    const added = this.builder.entities.at(-1)!;
    this.#byFinalId.set(id, added);
    if (!isTyped) this.#untyped.add(id);
    return added;
  }

  #freeId(name: string): string {
    const base = slugOf(name, 'entity');
    let id = base;
    for (let n = 2; this.builder.hasEntity(id) || this.#byId.has(id); n += 1) id = `${base}-${n}`;
    return id;
  }

  #once(code: string, name: string, at: string, message: string, hint: string): void {
    if (this.#reported.has(`${code} ${name}`)) return;
    this.#reported.add(`${code} ${name}`);
    this.builder.warn(code, at, message, hint, name);
  }
}

/** The type of an entity that only an end names: as said, else the default where the relationship takes it, else what it takes. */
function typeAt({ type, typeIsDefault, relationship, side }: EndNamed): EntityType {
  const taken = relationshipType(relationship)[side];
  return typeIsDefault && taken !== 'any' && !taken.includes(type) ? taken[0]! : type;
}

function only(entities: readonly Entity[] | undefined): Entity | undefined {
  return entities?.length === 1 ? entities[0] : undefined;
}

function push(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const known = map.get(key);
  if (known) known.push(entity);
  else map.set(key, [entity]);
}

/** Properties of several rows: values that differ stand side by side. */
function withMore(properties: Properties, more: readonly [string, Properties[string]][]): Properties {
  const all = new Map(Object.entries(properties));
  for (const [key, value] of more) {
    const known = all.get(key);
    if (known === undefined) all.set(key, value);
    else if (JSON.stringify(known) !== JSON.stringify(value)) all.set(key, [...new Set([known, value].flat())]);
  }
  return Object.fromEntries(all);
}
