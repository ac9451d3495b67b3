import type { DatasetPart, Filter, PartyTie, TiesQuestion } from '../../model';
import {
  excludedText,
  filterPhrases,
  sentencesOf,
  standsBetweenText,
  takenText,
  tiedText,
  tieText,
  type Crosscheck,
  type Sentences,
} from '../../wording';
import { markdownSentence, markdownText } from './markdownText';
import { citedNumbers, sourceLines } from './sourceLines';

export interface CrosscheckInput extends Crosscheck {
  readonly title: string;
  readonly question?: TiesQuestion | undefined;
  /** Every entity that the check names, what ties them, and its sources. */
  readonly part: DatasetPart;
}

/** How many ties a brief tells, and how many who stand between. */
const MOST_TOLD = 200;
const MOST_BETWEEN = 20;

/**
 * A Markdown brief of a list of names: who each was taken for and why, who is tied to whom as sentences with sources, who stands between.
 */
export function crosscheckBrief(check: CrosscheckInput): string {
  const filter: Filter = check.question?.filter ?? {};
  const sentences = sentencesOf(check.part, { filter });
  const body = [markdownText(takenText(check)), '', ...nameLines(check, sentences), ...tieLines(check, sentences, filter)];
  const lines = [`# ${markdownText(check.title)}`, '', ...body, ...sourceLines(citedNumbers(body, sentences.footnotes))];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function nameLines({ matches, taken }: Crosscheck, { nameOf }: Sentences): string[] {
  const lines = matches.flatMap(({ name, candidates }, i) => {
    const one = taken[i];
    const others = candidates.filter((c) => c !== one).map((c) => `${nameOf(c.entity)} (${c.score.toFixed(2)})`);
    const rest = others.length === 0 ? '' : one ? ` Others: ${others.join(', ')}.` : ` It may be ${others.join(', ')}.`;
    const reasons = one ? ` ${one.reasons.map((r) => r.sentence).join(' ')}` : '';
    const taking = one
      ? `**${markdownText(nameOf(one.entity))}**, score ${one.score.toFixed(2)}.`
      : candidates.length > 0
        ? 'left open.'
        : 'nobody.';
    return [`- ${markdownText(name)}: ${taking}${markdownText(`${reasons}${rest}`)}`];
  });
  return ['## Names', '', ...lines, ''];
}

function tieLines({ ties, question, part }: CrosscheckInput, sentences: Sentences, filter: Filter): string[] {
  if (!ties || !question) return [];
  const publishers = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const phrases = filterPhrases(filter, (id) => publishers.get(id) ?? id);
  const told = ties.ties.slice(0, MOST_TOLD);
  const excluded = excludedText(ties.excluded);
  const between = standsBetweenText(ties, sentences.nameOf).slice(0, MOST_BETWEEN);
  return [
    '## Who is tied to whom',
    '',
    `${tiedText(ties, question.maxHops)} Asked with: ${markdownText(phrases.join('; '))}.`,
    '',
    ...told.flatMap((tie) => tieParagraph(tie, sentences)),
    '',
    ...(ties.ties.length > told.length ? [`${ties.ties.length - told.length} more are tied.`, ''] : []),
    ...(between.length === 0
      ? []
      : ['## Who outside the list stands between', '', ...between.map((text) => `- ${markdownText(text)}`), '']),
    ...(excluded === '' ? [] : ['## What was left out', '', excluded, '']),
  ];
}

function tieParagraph(tie: PartyTie, sentences: Sentences): string[] {
  const told = tie.relationships.map((id) => markdownSentence(sentences.relationship(id)));
  return [`- **${markdownText(sentences.nameOf(tie.a))} – ${markdownText(sentences.nameOf(tie.b))}** (${tieText(tie)}): ${told.join(' ')}`];
}
