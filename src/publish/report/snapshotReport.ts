import type { CallOptions, Route, Snapshot } from '../../model';
import {
  betweenSentences, citationText, excludedText, filterPhrases, hiddenText, list, plainText, questionPhrases, setAsideSentences,
  untoldSentences, type ProofLine,
} from '../../wording';
import { ownershipWords, snapshotContent, type SnapshotContent } from '../snapshot/snapshotContent';
import { methodBlocks } from './methodBlocks';
import { numberedNotes, type UnnumberedNote } from './numberedNotes';
import { bullets, heading, paragraph, said, words, type Report, type ReportBlock, type ReportItem, type ReportText } from './report';
import { reportPicture } from './reportPicture';
import { claimsList, claimsTable, entitiesTable, tiesTable } from './reportTables';
import { reportText } from './reportText';
import { statusCounts } from './statusWords';

/** What a report says of itself. */
export interface ReportOptions {
  /** "Throughline 0.1.0". */
  readonly madeWith: string;
  /** The SHA-256 hash of the whole dataset, where all of it was at hand (`datasetHash`). */
  readonly hash?: string | undefined;
  readonly signal?: CallOptions['signal'] | undefined;
}

/**
 * A snapshot as a report: summary, chart, each route as sentences, the proof of an ownership, every entity, tie and claim, and the method.
 * The numbers on the lines of the chart are those of its notes.
 */
export async function snapshotReport(snapshot: Snapshot, options: ReportOptions): Promise<Report> {
  const content = snapshotContent(snapshot);
  const blocks = [
    ...routeBlocks(content), ...ownershipBlocks(content),
    ...recordBlocks(content), ...method(content, options),
  ];
  const opening = summaryBlocks(content);
  const { blocks: numbered, sheets, notes, numberOf } = numberedNotes([...opening, ...blocks], [claimsTable(content)], noteIn(content));
  const picture = await reportPicture(content, {
    title: snapshot.title, alt: chartText(content),
    notesOf: (id) => content.footnotes.ofRelationship(id).flatMap((n) => numberOf(n) ?? []).sort((a, b) => a - b),
  }, options);
  return {
    title: snapshot.title, notes, sheets,
    blocks: [...numbered.slice(0, opening.length), heading(1, 'Chart'), picture, ...numbered.slice(opening.length)],
  };
}

/** What the sources say of each record, and the tables of entities and ties. */
function recordBlocks(content: SnapshotContent): ReportBlock[] {
  return [
    heading(1, 'What the sources say'), { kind: 'list', ordered: false, items: claimsList(content) },
    heading(1, 'Entities'), entitiesTable(content), heading(1, 'Ties'), tiesTable(content),
  ];
}

/** What a note of a snapshot says, by the number of its footnote. */
function noteIn({ footnotes }: SnapshotContent): (number: number) => UnnumberedNote {
  return (number) => {
    const note = footnotes.list[number - 1]!;
    const { source, locator } = note;
    return {
      text: `${citationText(note)}.`, ...(source?.url === undefined ? {} : { url: source.url }), ...(source ? { source } : {}),
      ...(locator === undefined ? {} : { locator }),
    };
  };
}

const MOST_TOLD = 12;

/** What the chart shows, for those who hear it. */
function chartText({ view: { part }, sentences }: SnapshotContent): string {
  const told = part.relationships.slice(0, MOST_TOLD).map((r) => plainText(sentences.relationship(r.id)));
  const more = part.relationships.length - told.length;
  const names = part.entities.slice(0, 3 * MOST_TOLD).map((e) => sentences.nameOf(e.id));
  const others = part.entities.length - names.length;
  return [
    `A chart of ${list([...names, ...(others > 0 ? [`${others} more`] : [])])}.`, ...told,
    ...(more > 0 ? [`And ${more} more ${more === 1 ? 'tie' : 'ties'}, which the table of ties lists.`] : []),
  ].join(' ');
}

function summaryBlocks(content: SnapshotContent): ReportBlock[] {
  const { snapshot, part, sentences } = content;
  const owned = ownershipWords(content);
  const counts = statusCounts(part.relationships.map((r) => sentences.statusOf(r.id)));
  const ties = part.relationships.length === 1 ? '1 tie' : `${part.relationships.length} ties`;
  return [
    heading(1, 'Summary'),
    ...(snapshot.trace ? [paragraph(questionText(content))] : []),
    ...(owned ? [paragraph(reportText(owned.ultimate)), ...(owned.rule ? [paragraph(reportText(owned.rule.answer))] : [])] : []),
    ...(snapshot.dataset.summary === undefined ? [] : [paragraph(words(snapshot.dataset.summary))]),
    paragraph(words(
      `This report names ${part.entities.length === 1 ? '1 entity' : `${part.entities.length} entities`} and ${ties}`
      + `${counts.length === 0 ? '' : `: ${list(counts)}`}. A claim is what a source says, not a fact.`,
    )),
  ];
}

