import type { ConnectAnswer, ConnectQuestion, Connection, DatasetPart, Route } from '../../model';
import { excludedText, filterPhrases, list, sentencesOf, type Sentences } from '../../wording';
import { markdownSentence, markdownText } from './markdownText';
import { evidenceLines } from './routesBrief';
import { citedNumbers, sourceLines } from './sourceLines';

export interface ConnectionsBriefInput {
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
  const told = answer.connections.map(asRoute);
  const sentences = sentencesOf(part, { routes: told, filter: question.filter });
  const publishers = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const phrases = filterPhrases(question.filter, (id) => publishers.get(id) ?? id);
  const names = answer.parties.map(sentences.nameOf);
  const body = [
    `How do ${names.map((name) => `**${markdownText(name)}**`).join(', ')} hang together? ${markdownText(countText(answer))}`,
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

/** "2 connections of 4 hops; the first is the smallest there is." */
function countText({ connections, exact, bound, complete }: ConnectAnswer): string {
  const [first] = connections;
  if (!first) return 'Nothing here ties all of them.';
  const many = connections.length === 1 ? '1 connection' : `${connections.length} connections`;
  const within = `it has at most ${bound.toFixed(2)} times as many hops as the smallest there is`;
  const size = exact ? 'the first is the smallest there is' : within;
  return `${many}; ${size}${complete ? ', and there are no others of up to one hop more' : '; there may be more'}.`;
}

/** "Panda International can be done without: for it there is another connection of the same size that does not pass there." */
function dispensableText({ dispensable }: ConnectAnswer, nameOf: (id: string) => string): string {
  const each = dispensable.length > 1 ? 'each of them' : 'it';
  return `${list(dispensable.map(nameOf))} can be done without: for ${each} there is another connection of the same size that does not pass there.`;
}

function groupLines({ groups }: ConnectAnswer, { nameOf }: Sentences): string[] {
  const text = (group: readonly string[]) => (group.length === 1 ? `${nameOf(group[0]!)} is tied to none of the others` : `${list(group.map(nameOf))} are tied`);
  return groups.length < 2 ? [] : [...groups.map((group) => `- ${markdownText(text(group))}.`), ''];
}

function connectionLines(connection: Connection, index: number, sentences: Sentences): string[] {
  const { between, hops } = connection;
  const facts = sentences.facts(asRoute(connection));
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

/** A connection as what has hops: its evidence is told like that of a route. */
function asRoute({ entities, hops, strength, weakest, together }: Connection): Route {
  return { entities, hops, length: hops.length, strength, weakest, together };
}
