import {
  chartDocument, groundedPart, type Case, type Claim, type Dataset, type Entity, type Relationship, type Story, type StoryStep,
} from '../../model';
import type { StoryClaims } from './storyClaims';
import { stepContent } from './stepContent';

/** How long the name of a chart may be. */
const LONGEST_NAME = 200;

/**
 * A published story as a case: the records that its steps draw, with the claims that count there, what it cites, and the story itself on
 * its one chart, without speaker's notes. A page carries it, so that it opens again and can be held against the case of another day.
 */
export function storyCase(dataset: Dataset, story: Story, claims: StoryClaims): Case {
  const { format, id, title, licence } = dataset;
  const drawn = story.steps.map((step) => stepContent(dataset, step).part);
  const cited = claims.list.map(({ record, claims: said }) => ({ record, said }));
  const ties = merged<Relationship>([
    ...drawn.flatMap((part) => part.relationships),
    ...cited.flatMap(({ record, said }) => (isTie(record) ? [{ ...record, claims: [...said] }] : [])),
  ]);
  const entities = merged<Entity>([
    ...drawn.flatMap((part) => part.entities),
    ...cited.flatMap(({ record, said }) => (isTie(record) ? [] : [{ ...named(record), claims: [...said] }])),
    ...endsOf(dataset, ties).map(named),
  ]);
  const sources = new Set([...entities, ...ties].flatMap((r) => (r.claims ?? []).map((claim) => claim.source)));
  const part = { entities, relationships: ties, sources: dataset.sources.filter((s) => sources.has(s.id)) };
  return {
    dataset: { format, id, title, ...(licence === undefined ? {} : { licence }), ...groundedPart(part) },
    charts: [{ name: story.title.slice(0, LONGEST_NAME), chart: chartOf(story, new Set(entities.map((e) => e.id))) }],
  };
}

function isTie(record: Entity | Relationship): record is Relationship {
  return 'from' in record && 'to' in record;
}

/** An entity that is named and not drawn. */
function named({ id, type, name, shortName }: Entity): Entity {
  return { id, type, name, ...(shortName === undefined ? {} : { shortName }) };
}

function endsOf({ entities }: Dataset, ties: readonly Relationship[]): Entity[] {
  const ends = new Set(ties.flatMap(({ from, to }) => [from, to]));
  return entities.filter((e) => ends.has(e.id));
}

/** One record for each id, the first of them, with the claims of all. */
function merged<R extends Entity | Relationship>(records: readonly R[]): R[] {
  const found = new Map<string, { record: R; claims: Set<Claim>; has: boolean }>();
  for (const record of records) {
    const one = found.get(record.id) ?? { record, claims: new Set<Claim>(), has: false };
    for (const claim of record.claims ?? []) one.claims.add(claim);
    one.has ||= record.claims !== undefined;
    found.set(record.id, one);
  }
  return [...found.values()].map(({ record, claims, has }) => (has ? { ...record, claims: [...claims] } : record));
}

/** The chart that the case opens with: the view of the first step. */
function chartOf({ steps, ...story }: Story, there: ReadonlySet<string>) {
  const [first] = steps;
  const known = (ids: readonly string[] = []) => ids.filter((one) => there.has(one));
  const { entities, positions = {}, filter = {} } = first?.view ?? { entities: [] };
  return chartDocument.parse({
    entities: known(entities), positions: Object.fromEntries(Object.entries(positions).filter(([one]) => there.has(one))), pinned: [],
    hidden: [], expanded: {}, layout: 'organic', filter, story: { ...story, steps: steps.map((step) => publishedStep(step, known)) },
  });
}

/** A step without its notes, and without whoever the dataset does not hold. */
function publishedStep({ notes: _spoken, view, ...step }: StoryStep, known: (ids?: readonly string[]) => string[]): StoryStep {
  const { positions, ...rest } = view;
  const entities = known(view.entities);
  const places = Object.entries(positions ?? {}).filter(([id]) => entities.includes(id));
  return { ...step, view: { ...rest, entities, ...(positions ? { positions: Object.fromEntries(places) } : {}) } };
}
