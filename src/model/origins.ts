import type { Source } from './claim';

/** Looks up a source by its id. */
export type SourceOf = (id: string) => Source | undefined;

/** So many sources are followed from one; a longer line of copies is no line that anybody keeps. */
const MOST_FOLLOWED = 200;

/**
 * The ids of sources and of all that these copy, translate or report, breadth first. Ids that are not there are kept, and none follows
 * from them. Cost O(sources reached).
 */
export function withOrigins(ids: Iterable<string>, sourceOf: SourceOf, most = Infinity): Set<string> {
  const reached = new Set(ids);
  for (const id of reached) {
    for (const origin of sourceOf(id)?.derivedFrom ?? []) {
      if (reached.size >= most) return reached;
      reached.add(origin);
    }
  }
  return reached;
}

/**
 * The sources that a source goes back to: those that it derives from and that derive from nothing themselves; itself where it derives from
 * nothing. Sources that derive from one another in a circle count together: each of them goes back to all of them. At most 200 sources are
 * followed; where none of these is an origin, all of them count.
 */
export function originsOf(id: string, sourceOf: SourceOf): string[] {
  const reached = [...withOrigins([id], sourceOf, MOST_FOLLOWED)];
  const first = reached.filter((one) => !sourceOf(one)?.derivedFrom?.length);
  return first.length > 0 ? first : reached;
}

/** A source, and what it derives from, each likewise. */
export interface SourceTree {
  readonly id: string;
  /** Absent where the dataset lacks it. */
  readonly source?: Source;
  readonly from: readonly SourceTree[];
  /** It stands above itself: the sources derive from one another in a circle, which is not followed again. */
  readonly circular?: true;
}

/** What a source derives from, as a tree; at most 200 sources of it. A source that two derive from stands below both. */
export function sourceTree(id: string, sourceOf: SourceOf): SourceTree {
  let left = MOST_FOLLOWED;
  const below = (one: string, path: readonly string[]): SourceTree => {
    const source = sourceOf(one);
    const head = { id: one, ...(source ? { source } : {}) };
    if (path.includes(one)) return { ...head, from: [], circular: true };
    const from = (source?.derivedFrom ?? []).slice(0, Math.max(0, left));
    left -= from.length;
    return { ...head, from: from.map((origin) => below(origin, [...path, one])) };
  };
  return below(id, []);
}

/** Names of publishers that differ but for case and spaces are one. */
function publisherKey(publisher: string): string {
  return publisher.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The names of publishers, each once, as first written, in order of appearance. */
export function distinctPublishers(names: Iterable<string>): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) if (!byKey.has(publisherKey(name))) byKey.set(publisherKey(name), name);
  return [...byKey.values()];
}

/**
 * The publishers that speak independently of one another in some sources, as first written, in order of appearance. What counts is who
 * published the origin: one who copies, translates or reports another counts as that one, and several who copy one count once. A source
 * that goes back to several counts once, and only where none of these counts otherwise; it is told by the first of them. So the number is
 * never more than can be told apart. An origin that is not at hand counts by its id. The editor's readings have no publisher.
 * Cost O(sources · sources that they derive from).
 */
export function independentPublishers(sources: readonly (Source | undefined)[], sourceOf: SourceOf): string[] {
  const voices = new Map<string, Voice>();
  for (const source of sources) {
    if (!source || source.kind === 'reading') continue;
    const voice = voiceOf(source, sourceOf);
    const key = voice.keys.join('\n');
    if (!voices.has(key)) voices.set(key, voice);
  }
  const taken = new Set<string>();
  const independent = new Set<Voice>();
  for (const voice of [...voices.values()].sort((a, b) => a.keys.length - b.keys.length)) {
    if (voice.keys.some((key) => taken.has(key))) continue;
    independent.add(voice);
    for (const key of voice.keys) taken.add(key);
  }
  return [...voices.values()].filter((voice) => independent.has(voice)).map(({ name }) => name);
}

/** Who speaks in a source. */
interface Voice {
  readonly name: string;
  /** The publishers of its origins. */
  readonly keys: readonly string[];
}

function voiceOf(source: Source, sourceOf: SourceOf): Voice {
  if (!source.derivedFrom?.length) return { name: source.publisher, keys: [publisherKey(source.publisher)] };
  const known = (id: string) => (id === source.id ? source : sourceOf(id));
  const names = originsOf(source.id, known).map((id) => known(id)?.publisher ?? `“${id}”`);
  return { name: names[0]!, keys: [...new Set(names.map(publisherKey))].sort() };
}

/**
 * The sources that derive from one another in a circle, or stand between two circles, in their order: nothing says where such an account
 * began. Cost O(sources + derivations).
 */
export function circularSources(sources: readonly Source[]): Source[] {
  const derivations = new Map(sources.map((s) => [s.id, new Set(s.derivedFrom)]));
  const ending = withoutDeadEnds(derivations);
  const circular = withoutDeadEnds(turnedAround(ending));
  return sources.filter((s) => circular.has(s.id));
}

type Derivations = ReadonlyMap<string, ReadonlySet<string>>;

/** What is left when those that lead to nothing are taken away, until nothing changes. */
function withoutDeadEnds(derivations: Derivations): Derivations {
  const into = turnedAround(derivations);
  const left = new Map([...derivations].map(([id, to]) => [id, new Set([...to].filter((one) => derivations.has(one)))]));
  const ends = [...left.keys()].filter((id) => left.get(id)!.size === 0);
  for (const end of ends) {
    left.delete(end);
    for (const id of into.get(end) ?? []) {
      const ways = left.get(id);
      if (ways?.delete(end) && ways.size === 0) ends.push(id);
    }
  }
  return left;
}

function turnedAround(derivations: Derivations): Derivations {
  const into = new Map([...derivations.keys()].map((id) => [id, new Set<string>()]));
  for (const [id, to] of derivations) for (const one of to) into.get(one)?.add(id);
  return into;
}
