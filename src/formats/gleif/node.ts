import { asText, type Json, type XmlElement } from '../records';

/** An element of a GLEIF record, whether it was XML or JSON: a text, an object of elements, or several of a name. */
export type Node = string | readonly Node[] | { readonly [name: string]: Node };

/** An XML element in the form that the JSON files of GLEIF have: attributes as "@type", the text beside them as "$". */
export function nodeOfXml({ attributes, children, text }: XmlElement): Node {
  if (children.length === 0 && attributes.size === 0) return text;
  const node = new Map<string, Node>();
  for (const [name, value] of attributes) node.set(`@${name}`, value);
  if (children.length === 0) node.set('$', text);
  for (const child of children) {
    const known = node.get(child.name);
    const value = nodeOfXml(child);
    if (Array.isArray(known)) (known as Node[]).push(value);
    else node.set(child.name, known === undefined ? value : [known, value]);
  }
  return fromEntries(node);
}

/** A JSON value as a node; numbers and true or false become texts, null is left out. */
export function nodeOfJson(value: unknown): Node {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(nodeOfJson);
  if (value === null || typeof value !== 'object') return asText(value) ?? (typeof value === 'boolean' ? String(value) : '');
  const entries = Object.entries(value as Json).filter(([name, inner]) => inner !== null && name !== '__proto__');
  return fromEntries(entries.map(([name, inner]) => [name.replace(/^@.*:/, '@'), nodeOfJson(inner)]));
}

function fromEntries(entries: Iterable<readonly [string, Node]>): Node {
  return Object.fromEntries([...entries].filter(([name]) => name !== '__proto__'));
}

/** The element under a path of names; the first where there are several. */
export function at(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let here = first(node);
  for (const name of path)
    here =
      here !== undefined && typeof here === 'object' && Object.hasOwn(here, name)
        ? first((here as { [name: string]: Node })[name])
        : undefined;
  return here;
}

function first(node: Node | undefined): Node | undefined {
  return Array.isArray(node) ? (node as readonly Node[])[0] : node;
}

/** The text of an element under a path; undefined where there is none. */
export function textAt(node: Node | undefined, ...path: readonly string[]): string | undefined {
  const found = at(node, ...path);
  const text = typeof found === 'string' ? found : at(found, '$');
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** The elements of a list, which XML wraps in elements of their own ("OtherEntityNames" of "OtherEntityName") and JSON may not. */
export function listAt(node: Node | undefined, list: string, item: string): readonly Node[] {
  const whole =
    typeof node === 'object' && !Array.isArray(node) && Object.hasOwn(node, list) ? (node as { [name: string]: Node })[list]! : undefined;
  const inner =
    whole !== undefined
    && typeof whole === 'object'
    && !Array.isArray(whole)
    && Object.hasOwn(whole, item)
    && at(whole, '@type') === undefined
      ? (whole as { [name: string]: Node })[item]!
      : whole;
  if (inner === undefined || inner === '') return [];
  return Array.isArray(inner) ? (inner as readonly Node[]) : [inner];
}

/** Every text below a node with its path, attributes left out. */
export function* textsBelow(node: Node, path = ''): Generator<[string, string]> {
  if (typeof node === 'string') {
    if (node !== '') yield [path, node];
    return;
  }
  for (const [name, inner] of Array.isArray(node)
    ? (node as readonly Node[]).map((one) => ['', one] as const)
    : Object.entries(node as { [name: string]: Node })) {
    if (name.startsWith('@')) continue;
    yield* textsBelow(inner, name === '' || name === '$' ? path : path === '' ? name : `${path}.${name}`);
  }
}
