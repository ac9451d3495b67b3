import { readPattern, type DatasetPart, type PatternAnswer, type PatternQuestion } from '../../model';
import { endsText, excludedText, filterPhrases, patternCountTexts, patternSentence, sentencesOf } from '../../wording';
import { markdownText } from './markdownText';
import { evidenceLines, routeLines } from './routesBrief';
import { citedNumbers, sourceLines } from './sourceLines';

interface PatternsBriefInput {
  question: PatternQuestion;
  answer: PatternAnswer;
  /** Every entity of the answer and those that the question names, what ties them, and its sources. */
  part: DatasetPart;
}

/** A Markdown brief of the routes that follow a pattern: the sentence that was asked, each route, every claim, what was cut off. */
export function patternsBrief({ question, answer, part }: PatternsBriefInput): string {
  const sentences = sentencesOf(part, { routes: answer.routes, filter: question.filter });
  const publishers = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const phrases = [`at most ${question.maxHops} hops`, ...filterPhrases(question.filter, (id) => publishers.get(id) ?? id)];
  const [from, to] = [endsText(question.from, sentences.nameOf), endsText(question.to, sentences.nameOf)];
  const excluded = excludedText(answer.excluded);
  const body = [
    markdownText(patternSentence(readPattern(question.pattern), from, to)),
    '',
    ...patternCountTexts(answer).flatMap((text) => [markdownText(text), '']),
    `Asked with: \`${question.pattern.replace(/`/g, '')}\`; ${markdownText(phrases.join('; '))}.`,
    '',
    ...(answer.routes.length === 0 ? [] : ['## Routes', '', ...answer.routes.flatMap((route, i) => routeLines(route, i, sentences))]),
    ...evidenceLines(answer.routes, part, sentences, question.filter),
    ...(excluded === '' ? [] : ['## What was left out', '', excluded, '']),
  ];
  const lines = [
    `# ${markdownText(`${from} to ${to}, by a pattern`)}`,
    '',
    ...body,
    ...sourceLines(citedNumbers(body, sentences.footnotes)),
  ];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}