function questionText({ snapshot: { trace }, sentences }: SnapshotContent): ReportText {
  const { question, answer } = trace!;
  const count = answer.routes.length === 1 ? '1 route was found' : `${answer.routes.length} routes were found`;
  const whole = answer.routes.length === 1 ? ', which is the only one' : ', which are all there are';
  const all = answer.complete ? whole : '; there may be more';
  return [
    said('How is '), { kind: 'bold', text: sentences.nameOf(question.from) }, said(' connected to '),
    { kind: 'bold', text: sentences.nameOf(question.to) }, said(`? ${count}${all}.`),
  ];
}

function publisherIn({ part }: SnapshotContent): (source: string) => string {
  const publisher = new Map(part.sources.map((s) => [s.id, s.publisher]));
  return (id) => publisher.get(id) ?? id;
}

function routeBlocks(content: SnapshotContent): ReportBlock[] {
  const { snapshot: { trace }, routes, untold, sentences } = content;
  if (!trace) return [];
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [heading(1, title), bullets(lines.map(words))]);
  const { question, between, setAside, left } = trace;
  return [
    heading(1, 'Routes'),
    ...routes.flatMap((route, i) => routeOf(route, i, content)),
    ...untoldSentences(untold, left).map((s) => paragraph(words(s), 'facts')),
    ...section('What was set aside', setAside ? setAsideSentences(setAside, question, sentences, publisherIn(content)) : []),
    ...section('Who stands between', between ? betweenSentences(between, question, sentences, publisherIn(content)) : []),
  ];
}

function routeOf(route: Route, index: number, { sentences }: SnapshotContent): ReportBlock[] {
  const facts = sentences.facts(route);
  const apart = sentences.apart(route);
  const weakest = route.length === 1
    ? `status: ${facts.weakest.status}`
    : `weakest hop: ${sentences.nameOf(facts.weakest.from)} – ${sentences.nameOf(facts.weakest.to)}, ${facts.weakest.status}`;
  const publishers = facts.publishers.map((names) => (names.length === 0 ? 'none' : list(names))).join('; ');
  return [
    heading(2, `Route ${index + 1}: ${facts.hops}`),
    paragraph(reportText(sentences.route(route))),
    ...sentences.also(route).map((s) => paragraph([said('Also: '), ...reportText(s)])),
    paragraph(words(
      `${weakest[0]!.toUpperCase()}${weakest.slice(1)}. Publishers hop by hop: ${publishers}. `
      + `When: ${facts.together}${apart === undefined ? '' : `: ${apart}`}.`,
    ), 'facts'),
    ...sentences.probable(route).map((s) => paragraph(words(s), 'notice')),
  ];
}

function ownershipBlocks(content: SnapshotContent): ReportBlock[] {
  const owned = ownershipWords(content);
  if (!owned) return [];
  const one = (text: ReportText): ReportItem => ({ text, below: [] });
  const tree = ({ sentence, below }: ProofLine): ReportItem => ({ text: reportText(sentence), below: below.map(tree) });
  const section = (title: string, items: readonly ReportItem[]): ReportBlock[] =>
    (items.length === 0 ? [] : [heading(2, title), { kind: 'list', ordered: false, items }]);
  return [
    heading(1, plainText(owned.question)),
    paragraph(words(`Derived with: ${owned.conditions.join('; ')}.`), 'facts'),
    ...(owned.undated ? [paragraph(words(owned.undated), 'facts')] : []),
    ...owned.clashes.map((c) => paragraph(reportText(c), 'notice')),
    ...section('Direct holders', owned.direct.flatMap(({ records, left }) => [
      ...records.map((r) => one(reportText(r))), ...(left ? [one(reportText(left))] : []),
    ])),
    ...section('Through all chains', owned.effective.map(({ sentence, chains }): ReportItem => ({
      text: reportText(sentence), below: chains.map((c) => one(reportText(c))),
    }))),
    heading(2, 'Ultimate owners'), paragraph(reportText(owned.ultimate)),
    ...(owned.rule
      ? [heading(2, 'Proof under the 50 per cent rule'), paragraph(reportText(owned.rule.answer)),
          { kind: 'list', ordered: false, items: [tree(owned.rule.proof)] } as const]
      : []),
  ];
}

function method(content: SnapshotContent, { madeWith, hash }: ReportOptions): ReportBlock[] {
  const { snapshot, part, sentences, narrowed } = content;
  const { trace, ownership, dataset, origin, hidden } = snapshot;
  const publisherOf = publisherIn(content);
  const asked = trace
    ? [...questionPhrases(trace.question, sentences.nameOf), ...filterPhrases(trace.question.filter, publisherOf)]
    : ownership ? (ownershipWords(content)?.conditions ?? []) : filterPhrases(snapshot.filter, publisherOf);
  const excluded = trace ? excludedText(trace.answer.excluded) : '';
  return methodBlocks({
    origin, records: { ...dataset, ...part }, hash, madeWith, asked,
    left: [
      excluded, ...(trace && narrowed.length > 0 ? [`The chart shows: ${narrowed.join('; ')}.`] : []),
      hiddenText(hidden),
    ].filter((s) => s !== ''),
    statuses: part.relationships.map((r) => sentences.statusOf(r.id)),
  });
}
