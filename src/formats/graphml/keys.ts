import type { Properties } from '../../model';
import { type Fields, valueOfType } from '../words';
import type { DatasetBuilder } from '../builder';
import type { XmlElement } from '../records';

/** What data can be about. */
type Subject = 'graph' | 'node' | 'edge';

interface Key {
  readonly name: string;
  readonly type: string;
  readonly subject: string;
  /** The words of yFiles for drawings: nodegraphics, edgegraphics, resources. */
  readonly yfiles: string | undefined;
}

/** The values of a record by the names of their keys, and what it is drawn as. */
interface DataRead {
  readonly fields: Fields;
  readonly drawings: readonly XmlElement[];
}

/** The keys that a GraphML file declares, with their types and defaults. */
export class Keys {
  readonly #keys = new Map<string, Key>();
  readonly #defaults: { readonly key: Key; readonly value: Properties[string] }[] = [];
  readonly #told = new Set<string>();

  constructor(readonly builder: DatasetBuilder) {}

  declare(element: XmlElement): void {
    const { attributes, children, line } = element;
    const id = attributes.get('id') ?? attributes.get('attr.name') ?? '';
    const key: Key = {
      name: attributes.get('attr.name')?.trim() || id, type: attributes.get('attr.type') ?? 'string',
      subject: attributes.get('for')?.toLowerCase() ?? 'all', yfiles: attributes.get('yfiles.type'),
    };
    if (this.#keys.has(id))
      this.#tell(
        'duplicate-key', line, `Another key has the id “${id}” already; values that follow are read by the later one.`,
        'Give each key an id of its own.', id,
      );
    this.#keys.set(id, key);
    const standing = children.find(({ name }) => name === 'default')?.text ?? '';
    if (standing !== '') this.#defaults.push({ key, value: this.#value(standing, key, line) });
  }

  /** Reads the data of a record; a value that is empty is none, and no default takes its place. */
  read(data: readonly XmlElement[], subject: Subject): DataRead {
    const fields: Fields = new Map();
    const given = new Set<string>();
    const drawings: XmlElement[] = [];
    for (const { attributes, children, text, line } of data) {
      const id = attributes.get('key') ?? '';
      const key = this.#keys.get(id) ?? this.#undeclared(id, subject, line);
      given.add(key.name);
      if (!isAbout(key, subject))
        this.#tell(
          'misplaced-key',
          line,
          `The key “${id}” is declared for ${key.subject}, and stands at a ${subject} here; it was read all the same.`,
          'Declare it with for="all".',
          id,
        );
      if (children.length > 0) {
        drawings.push(...children);
        if (key.yfiles === undefined && text !== '') fields.set(key.name, text);
      } else if (text !== '') addValue(fields, key.name, this.#value(text, key, line));
    }
    for (const { key, value } of this.#defaults) if (isAbout(key, subject) && !given.has(key.name)) fields.set(key.name, value);
    return { fields, drawings };
  }

  #value(text: string, { name, type }: Key, line: number): Properties[string] {
    const { value, fits } = valueOfType(text, type);
    if (!fits)
      this.builder.warn(
        'bad-value', line, `The key “${name}” is declared as ${type}, and this is none; it was kept as text.`,
        'Correct it, or declare it as a string.', text,
      );
    return value;
  }

  #undeclared(id: string, subject: Subject, line: number): Key {
    this.#tell(
      'undeclared-key', line, `No key with the id “${id}” is declared before this; its values are kept under that name, as text.`,
      'Declare it at the beginning of the file.', id,
    );
    return { name: id, type: 'string', subject, yfiles: undefined };
  }

  /** Once for each key. */
  #tell(code: string, line: number, message: string, hint: string, id: string): void {
    if (!this.#told.has(`${code} ${id}`)) this.builder.warn(code, line, message, hint, id);
    this.#told.add(`${code} ${id}`);
  }
}

function isAbout(key: Key, subject: Subject): boolean {
  return key.subject === 'all' || key.subject === '' || key.subject === subject;
}

/** Several values of one name are a list. */
function addValue(fields: Fields, name: string, value: Properties[string]): void {
  const known = fields.get(name);
  fields.set(name, known === undefined ? value : [...[known].flat(), ...[value].flat()]);
}
