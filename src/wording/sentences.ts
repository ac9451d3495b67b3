import {
  afterPhrase, datesText, probableMatchSentence, restsOnProbableMatch, routeRelationships, statusReader, verbPhrase,
  type DatasetPart, type Entity, type Hop, type HopRelationship, type Period, type Relationship, type Route, type Spoken, type Status,
} from '../model';
import { footnotesOf, type Footnotes } from './footnotes';
import { routeFacts, type RouteFacts } from './routeFacts';
import { plainText, text, type SentencePart } from './sentencePart';

/** Words for what a part holds: names, sentences and statuses. Made once for a part, since it indexes it. */
export interface Sentences {
  nameOf(entity: string): string;
  statusOf(relationship: string): Status | undefined;
  /** "Huawei allegedly works with Panda International (2008–2016)¹ ²." Empty for one that the part lacks. */
  relationship(id: string): SentencePart[];
  /** The strongest relationship of each hop in one sentence: "Huawei …, which allegedly supplies Koryolink² ⁷." */
  route(route: Route): SentencePart[];
  /** The other relationships of its hops, a sentence each, in order. */
  also(route: Route): SentencePart[][];
  /**
   * Which two hops never held at one time, with their dates: "Huawei – Panda (2008–2016) and Panda – Koryolink (until 1994)";
   * absent where the route has no such two.
   */
  apart(route: Route): string | undefined;
  /** The merely probable matches that a route rests on, a sentence each. */
  probable(route: Route): string[];
  /** What is said beside its sentence. */
  facts(route: Route): RouteFacts;
  readonly footnotes: Footnotes;
}

interface SentenceOptions {
  /** Routes whose citations come first. */
  routes?: readonly Route[];
  /** What sources count for nothing, and at what time ties are looked at: their tense is of then. */
  filter?: Spoken;
  /** At what time routes are looked at, where that is another one. */
  askedAt?: Period | undefined;
}

/** Words for a part; footnotes are numbered as `footnotesOf` does. */
export function sentencesOf(part: DatasetPart, { routes = [], filter = {}, ...options }: SentenceOptions = {}): Sentences {
  const footnotes = footnotesOf(part, routes, filter);
  const entities = new Map(part.entities.map((e) => [e.id, e]));
  const relationships = new Map(part.relationships.map((r) => [r.id, r]));
  const status = statusReader(part.sources, filter);
  const words = { entities, relationships, footnotes, at: filter.period };
  const asked = 'askedAt' in options ? { ...words, at: options.askedAt } : words;
  return {
    footnotes,
    nameOf: (id) => entities.get(id)?.name ?? id,
    statusOf: (id) => (relationships.has(id) ? status(relationships.get(id)!) : undefined),
    relationship(id) {
      const r = relationships.get(id);
      if (!r) return [];
      return closed([name(r.from, words), text(' '), ...clause({ id, forward: true, status: status(r) }, r.to, words)]);
    },
    route: (route) => routeParts(route, asked),
    also: (route) => route.hops.flatMap((hop) => alsoParts(hop, asked)),
    probable: (route) =>
      restsOnProbableMatch(route, part.relationships).map((r) => probableMatchSentence(r, (id) => entities.get(id)?.name ?? id)),
    facts: (route) =>
      routeFacts(
        route, routeRelationships(route).flatMap((id) => relationships.get(id) ?? []),
      ),
    apart: (route) => route.together.apart?.map((i) => hopDates(route.hops[i]!, words)).join(' and '),
  };
}

interface Words {
  entities: ReadonlyMap<string, Entity>;
  relationships: ReadonlyMap<string, Relationship>;
  footnotes: Footnotes;
  at: Period | undefined;
}

function name(id: string, { entities }: Words): SentencePart {
  return { kind: 'entity', id, name: entities.get(id)?.name ?? id };
}

/** Verb phrase, second name, what follows it, and the footnote numbers. */
function clause({ id, forward, status }: Pick<HopRelationship, 'id' | 'forward' | 'status'>, to: string, words: Words): SentencePart[] {
  const r = words.relationships.get(id);
  if (!r) return [{ kind: 'relationship', id, text: 'is tied to', status }, text(' '), name(to, words)];
  const after = afterPhrase(r, forward, status);
  const numbers = words.footnotes.ofRelationship(id);
  return [
    { kind: 'relationship', id, text: verbPhrase(r, forward, status, words.at), status },
    text(' '),
    name(to, words),
    ...(after === '' ? [] : [text(' '), { kind: 'relationship', id, text: after, status } as const]),
    ...(numbers.length === 0 ? [] : [{ kind: 'footnotes', of: id, numbers } as const]),
  ];
}

function routeParts({ entities, hops }: Route, words: Words): SentencePart[] {
  const parts: SentencePart[] = [name(entities[0]!, words)];
  hops.forEach((hop, i) => {
    const person = words.entities.get(hop.from)?.type === 'person';
    parts.push(text(i === 0 ? ' ' : person ? ', who ' : ', which '), ...clause(hop.relationships[0]!, hop.to, words));
  });
  return closed(parts);
}

function alsoParts(hop: Hop, words: Words): SentencePart[][] {
  return hop.relationships.slice(1).map((r) => closed([name(hop.from, words), text(' '), ...clause(r, hop.to, words)]));
}

/** With its full stop, unless a name brings one. */
function closed(parts: SentencePart[]): SentencePart[] {
  return plainText(parts).endsWith('.') ? parts : [...parts, text('.')];
}

/** "Huawei – Panda (2008–2016)": a hop, and when each of its relationships held. */
function hopDates({ from, to, relationships }: Hop, words: Words): string {
  const dates = new Set(relationships.map(({ id }) => datesText(words.relationships.get(id) ?? {}) || 'undated'));
  const nameOf = (id: string) => words.entities.get(id)?.name ?? id;
  return `${nameOf(from)} – ${nameOf(to)} (${[...dates].join(', ')})`;
}
