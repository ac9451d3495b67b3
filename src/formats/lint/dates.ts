import { boundsOf, type Dataset, type Entity, type Interval, type Issue, type Relationship } from '../../model';

/** Ends before starts, relationships that begin before one of their ends exists, and claims dated after the source that makes them. */
export function dateIssues(data: Dataset): Issue[] {
  return [
    ...data.entities.flatMap((e, i) => reversed(e, `entities[${i}]`)),
    ...data.relationships.flatMap((r, i) => reversed(r, `relationships[${i}]`)),
    ...beforeExisting(data),
    ...claimsAfterSource(data),
  ];
}

function reversed({ start, end }: Interval, at: string): Issue[] {
  if (!isBefore(end, start)) return [];
  return [{ code: 'reversed-dates', severity: 'warning', at: `${at}.end`, value: `${start} … ${end}`, message: 'It ends before it starts.', hint: 'Exchange the dates, or correct one of them.' }];
}

/** Whether one date certainly lies before the other. */
function isBefore(a: string | undefined, b: string | undefined): boolean {
  const first = a === undefined ? undefined : boundsOf(a);
  const second = b === undefined ? undefined : boundsOf(b);
  return first !== undefined && second !== undefined && first.latest < second.earliest;
}

function beforeExisting({ entities, relationships }: Dataset): Issue[] {
  const entityOf = new Map(entities.map((e) => [e.id, e]));
  return relationships.flatMap((r, i) => {
    const early = [entityOf.get(r.from), entityOf.get(r.to)].find((e) => e && isBefore(r.start, e.start));
    return early ? [tooEarly(r, i, early)] : [];
  });
}

function tooEarly(r: Relationship, i: number, entity: Entity): Issue {
  return { code: 'impossible-date', severity: 'warning', at: `relationships[${i}].start`, value: r.start!, message: `It starts before "${entity.id}" does (${entity.start}).`, hint: 'Correct one of the dates, or tie it to the entity that came before.' };
}

function claimsAfterSource({ sources, entities, relationships }: Dataset): Issue[] {
  const published = new Map(sources.map((s) => [s.id, s.published]));
  const late = (list: readonly (Entity | Relationship)[], name: string) =>
    list.flatMap((record, i) =>
      (record.claims ?? []).flatMap((c, j): Issue[] =>
        isBefore(published.get(c.source), c.made)
          ? [{ code: 'impossible-date', severity: 'warning', at: `${name}[${i}].claims[${j}].made`, value: c.made!, message: `The claim is dated after its source was published (${published.get(c.source)}).`, hint: 'Correct one of the dates.' }]
          : [],
      ),
    );
  return [...late(entities, 'entities'), ...late(relationships, 'relationships')];
}
