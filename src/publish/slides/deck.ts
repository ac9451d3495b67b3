import type { CallOptions, Dataset, Route, Snapshot, Story } from '../../model';
import { citationText, hiddenText, plainText, storyParagraphs, type Footnote, type StoryPart } from '../../wording';
import type { ReportPart, ReportPicture, ReportText } from '../report/report';
import { reportPicture } from '../report/reportPicture';
import { reportText } from '../report/reportText';
import { snapshotContent, type SnapshotContent } from '../snapshot/snapshotContent';
import { headLines } from '../snapshot/snapshotFrame';
import { pictureText, stepContent } from '../story/stepContent';
import { storyClaims, type CitedClaim, type StoryClaims } from '../story/storyClaims';
import { UnknownCitationError } from '../story/unknownCitationError';

/** A slide: what it says, what it shows, and what its numbers refer to, for the notes below it. */
export interface Slide {
  readonly title: string;
  readonly text: readonly ReportText[];
  readonly picture: ReportPicture;
  /** Lines. */
  readonly notes: readonly string[];
}

/** Slides in order, whatever they are written as. The same input gives the same deck. */
export interface Deck {
  readonly title: string;
  readonly slides: readonly Slide[];
}

type Asked = { readonly signal?: CallOptions['signal'] | undefined };

/**
 * A story as slides, one a step: its headline, its text with the numbers of its citations, its picture, and what each number cites in the
 * notes. Speaker's notes are not in it, since they are not published. Throws `UnknownCitationError`.
 */
export async function storyDeck(dataset: Dataset, story: Story, asked: Asked = {}): Promise<Deck> {
  const claims = storyClaims(dataset, story);
  if (claims.missing.length > 0) throw new UnknownCitationError(claims.missing);
  const slides: Slide[] = [];
  for (const step of story.steps) {
    const content = stepContent(dataset, step);
    const text = storyParagraphs(step.text).map((parts) => parts.map((part) => slidePart(part, claims)));
    if (step === story.steps.at(-1) && story.hidden !== undefined) text.push([{ kind: 'text', text: hiddenText(story.hidden) }]);
    const cited = new Set(text.flat().flatMap((part) => (part.kind === 'notes' ? part.numbers : [])));
    slides.push({
      title: step.headline, text, picture: await reportPicture(content, { title: step.headline, alt: pictureText(step, content) }, asked),
      notes: claims.list.filter(({ number }) => cited.has(number)).map(claimLine),
    });
  }
  return { title: story.title, slides };
}

function slidePart(part: StoryPart, claims: StoryClaims): ReportPart {
  return part.kind === 'citation' ? { kind: 'notes', numbers: [claims.numberOf(part.record, part.source)!] } : part;
}

/** "3. Asia Times, “Title”, Jul 2019, ¶4, alleges: its words. https://…" */
function claimLine({ number, source, claims }: CitedClaim): string {
  const locator = claims.find((c) => c.locator !== undefined)?.locator;
  const note: Footnote = { number, sourceId: source.id, source, ...(locator === undefined ? {} : { locator }) };
  const said = claims.map(({ stance, statement }) => (statement === undefined ? stance : `${stance}: ${statement}`)).join('; ');
  return `${number}. ${citationText(note)}, ${said}${source.url === undefined ? '' : ` ${source.url}`}`;
}

/** How many routes have a slide each. */
const MOST_ROUTES = 12;

/** A snapshot as slides: its chart, then each route that it shows, under the highlighter, as a sentence with its sources in the notes. */
export async function snapshotDeck(snapshot: Snapshot, asked: Asked = {}): Promise<Deck> {
  const content = snapshotContent(snapshot);
  const told = content.routes.slice(0, MOST_ROUTES);
  const slides = [await chartSlide(content, asked)];
  const of = content.routes.length;
  for (const [i, route] of told.entries()) slides.push(await routeSlide(content, { route, number: i + 1, of }, asked));
  return { title: snapshot.title, slides };
}

async function chartSlide(content: SnapshotContent, asked: Asked): Promise<Slide> {
  const { snapshot, footnotes, routes } = content;
  const more = routes.length - MOST_ROUTES;
  const lines = [...headLines(content), ...(more > 0 ? [`${more} more routes have no slide of their own.`] : [])];
  return {
    title: snapshot.title, text: lines.map((text) => [{ kind: 'text', text }]), picture: await pictureOf(content, asked),
    notes: footnotes.list.map(noteLine),
  };
}

interface RouteShown {
  readonly route: Route;
  readonly number: number;
  readonly of: number;
}

async function routeSlide(content: SnapshotContent, { route, number, of }: RouteShown, asked: Asked): Promise<Slide> {
  const { sentences, footnotes } = content;
  const lit = { ...content, view: { ...content.view, route, chains: undefined } };
  const sentence = reportText(sentences.route(route));
  const facts = sentences.facts(route);
  const cited = new Set(sentence.flatMap((part) => (part.kind === 'notes' ? part.numbers : [])));
  return {
    title: `Route ${number} of ${of}: ${sentences.nameOf(route.entities[0]!)} to ${sentences.nameOf(route.entities.at(-1)!)}`,
    text: [sentence, [{ kind: 'text', text: [facts.hops, `weakest: ${facts.weakest.status}`, facts.together].join(' · ') }]],
    picture: await pictureOf(lit, asked), notes: footnotes.list.filter((note) => cited.has(note.number)).map(noteLine),
  };
}

function pictureOf(content: SnapshotContent, asked: Asked): Promise<ReportPicture> {
  const { part } = content.view;
  const told = part.relationships.slice(0, MOST_ROUTES).map((r) => plainText(content.sentences.relationship(r.id)));
  const alt = [`A chart of ${part.entities.length} entities and ${part.relationships.length} ties.`, ...told].join(' ');
  return reportPicture(content, { title: content.snapshot.title, alt, notesOf: content.footnotes.ofRelationship }, asked);
}

function noteLine(note: Footnote): string {
  return `${note.number}. ${citationText(note)}${note.source?.url === undefined ? '' : ` ${note.source.url}`}`;
}
