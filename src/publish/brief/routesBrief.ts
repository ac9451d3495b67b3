import {
  countedClaims, routeRelationships,
  type Claim, type DatasetPart, type Filter, type IntermediaryAnswer, type Route, type RouteAnswer, type RouteQuestion, type RoutesLeftOut,
  type SetAside, type Spoken,
} from '../../model';
import { markdownSentence, markdownText } from './markdownText';
import { betweenSentences, setAsideSentences } from '../../wording';
import { filterPhrases, list, questionPhrases } from '../../wording';
import { excludedText, hiddenText, untoldSentences } from '../../wording';
import { sentencesOf, type Sentences } from '../../wording';
import { citedNumbers, sourceLines } from './sourceLines';

interface BriefInput {
  title: string;
  /** The title of the dataset that it draws on. */
  origin?: string;
  part: DatasetPart;
  /** Absent: the brief lists the relationships of the part. */
  trace?: {
    question: RouteQuestion;
    answer: RouteAnswer;
    left?: RoutesLeftOut | undefined;
    between?: IntermediaryAnswer | undefined;
    setAside?: SetAside | undefined;
  };
  filter?: Filter;
  /** What the chart's filter left out, as the chart said it. */
  hidden?: string;
}

/**
 * A Markdown brief: the question and what narrows it, each route as numbered sentences with footnotes, its weakest hop,
 * its publishers and whether its hops held together, what was left out, and the sources. Routes through entities
 * that the part lacks are counted, not told. The same input gives the same text.
 */
export function routesBrief(input: BriefInput): string {
  const { told, untold } = tellable(input);
  const spoken = input.trace?.question.filter ?? input.filter ?? {};
  const sentences = sentencesOf(input.part, { routes: told, filter: spoken });
  const body = input.trace ? traceLines(input, told, untold, sentences, spoken) : relationshipLines(input, sentences);
  const cited = citedNumbers(body, sentences.footnotes);
  const lines = [`# ${markdownText(input.title)}`, '', ...originLines(input), ...body, ...leftOutLines(input), ...sourceLines(cited)];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}

/** Routes all of whose entities and hops the part holds, and how many there are besides. */
export function tellable({ part, trace }: Pick<BriefInput, 'part' | 'trace'>): { told: Route[]; untold: number } {
  const entities = new Set(part.entities.map((e) => e.id));
  const relationships = new Set(part.relationships.map((r) => r.id));
  const routes = trace?.answer.routes ?? [];
  const told = routes
    .map((route) => ({
      ...route, hops: route.hops.map((hop) => ({ ...hop, relationships: hop.relationships.filter((r) => relationships.has(r.id)) })),
    }))
    .filter((route) => route.entities.every((id) => entities.has(id)) && route.hops.every((hop) => hop.relationships.length > 0));
  return { told, untold: routes.length - told.length };
}

function originLines({ origin }: BriefInput): string[] {
  return origin === undefined ? [] : [`From the dataset ${markdownText(`“${origin}”`)}.`, ''];
}

function traceLines({ trace, part }: BriefInput, told: Route[], untold: number, sentences: Sentences, spoken: Spoken): string[] {
  const { question, answer } = trace!;
  const publisher = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const phrases = [...questionPhrases(question, sentences.nameOf), ...filterPhrases(question.filter, (id) => publisher.get(id) ?? id)];
  const count = answer.routes.length === 1 ? '1 route' : `${answer.routes.length} routes`;
  const ends = [question.from, question.to].map((id) => `**${markdownText(sentences.nameOf(id))}**`);
  return [
    `How is ${ends[0]} connected to ${ends[1]}? ${count}${answer.complete ? ', which are all there are' : '; there may be more'}.`,
    '',
    `Asked with: ${markdownText(phrases.join('; '))}.`,
    '',
    '## Routes',
    '',
    ...told.flatMap((route, i) => routeLines(route, i, sentences)),
    ...answerLines(trace!, sentences, (id) => publisher.get(id) ?? id),
    ...evidenceLines(told, part, sentences, spoken),
    ...untoldSentences(untold, trace!.left).flatMap((s) => [s, '']),
  ];
}

