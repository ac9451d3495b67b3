import type { Properties } from '../../model';
import { asObject, asText, type Json } from '../records';
import { type DatasetBuilder, flattened } from '../builder';
import { type Fields, valueOfType } from '../words';
import { objectsOf, type CxDocument } from './aspects';

interface Declared {
  readonly type: string;
  readonly alias?: string | undefined;
  readonly otherwise?: unknown;
}

const TYPES: ReadonlySet<string> = new Set([
  'string', 'long', 'integer', 'double', 'boolean', 'list_of_string', 'list_of_long', 'list_of_integer', 'list_of_double',
  'list_of_boolean',
]);

/** The most values that are filled in from defaults, in all nodes or all edges: a short file could declare more than fit into memory. */
const MOST_DEFAULTS = 2_000_000;

/** The attributes that CX2 declares for nodes or for edges: their types, their aliases in `v`, and what they are where `v` lacks them. */
export class Declarations {
  readonly #declared = new Map<string, Declared>();
  readonly #nameOf = new Map<string, string>();
  readonly #defaults = new Map<string, Declared>();
  #misfits = 0;
  #filled = 0;

  constructor(
    document: CxDocument,
    readonly of: 'nodes' | 'edges',
    readonly builder: DatasetBuilder,
    readonly most = MOST_DEFAULTS,
  ) {
    for (const { json, at } of objectsOf(document, 'attributeDeclarations', builder)) {
      for (const [name, value] of Object.entries(asObject(json[of]) ?? {})) this.#declare(name, asObject(value) ?? {}, at);
    }
  }

  #declare(name: string, { d, a, v }: Json, at: string): void {
    const type = asText(d) ?? 'string';
    if (!TYPES.has(type))
      this.builder.warn(
        'unknown-type', at, `“${name}” is declared as “${type}”, which is no type of CX2; its values were read as they stand.`,
        'Write string, long, integer, double, boolean or list_of_ one of them.', type,
      );
    const alias = asText(a);
    this.#declared.set(name, { type, alias, otherwise: v });
    if (v !== undefined && v !== null) this.#defaults.set(name, { type, alias, otherwise: v });
    if (alias !== undefined) this.#nameOf.set(alias, name);
  }

  /** The attributes of a node or edge by their full names, nested values flattened; undeclared ones as they stand. */
  fieldsOf(values: Json, at: string): Fields {
    const fields: Fields = new Map();
    for (const [key, value] of Object.entries(values)) {
      const name = this.#nameOf.get(key) ?? key;
      if (name === '__proto__')
        this.builder.warn('forbidden-field', at, 'A field called "__proto__" was left out.', 'Give it another name.');
      else for (const [flat, inner] of flattened(name, this.#typed(name, value, at))) fields.set(flat, inner);
    }
    this.#fillIn(fields, values, at);
    return fields;
  }

  #fillIn(fields: Fields, values: Json, at: string): void {
    for (const [name, { alias, otherwise }] of this.#defaults) {
      if (Object.hasOwn(values, name) || (alias !== undefined && Object.hasOwn(values, alias))) continue;
      if (this.#filled === this.most) {
        this.#filled += 1;
        this.builder.warn(
          'too-many-defaults',
          at,
          `The declarations of ${this.of} fill in more than the ${this.most} values that are taken from defaults; `
          + `those after this are missing.`,
          'Write the values where they belong.',
        );
      }
      if (this.#filled > this.most) return;
      this.#filled += 1;
      for (const [flat, inner] of flattened(name, this.#typed(name, otherwise, at))) fields.set(flat, inner);
    }
  }

  /** A text where a figure or a truth is declared is read as one; what is of another kind stays as it stands, and the first is reported. */
  #typed(name: string, value: unknown, at: string): unknown {
    const type = this.#declared.get(name)?.type ?? 'string';
    const list = type.startsWith('list_of_');
    const kind = list ? type.slice('list_of_'.length) : type;
    if (list !== Array.isArray(value)) return list && value !== null ? this.#misfit(name, type, value, at) : value;
    return list ? (value as unknown[]).map((one) => this.#scalar(name, kind, one, at)) : this.#scalar(name, kind, value, at);
  }

  #scalar(name: string, kind: string, value: unknown, at: string): unknown {
    if (kind === 'string' || typeof value !== 'string' || value === '') return value;
    const { value: typed, fits } = valueOfType(value, kind);
    return fits ? typed : this.#misfit(name, kind, value, at);
  }

  #misfit(name: string, type: string, value: unknown, at: string): Properties[string] | unknown {
    this.#misfits += 1;
    if (this.#misfits === 1)
      this.builder.warn(
        'bad-value',
        at,
        `“${name}” is declared as ${type}, and this value of it is none; it was kept as it stands, and so are others like it.`,
        'Correct the declaration or the value.',
        JSON.stringify(value),
      );
    return value;
  }
}
