import {
  entityTypeIds, entityTypes, families, relationshipType, relationshipTypeIds, statuses, STATUSES_BY_DEFAULT,
  type Filter, type RouteQuestion,
} from '../../model';
import { sourcesAlong, typesAlong } from './along';
import { withFilter, type Candidate, type RelaxationRule, type Inquiry } from './relaxationRule';

export const status: RelaxationRule = {
  kind: 'status',
  fully: (question) => (missingStatuses(question.filter).length === 0 ? undefined : withFilter(question, { statuses: [...statuses] })),
  *candidates(question) {
    const missing = missingStatuses(question.filter);
    const allowed = question.filter.statuses ?? STATUSES_BY_DEFAULT;
    for (const one of missing)
      yield { question: withFilter(question, { statuses: [...allowed, one] }), sentence: `allow ${one} relationships` };
    yield { question: withFilter(question, { statuses: [...statuses] }), sentence: `allow ${listed(missing)} relationships` };
  },
};

/** Strongest first. */
function missingStatuses(filter: Filter) {
  return statuses.filter((s) => !(filter.statuses ?? STATUSES_BY_DEFAULT).includes(s));
}

export const source: RelaxationRule = {
  kind: 'source',
  fully: ({ filter, ...question }) =>
    filter.sources || filter.withoutSources?.length
      ? withFilter({ ...question, filter }, { sources: undefined, withoutSources: undefined })
      : undefined,
  *candidates(question, inquiry) {
    const { sources, withoutSources = [] } = question.filter;
    for (const id of withoutSources)
      yield {
        question: withFilter(question, { withoutSources: withoutSources.filter((s) => s !== id) }),
        sentence: `count ${titled(inquiry, id)} again`,
      };
    if (sources) yield* moreSources(question, sources, inquiry);
    if (withoutSources.length > 1) yield { question: withFilter(question, { withoutSources: undefined }), sentence: 'set no source aside' };
    if (sources) yield { question: withFilter(question, { sources: undefined }), sentence: 'use every source' };
    yield {
      question: withFilter(question, { sources: undefined, withoutSources: undefined }), sentence: 'use every source and set none aside',
    };
  },
};

/** One more source of those behind the best route that all sources give; then all of them. */
function* moreSources(question: RouteQuestion, sources: readonly string[], inquiry: Inquiry): Iterable<Candidate> {
  const behind = sourcesAlong(inquiry.index, inquiry.eased(withFilter(question, { sources: undefined }))).filter(
    (id) => !sources.includes(id),
  );
  for (const id of behind)
    yield { question: withFilter(question, { sources: [...sources, id] }), sentence: `use ${titled(inquiry, id)} too` };
  if (behind.length > 1)
    yield {
      question: withFilter(question, { sources: [...sources, ...behind] }),
      sentence: `use ${listed(behind.map((id) => titled(inquiry, id)))} too`,
    };
}

export const type: RelaxationRule = {
  kind: 'type',
  fully: (question) => {
    const { entityTypes: parties, relationshipTypes, families: kinds } = question.filter;
    return parties || relationshipTypes || kinds ? withFilter(question, NO_TYPES) : undefined;
  },
  *candidates(question, inquiry) {
    yield* oneMoreType(question);
    const needed = typesAlong(inquiry.index, inquiry.eased(withFilter(question, NO_TYPES)));
    const { filter } = question;
    const more = {
      relationshipTypes: filter.relationshipTypes && union(filter.relationshipTypes, needed.relationshipTypes),
      families: filter.families && union(filter.families, needed.families),
      entityTypes: filter.entityTypes && union(filter.entityTypes, needed.entityTypes),
    };
    yield { question: withFilter(question, more), sentence: `allow ${listed(newNames(filter, more))}` };
    yield { question: withFilter(question, NO_TYPES), sentence: 'allow every type' };
  },
};

const NO_TYPES = { relationshipTypes: undefined, families: undefined, entityTypes: undefined };

function* oneMoreType(question: RouteQuestion): Iterable<Candidate> {
  const { relationshipTypes: ties, families: kinds, entityTypes: parties } = question.filter;
  for (const id of relationshipTypeIds)
    if (ties && !ties.includes(id))
      yield { question: withFilter(question, { relationshipTypes: [...ties, id] }), sentence: `allow ${tieName(id)}` };
  for (const id of families)
    if (kinds && !kinds.includes(id))
      yield { question: withFilter(question, { families: [...kinds, id] }), sentence: `allow ${familyName(id)}` };
  for (const id of entityTypeIds)
    if (parties && !parties.includes(id))
      yield { question: withFilter(question, { entityTypes: [...parties, id] }), sentence: `allow ${partyName(id)}` };
}

const tieName = (id: (typeof relationshipTypeIds)[number]) => `“${relationshipType(id).verb}”`;
const familyName = (id: (typeof families)[number]) => `${id} relationships`;
const partyName = (id: (typeof entityTypeIds)[number]) => `${entityTypes[id].plural} between them`;

function newNames(filter: Filter, more: Pick<Filter, 'relationshipTypes' | 'families' | 'entityTypes'>): string[] {
  return [
    ...(more.relationshipTypes ?? []).filter((id) => !filter.relationshipTypes!.includes(id)).map(tieName),
    ...(more.families ?? []).filter((id) => !filter.families!.includes(id)).map(familyName),
    ...(more.entityTypes ?? []).filter((id) => !filter.entityTypes!.includes(id)).map(partyName),
  ];
}

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}

function titled({ index }: Inquiry, sourceId: string): string {
  return `“${index.parts.claims.source(sourceId)?.title ?? sourceId}”`;
}

/** "a", "a and b", "a, b and c". */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