/** What was set aside and what fell, and who stands between, where they were asked. */
function answerLines(
  { question, between, setAside }: NonNullable<BriefInput['trace']>, sentences: Sentences, publisherOf: (source: string) => string,
): string[] {
  const section = (title: string, lines: readonly string[]) => [`## ${title}`, '', ...lines.map((line) => `- ${markdownText(line)}`), ''];
  return [
    ...(setAside ? section('What was set aside', setAsideSentences(setAside, question, sentences, publisherOf)) : []),
    ...(between ? section('Who stands between', betweenSentences(between, question, sentences, publisherOf)) : []),
  ];
}

export function routeLines(route: Route, index: number, sentences: Sentences): string[] {
  const indent = ' '.repeat(`${index + 1}. `.length);
  const facts = sentences.facts(route);
  const weakest =
    route.length === 1
      ? `status: ${facts.weakest.status}`
      : `weakest hop: ${sentences.nameOf(facts.weakest.from)} – ${sentences.nameOf(facts.weakest.to)}, ${facts.weakest.status}`;
  const apart = sentences.apart(route);
  const publishers = facts.publishers.map((names) => (names.length === 0 ? 'none' : list(names))).join('; ');
  const also = sentences.also(route).map((s) => `${indent}Also: ${markdownSentence(s)}`);
  return [
    `${index + 1}. ${markdownSentence(sentences.route(route))}`,
    ...also.flatMap((line) => ['', line]),
    '',
    `${indent}${facts.hops}; ${markdownText(weakest)}; publishers hop by hop: ${markdownText(publishers)}; `
    + `${facts.together}${apart === undefined ? '' : `: ${markdownText(apart)}`}.`,
    ...sentences.probable(route).flatMap((sentence) => ['', `${indent}**${markdownText(sentence)}**`]),
    '',
  ];
}

/** Every claim behind the routes' relationships, each relationship once: a claim is never told as a fact. */
export function evidenceLines(told: readonly Route[], part: DatasetPart, sentences: Sentences, spoken: Spoken): string[] {
  const byId = new Map(part.relationships.map((r) => [r.id, r]));
  const ids = [...new Set(told.flatMap(routeRelationships))];
  return ids.length === 0
    ? []
    : [
        '## Evidence',
        '',
        ...ids.flatMap((id) => [
          `${markdownSentence(sentences.relationship(id))} *${sentences.statusOf(id)}*`, '',
          ...claimLines(countedClaims(byId.get(id)!, spoken), sentences), '',
        ]),
      ];
}

function claimLines(claims: readonly Claim[], { footnotes }: Sentences): string[] {
  return claims.map((c) => `- *${c.stance}*${c.statement === undefined ? '' : `: ${markdownText(c.statement)}`}[^${footnotes.ofClaim(c)}]`);
}

function relationshipLines({ part }: BriefInput, sentences: Sentences): string[] {
  const lines = part.relationships.map((r) => {
    const status = sentences.statusOf(r.id);
    return `- ${markdownSentence(sentences.relationship(r.id))} *${status}*`;
  });
  return ['## Relationships', '', ...lines, ''];
}

function leftOutLines({ trace, hidden, filter, part }: BriefInput): string[] {
  const excluded = trace ? excludedText(trace.answer.excluded) : '';
  const publisher = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const narrowed =
    filter && Object.keys(filter).length > 0
      ? `The chart shows: ${markdownText(filterPhrases(filter, (id) => publisher.get(id) ?? id).join('; '))}.`
      : '';
  const lines = [excluded, narrowed, markdownText(hiddenText(hidden))].filter((l) => l !== '');
  return lines.length === 0 ? [] : ['## What was left out', '', ...lines.flatMap((l) => [l, ''])];
}
