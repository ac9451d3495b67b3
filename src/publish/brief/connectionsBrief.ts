import type { ConnectAnswer, ConnectQuestion, Connection, DatasetPart } from '../../model';
import {
  countConnectionsText, dispensableText, excludedText, filterPhrases, groupTexts, list, sentencesOf,
  type Sentences,
} from '../../wording';
import { markdownSentence, markdownText } from './markdownText';
import { evidenceLines } from './routesBrief';
import { citedNumbers, sourceLines } from './sourceLines';

interface ConnectionsBriefInput {
  question: ConnectQuestion;
  answer: ConnectAnswer;
  /** Every entity of the answer, what ties them, and its sources. */
  part: DatasetPart;
}

/**
 * A Markdown brief of how several parties hang together: each connection as sentences with footnotes, who can be done without, every claim
 * behind it, and the sources. The same input gives the same text.
 */
export function connectionsBrief({ question, answer, part }: ConnectionsBriefInput): string {
  const told = answer.connections;
  const sentences = sentencesOf(part, { routes: told, filter: question.filter });
  const publishers = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const phrases = filterPhrases(question.filter, (id) => publishers.get(id) ?? id);
  const names = answer.parties.map(sentences.nameOf);
  const body = [
    `How do ${names.map((name) => `**${markdownText(name)}**`).join(', ')} hang together? ${markdownText(countConnectionsText(answer))}`,
    '',
    ...(phrases.length > 0 ? [`Asked with: ${markdownText(phrases.join('; '))}.`, ''] : []),
    ...groupLines(answer, sentences),
    ...answer.connections.flatMap((connection, i) => connectionLines(connection, i, sentences)),
    ...(answer.dispensable.length === 0 ? [] : [markdownText(dispensableText(answer, sentences.nameOf)), '']),
    ...evidenceLines(told, part, sentences, question.filter),
  ];
  const excluded = excludedText(answer.excluded);
  const left = excluded === '' ? [] : ['## What was left out', '', excluded, ''];
  const sources = sourceLines(citedNumbers(body, sentences.footnotes));
  const lines = [`# ${markdownText(names.join(', '))}`, '', ...body, ...left, ...sources];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}

function groupLines(answer: ConnectAnswer, { nameOf }: Sentences): string[] {
  const texts = groupTexts(answer, nameOf);
  return texts.length === 0 ? [] : [...texts.map((text) => `- ${markdownText(text)}`), ''];
}

function connectionLines(connection: Connection, index: number, sentences: Sentences): string[] {
  const { between, hops } = connection;
  const facts = sentences.facts(connection);
  const weakest = `${sentences.nameOf(facts.weakest.from)} – ${sentences.nameOf(facts.weakest.to)}`;
  const through = between.length === 0 ? 'directly' : `through ${list(between.map(sentences.nameOf))}`;
  return [
    `## Connection ${index + 1}: ${markdownText(through)}`,
    '',
    ...hops.map(({ relationships, status }) => `- ${markdownSentence(sentences.relationship(relationships[0]!.id))} *${status}*`),
    '',
    `${facts.hops}; weakest hop: ${markdownText(weakest)}, ${facts.weakest.status}; ${facts.together}.`,
    '',
  ];
}
