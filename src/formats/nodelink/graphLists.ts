import { asObject, type Json, type JsonRecord, jsonRecords, memberAt, skipSeparators } from '../records';
import { endOfValue } from '../records/endOfValue';

/** The lists in which files keep nodes and edges. */
const LISTS: Readonly<Record<string, 'nodes' | 'edges'>> = {
  nodes: 'nodes',
  links: 'edges',
  edges: 'edges',
  rels: 'edges',
  relationships: 'edges',
  adjacency: 'edges',
};

/** A list of a graph, where it begins. */
interface GraphList {
  readonly name: string;
  readonly of: 'nodes' | 'edges';
  readonly start: number;
}

/** A file that is one object with lists of nodes and edges: the lists, and what else it says. */
interface GraphObject {
  readonly lists: readonly GraphList[];
  readonly head: Json;
  /** The field in which the file breaks off, or is broken. */
  readonly brokenAt?: string;
  /** The object is not closed, between its fields. */
  readonly isOpen?: boolean;
}

/** The most lists of one file that are read. */
const MOST_GRAPH_LISTS = 100;

/**
 * The lists and other fields of a file that is one object; undefined where it is none, or has no such list. Nothing of the lists
 * is read. Cost O(text).
 */
export function graphObject(text: string): GraphObject | undefined {
  const begin = skipSeparators(text, 0);
  if (text[begin] !== '{') return undefined;
  const lists: GraphList[] = [];
  const head: Record<string, unknown> = {};
  let at = begin + 1;
  for (;;) {
    const member = memberAt(text, at);
    if (!member) break;
    const { key, start } = member;
    const of = Object.hasOwn(LISTS, key) && text[start] === '[' ? LISTS[key] : undefined;
    if (of && lists.length < MOST_GRAPH_LISTS) lists.push({ name: key, of, start });
    const end = endOfValue(text, start);
    if (end === undefined) return lists.length === 0 ? undefined : { lists, head, ...(of ? {} : { brokenAt: key }) };
    if (!of && key !== '__proto__') head[key] = jsonRecords(text.slice(start, end)).next().value?.value;
    at = end;
  }
  return lists.length === 0 ? undefined : { lists, head, isOpen: text[skipSeparators(text, at)] !== '}' };
}

/** The records of a list, one after another; what is broken in it is an issue, and read on behind. */
export function recordsOfList(text: string, list: GraphList): Iterable<JsonRecord> {
  return jsonRecords(text, list.start);
}

/** The attributes of a graph as a whole: of NetworkX in `graph`, of graphology in `attributes`. */
export function attributesOfGraph(head: Json): Json {
  return { ...asObject(head.attributes), ...asObject(head.graph) };
}
