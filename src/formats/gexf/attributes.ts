import type { Properties } from '../../model';
import { type Fields, valueOfType } from '../words';
import type { DatasetBuilder } from '../builder';
import type { XmlElement } from '../records';

interface Declared {
  readonly title: string;
  readonly type: string;
}

/** The attributes that a GEXF file declares for nodes or for edges, and their defaults. */
export class DeclaredAttributes {
  readonly #declared = new Map<string, Declared>();
  readonly #defaults = new Map<string, Properties[string]>();
  readonly #unknown = new Set<string>();

  constructor(
    readonly what: 'node' | 'edge',
    readonly builder: DatasetBuilder,
  ) {}

  /** Takes an `attributes` element of this class. */
  declare(element: XmlElement): void {
    for (const attribute of element.children.filter(({ name }) => name === 'attribute')) {
      const id = attribute.attributes.get('id') ?? attribute.attributes.get('title') ?? '';
      const title = attribute.attributes.get('title')?.trim() || id;
      const type = attribute.attributes.get('type') ?? 'string';
      this.#declared.set(id, { title, type });
      const standing = attribute.children.find(({ name }) => name === 'default')?.text ?? '';
      if (standing !== '') this.#defaults.set(title, this.#value(standing, { title, type }, attribute.line));
    }
  }

  /** The values of a node or edge by the titles of their attributes; several values over time are a list with their times. */
  fields(values: readonly XmlElement[]): Fields {
    const fields: Fields = new Map();
    for (const { attributes, text, line } of values) {
      const id = attributes.get('for') ?? attributes.get('id') ?? '';
      const declared = this.#declared.get(id) ?? this.#undeclared(id, line);
      const raw = attributes.get('value') ?? text;
      if (raw === '') continue;
      const value = this.#value(raw, declared, line);
      const times = timesOf(attributes);
      const known = fields.get(declared.title);
      if (times === '' && known === undefined) fields.set(declared.title, value);
      else
        fields.set(declared.title, [
          ...(known === undefined ? [] : [known].flat()), ...[value].flat().map((one) => (times === '' ? one : `${one} (${times})`)),
        ]);
    }
    for (const [title, value] of this.#defaults) if (!fields.has(title)) fields.set(title, value);
    return fields;
  }

  #value(text: string, { title, type }: Declared, line: number): Properties[string] {
    const { value, fits } = valueOfType(text, type);
    if (!fits)
      this.builder.warn(
        'bad-value', line, `The attribute “${title}” is declared as ${type}, and this is none; it was kept as text.`,
        'Correct it, or declare it as a string.', text,
      );
    return value;
  }

  #undeclared(id: string, line: number): Declared {
    if (!this.#unknown.has(id))
      this.builder.warn(
        'undeclared-attribute',
        line,
        `No attribute of ${this.what}s is declared with the id “${id}” before this; its values are kept under that name, as text.`,
        'Declare it under “attributes”, before the nodes.',
        id,
      );
    this.#unknown.add(id);
    return { title: id, type: 'string' };
  }
}

function timesOf(attributes: ReadonlyMap<string, string>): string {
  const at = attributes.get('timestamp');
  if (at !== undefined) return at;
  const [start, end] = [attributes.get('start') ?? attributes.get('startopen'), attributes.get('end') ?? attributes.get('endopen')];
  return start === undefined && end === undefined ? '' : `${start ?? ''}..${end ?? ''}`;
}
