import { groundedPart, partAmong, type Claim, type Dataset, type Story, type StoryStep } from '../../model';
import { citationText, hiddenText, plainText, sentencesOf, storyParagraphs, type Sentences, type StoryPart } from '../../wording';
import type { SnapshotContent } from '../snapshot/snapshotContent';
import { pictureText, stepContent } from '../story/stepContent';
import { storyClaims, type CitedClaim, type StoryClaims } from '../story/storyClaims';
import { UnknownCitationError } from '../story/unknownCitationError';
import { methodBlocks } from './methodBlocks';
import { numberedNotes, type UnnumberedNote } from './numberedNotes';
import { heading, paragraph, type Report, type ReportBlock, type ReportPart } from './report';
import { reportPicture } from './reportPicture';
import { claimsList, claimsTable, entitiesTable, tiesTable } from './reportTables';
import type { ReportOptions } from './snapshotReport';

/**
 * A story as a report: each step with its chart and its text, whose citations are notes that say what the source says; then every entity,
 * tie and claim that its charts show, and the method. Speaker's notes are not in it. Throws `UnknownCitationError`.
 */
export async function storyReport(dataset: Dataset, story: Story, options: ReportOptions): Promise<Report> {
  const claims = storyClaims(dataset, story);
  if (claims.missing.length > 0) throw new UnknownCitationError(claims.missing);
  const steps: ReportBlock[] = [];
  const shown = new Set<string>();
  for (const step of story.steps) {
    const content = stepContent(dataset, step);
    for (const { id } of [...content.part.entities, ...content.part.relationships]) shown.add(id);
    steps.push(...(await stepBlocks(step, content, claims, options)));
  }
  const part = partAmong(dataset, (id) => shown.has(id), (r) => shown.has(r.id));
  const told = { part, sentences: numberedFrom(sentencesOf(part), claims.list.length), spoken: {} };
  const blocks = [
    ...steps, heading(1, 'What the sources say'), { kind: 'list', ordered: false, items: claimsList(told) } as const,
    heading(1, 'Entities'), entitiesTable(told), heading(1, 'Ties'), tiesTable(told), ...method(dataset, story, told, options),
  ];
  const { blocks: numbered, sheets, notes } = numberedNotes(blocks, [claimsTable(told)], noteIn(dataset, claims, told.sentences));
  return { title: story.title, blocks: numbered, sheets, notes };
}

async function stepBlocks(
  step: StoryStep, content: SnapshotContent, claims: StoryClaims, options: ReportOptions,
): Promise<ReportBlock[]> {
  return [
    heading(1, step.headline), await reportPicture(content, { title: step.headline, alt: pictureText(step, content) }, options),
    ...storyParagraphs(step.text).map((parts) => paragraph(parts.map((part) => partOf(part, claims)))),
  ];
}

function partOf(part: StoryPart, claims: StoryClaims): ReportPart {
  return part.kind === 'citation' ? { kind: 'notes', numbers: [claims.numberOf(part.record, part.source)!] } : part;
}

/** Sentences whose footnotes are numbered behind the claims that the story cites itself. */
function numberedFrom(sentences: Sentences, before: number): Sentences {
  const { footnotes } = sentences;
  return { ...sentences, footnotes: { ...footnotes, ofClaim: (claim) => before + footnotes.ofClaim(claim) } };
}

function noteIn(dataset: Dataset, { list }: StoryClaims, { footnotes }: Sentences): (number: number) => UnnumberedNote {
  const all = sentencesOf(dataset);
  return (number) => {
    const cited = list[number - 1];
    if (cited) return claimNote(cited, all);
    const { source, locator, ...note } = footnotes.list[number - list.length - 1]!;
    return {
      text: `${citationText({ ...note, ...(source ? { source } : {}), ...(locator === undefined ? {} : { locator }) })}.`,
      ...(source?.url === undefined ? {} : { url: source.url }), ...(source ? { source } : {}),
      ...(locator === undefined ? {} : { locator }),
    };
  };
}

/** What one source says of a record, and where. */
function claimNote({ number, record, source, claims }: CitedClaim, sentences: Sentences): UnnumberedNote {
  const locator = claims.find((c) => c.locator !== undefined)?.locator;
  const about = 'from' in record ? plainText(sentences.relationship(record.id)) : `${record.name}.`;
  const place = locator === undefined ? {} : { locator };
  const citation = citationText({ number, sourceId: source.id, source, ...place });
  return {
    text: `${about} ${claims.map(claimText).join(' ')} ${citation}.`, ...(source.url === undefined ? {} : { url: source.url }), source,
    ...place,
  };
}

function claimText({ stance, statement, quote }: Claim): string {
  const told = [statement ?? '', quote === undefined ? '' : `“${quote}”`].filter((t) => t !== '').join(' ');
  return `The source ${stance}${told === '' ? '.' : `: ${told}`}`;
}

function method(
  dataset: Dataset, { hidden }: Story, { part, sentences }: Pick<SnapshotContent, 'part' | 'sentences'>, { madeWith, hash }: ReportOptions,
): ReportBlock[] {
  const { format, id, title, licence } = dataset;
  const records: Dataset = { format, id, title, ...(licence ? { licence } : {}), ...groundedPart(part) };
  return methodBlocks({
    origin: dataset, records, hash, madeWith, asked: [], left: [hiddenText(hidden)].filter((s) => s !== ''),
    statuses: part.relationships.map((r) => sentences.statusOf(r.id)),
  });
}
