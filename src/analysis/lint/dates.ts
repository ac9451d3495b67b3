import { boundsOf, type Dataset, type Entity, type Interval, type Issue, type Relationship } from '../../model';

/** Ends before starts, relationships that begin before one of their ends exists, and claims dated after the source that makes them. */
export function* dateIssues(data: Dataset): Generator<Issue> {
  yield* reversed(data.entities, 'entities');
  yield* reversed(data.relationships, 'relationships');
  yield* beforeExisting(data);
  yield* claimsAfterSource(data);
}

function* reversed(records: readonly Interval[], name: string): Generator<Issue> {
  for (const [i, { start, end }] of records.entries()) {
    if (!isBefore(end, start)) continue;
    yield {
      code: 'reversed-dates', severity: 'warning', at: `${name}[${i}].end`, value: `${start} … ${end}`,
      message: 'It ends before it starts.', hint: 'Exchange the dates, or correct one of them.',
    };
  }
}

/** Whether one date certainly lies before the other. */
function isBefore(a: string | undefined, b: string | undefined): boolean {
  const first = a === undefined ? undefined : boundsOf(a);
  const second = b === undefined ? undefined : boundsOf(b);
  return first !== undefined && second !== undefined && first.latest < second.earliest;
}

function* beforeExisting({ entities, relationships }: Dataset): Generator<Issue> {
  const entityOf = new Map(entities.map((e) => [e.id, e]));
  for (const [i, r] of relationships.entries()) {
    const early = [entityOf.get(r.from), entityOf.get(r.to)].find((e) => e && isBefore(r.start, e.start));
    if (early) yield tooEarly(r, i, early);
  }
}

function tooEarly(r: Relationship, i: number, entity: Entity): Issue {
  return {
    code: 'impossible-date', severity: 'warning', at: `relationships[${i}].start`, value: r.start!,
    message: `It starts before "${entity.id}" does (${entity.start}).`,
    hint: 'Correct one of the dates, or tie it to the entity that came before.',
  };
}

function* claimsAfterSource({ sources, entities, relationships }: Dataset): Generator<Issue> {
  const published = new Map(sources.map((s) => [s.id, s.published]));
  yield* lateClaims(entities, 'entities', published);
  yield* lateClaims(relationships, 'relationships', published);
}

function* lateClaims(
  records: readonly (Entity | Relationship)[], name: string, published: ReadonlyMap<string, string | undefined>,
): Generator<Issue> {
  for (const [i, record] of records.entries()) {
    for (const [j, { source, made }] of (record.claims ?? []).entries()) {
      if (!isBefore(published.get(source), made)) continue;
      yield {
        code: 'impossible-date', severity: 'warning', at: `${name}[${i}].claims[${j}].made`, value: made!,
        message: `The claim is dated after its source was published (${published.get(source)}).`, hint: 'Correct one of the dates.',
      };
    }
  }
}
