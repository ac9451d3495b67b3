import { independentPublishers, type Dataset, type Issue, type Relationship, type Source } from '../../model';

const RECORDS = new Set<Source['kind']>(['filing', 'registry', 'court']);

/** Relationships without any claim, and those that one publisher alone affirms. A filing, registry or court record stands by itself. */
export function* evidenceIssues({ relationships, sources }: Dataset): Generator<Issue> {
  const sourceOf = new Map(sources.map((s) => [s.id, s]));
  for (const [i, r] of relationships.entries()) {
    const issue = evidenceIssue(r, `relationships[${i}].claims`, sourceOf);
    if (issue) yield issue;
  }
}

function evidenceIssue(r: Relationship, at: string, sourceOf: ReadonlyMap<string, Source>): Issue | undefined {
  if (r.claims.length === 0)
    return {
      code: 'unsourced', severity: 'warning', at, value: r.id, message: 'No source says so.',
      hint: 'Add a claim with its source, or take the relationship out.',
    };
  const affirming = r.claims.filter((c) => c.stance === 'asserts' || c.stance === 'alleges').map((c) => sourceOf.get(c.source));
  const publishers = independentPublishers(affirming);
  if (publishers.length !== 1 || affirming.some((s) => s && RECORDS.has(s.kind))) return undefined;
  return {
    code: 'single-source', severity: 'warning', at, value: r.id, message: `Only one publisher says so: ${publishers[0]}.`,
    hint: 'Look for a second, independent source or a record.',
  };
}

/** Sources that nothing cites. */
export function* unusedSources({ sources, entities, relationships }: Dataset): Generator<Issue> {
  const cited = new Set<string>();
  for (const list of [entities, relationships]) for (const { claims } of list) claims?.forEach((c) => cited.add(c.source));
  for (const [i, s] of sources.entries()) {
    if (!cited.has(s.id))
      yield {
        code: 'unused-source', severity: 'warning', at: `sources[${i}].id`, value: s.id, message: 'No claim cites this source.',
        hint: 'Cite it, or take it out.',
      };
  }
}
