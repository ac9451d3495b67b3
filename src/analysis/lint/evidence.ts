import {
  affirmingSources, affirms, citedSources, circularSources, publishersOf, withOrigins,
  type Dataset, type Entity, type Issue, type Relationship, type Source,
} from '../../model';

const RECORDS = new Set<Source['kind']>(['filing', 'registry', 'court']);

/**
 * Relationships without any claim, those that one publisher alone affirms, be it by copies (a filing, registry or court record
 * stands by itself), and contradictions that nobody has looked at.
 */
export function* evidenceIssues({ entities, relationships, sources }: Dataset): Generator<Issue> {
  const sourceOf = new Map(sources.map((s) => [s.id, s]));
  for (const [i, r] of relationships.entries()) {
    const issue = evidenceIssue(r, `relationships[${i}].claims`, sourceOf);
    if (issue) yield issue;
  }
  yield* openContradictions(relationships, 'relationships');
  yield* openContradictions(entities, 'entities');
}

/** Where a denial or a question stands beside an assertion or allegation, and somebody has yet to hold one of them against its source. */
function* openContradictions(records: readonly (Entity | Relationship)[], list: string): Generator<Issue> {
  for (const [i, { id, claims = [] }] of records.entries()) {
    const said = new Set(claims.map((c) => c.stance));
    const open = claims.filter((c) => !c.checked).length;
    if (open === 0 || !claims.some(affirms) || !(said.has('denies') || said.has('questions'))) continue;
    yield {
      code: 'open-contradiction', severity: 'warning', at: `${list}[${i}].claims`, value: id,
      message: `Sources contradict one another, and ${open} of ${claims.length} claims ${open === 1 ? 'is' : 'are'} not checked.`,
      hint: 'Hold each claim against its source, and say so in the check sheet.',
    };
  }
}

function evidenceIssue(r: Relationship, at: string, sourceOf: ReadonlyMap<string, Source>): Issue | undefined {
  if (r.claims.length === 0)
    return {
      code: 'unsourced', severity: 'warning', at, value: r.id, message: 'No source says so.',
      hint: 'Add a claim with its source, or take the relationship out.',
    };
  const sourceById = (id: string) => sourceOf.get(id);
  const { names, independent } = publishersOf(r.claims, sourceById);
  if (independent.length !== 1 || affirmingSources(r.claims, sourceById).some((s) => s && RECORDS.has(s.kind))) return undefined;
  const [publisher] = independent;
  return names.length > 1
    ? {
        code: 'copied-source', severity: 'warning', at, value: r.id,
        message: `${names.join(' and ')} say so, and it goes back to one: ${publisher}.`,
        hint: 'They count as one publisher. Look for a source that is independent of it.',
      }
    : {
        code: 'single-source', severity: 'warning', at, value: r.id, message: `Only one publisher says so: ${publisher}.`,
        hint: 'Look for a second, independent source or a record.',
      };
}

/** Sources that derive from one another in a circle. */
export function* circularOrigins({ sources }: Dataset): Generator<Issue> {
  const circular = new Set(circularSources(sources));
  for (const [i, source] of sources.entries()) {
    if (circular.has(source))
      yield {
        code: 'circular-origin', severity: 'warning', at: `sources[${i}].derivedFrom`, value: source.id,
        message: 'This source derives from sources that derive from it, so that none of them is the origin.',
        hint: 'Say which of them was first, and take what it derives from out.',
      };
  }
}

/** Sources that nothing cites, and from which none derives that is cited. */
export function* unusedSources({ sources, entities, relationships }: Dataset): Generator<Issue> {
  const byId = new Map(sources.map((s) => [s.id, s]));
  const cited = withOrigins(citedSources([...entities, ...relationships]), (id) => byId.get(id));
  for (const [i, s] of sources.entries()) {
    if (!cited.has(s.id))
      yield {
        code: 'unused-source', severity: 'warning', at: `sources[${i}].id`, value: s.id, message: 'No claim cites this source.',
        hint: 'Cite it, or take it out.',
      };
  }
}
