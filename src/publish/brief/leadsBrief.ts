import type { DatasetPart, LeadsAnswer, LeadsQuestion } from '../../model';
import { filterPhrases, leadSentence, leadsText, sentencesOf, untoldLeads } from '../../wording';
import { markdownSentence, markdownText } from './markdownText';
import { citedNumbers, sourceLines } from './sourceLines';

interface LeadsInput {
  readonly title: string;
  readonly question: LeadsQuestion;
  readonly answer: LeadsAnswer;
  /** Every entity of the leads, the relationships that they rest on, and the sources of these. */
  readonly part: DatasetPart;
}

/** A Markdown brief of what deserves a second look: rule by rule, its usual innocent explanation, and every lead with its evidence. */
export function leadsBrief({ title, question, answer, part }: LeadsInput): string {
  const sentences = sentencesOf(part, { filter: question.filter });
  const publishers = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const phrases = filterPhrases(question.filter, (id) => publishers.get(id) ?? id);
  const body = [
    `${markdownText(leadsText(answer))} Asked with: ${markdownText(phrases.join('; '))}.`,
    '',
    ...answer.shapes
      .filter(({ found }) => found > 0)
      .map((shape) => ({ shape, theirs: answer.leads.filter((lead) => lead.shape === shape.id) }))
      .flatMap(({ shape, theirs }) => [
        `## ${markdownText(shape.title)}`,
        '',
        `${markdownText(shape.rule)} *Usually innocent:* ${markdownText(shape.innocent)}`,
        ...untoldLeads(shape, theirs.length).flatMap((line) => [markdownText(line), '']),
        ...theirs.flatMap((lead) => [
          `- **${markdownText(leadSentence(lead, sentences.nameOf))}** (${publishersText(lead.publishers)})`,
          ...lead.relationships.map((r) => `  - ${markdownSentence(sentences.relationship(r))} *${sentences.statusOf(r)}*`),
        ]),
        '',
      ]),
    ...emptyLines(answer),
  ];
  const lines = [`# ${markdownText(title)}`, '', ...body, ...sourceLines(citedNumbers(body, sentences.footnotes))];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function emptyLines({ shapes }: LeadsAnswer): string[] {
  const none = shapes.filter(({ found }) => found === 0);
  return none.length === 0 ? [] : ['## Looked for and not found', '', ...none.map(({ title }) => `- ${markdownText(title)}`), ''];
}

function publishersText(count: number): string {
  return count === 1 ? '1 independent publisher' : `${count} independent publishers`;
}
