import { detailFor, layoutOrganic, layoutRoute } from '../../drawing';
import {
  groundedPart, partAmong, recordsOf, routeQuestion, SNAPSHOT_FORMAT, spokenWith, visibleOf, withCountedClaims,
  type Dataset, type DatasetPart, type Position, type Snapshot, type StoryStep, type StoryView,
} from '../../model';
import { plainText, type SentencePart } from '../../wording';
import { snapshotContent, type SnapshotContent } from '../snapshot/snapshotContent';

/** Width over height of a step's picture where its places are not given. */
const ASPECT = 1.5;
/** How many ties a description of a picture names one by one. */
const MOST_TOLD = 12;

/** A step of a story read for drawing: a snapshot of its view, with the route under the highlighter where it has one. */
export function stepContent(dataset: Dataset, step: StoryStep): SnapshotContent {
  return snapshotContent(stepSnapshot(dataset, step));
}

/** The view of a step, frozen. Entities and ties that the dataset lacks are left out. */
export function stepSnapshot(dataset: Dataset, { headline, view }: StoryStep): Snapshot {
  const part = partOfView(dataset, view);
  const { route, filter = {}, camera } = view;
  return {
    format: SNAPSHOT_FORMAT, title: headline, origin: { id: dataset.id, title: dataset.title },
    dataset: { format: dataset.format, id: dataset.id, title: dataset.title, ...groundedPart(part) },
    chart: {
      layout: 'organic', positions: Object.fromEntries(placesOf(view, part)), pinned: [], ...(camera ? { camera } : {}),
    },
    filter,
    ...(route ? { trace: highlighted(route) } : {}),
  };
}

function partOfView(dataset: Dataset, { entities, relationships, filter = {} }: StoryView): DatasetPart {
  const visible = visibleOf({ records: recordsOf(dataset), filter, spoken: spokenWith(filter), untied: 'gone' });
  const drawn = new Set(entities);
  const admitted = new Set(visible.relationships.map((r) => r.id));
  const named = relationships && new Set(relationships);
  const part = partAmong(
    dataset, (id) => drawn.has(id), (r) => drawn.has(r.from) && drawn.has(r.to) && (named ? named.has(r.id) : admitted.has(r.id)),
  );
  return withCountedClaims(part, filter);
}

function placesOf({ positions, route }: StoryView, part: DatasetPart): ReadonlyMap<string, Position> {
  const given = new Map(Object.entries(positions ?? {}));
  if (part.entities.every((e) => given.has(e.id))) return new Map(part.entities.map((e) => [e.id, given.get(e.id)!]));
  const request = { part, detail: detailFor(part.entities.length), aspect: ASPECT };
  const onRoute = new Set(route);
  if (route && part.entities.every((e) => onRoute.has(e.id))) return layoutRoute({ ...request, routes: [route] });
  return layoutOrganic(request);
}

/** A chain of entities under the highlighter, with no answer beside it. */
function highlighted(route: readonly string[]): NonNullable<Snapshot['trace']> {
  const [from, to] = [route[0]!, route.at(-1)!];
  return {
    question: routeQuestion.parse({ from, to }), only: false, chains: [[...route]],
    answer: { from, to, routes: [], complete: false, excluded: { status: 0, period: 0, type: 0, source: 0 } },
  };
}

/** What a step's picture shows, for those who hear it: its own words, or the sentences of what is drawn. */
export function pictureText({ alt }: StoryStep, { part, sentences }: SnapshotContent): string {
  if (alt !== undefined && alt.trim() !== '') return alt;
  const told = part.relationships.slice(0, MOST_TOLD).map((r) => plainText(withoutNumbers(sentences.relationship(r.id))));
  const more = part.relationships.length - told.length;
  const names = part.entities.map((e) => sentences.nameOf(e.id)).join(', ');
  return [`A chart of ${names}.`, ...told, ...(more > 0 ? [`And ${more} more ${more === 1 ? 'tie' : 'ties'}.`] : [])].join(' ');
}

/** A sentence without the numbers of its footnotes: a story has its own. */
export function withoutNumbers(parts: readonly SentencePart[]): SentencePart[] {
  return parts.filter((part) => part.kind !== 'footnotes');
}
