import { routeRelationships, type Route } from '../../model';
import { betweenSentences, excludedText, filterPhrases, questionPhrases, setAsideSentences, untoldSentences } from '../../wording';
import type { SnapshotContent } from '../snapshot/snapshotContent';
import { escapeXml } from '../svg';
import type { PageIds } from './pageIds';
import { badge, bdi, sentenceHtml } from './sentenceHtml';

/** The routes as sentences, with what they were asked with; empty where nothing was traced. */
export function routesSection(content: SnapshotContent, ids: PageIds): string {
  const { snapshot, routes, untold, sentences, part } = content;
  if (!snapshot.trace) return '';
  const { question, answer } = snapshot.trace;
  const publisher = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const phrases = [...questionPhrases(question, sentences.nameOf), ...filterPhrases(question.filter, (id) => publisher.get(id) ?? id)];
  const left = [...untoldSentences(untold, snapshot.trace.left), excludedText(answer.excluded)].filter((s) => s !== '');
  const counted = answer.routes.length === 1 ? '1 route' : `${answer.routes.length} routes`;
  const all = answer.complete ? ', which are all there are' : '; there may be more';
  return [
    '<section id="routes">',
    `<h2>How is ${bdi(sentences.nameOf(question.from))} connected to ${bdi(sentences.nameOf(question.to))}?</h2>`,
    `<p class="facts">${counted}${all} · ${escapeXml(phrases.join(' · '))}</p>`,
    `<ol class="routes">\n${routes.map((route) => routeItem(route, content, ids)).join('\n')}\n</ol>`,
    ...left.map((s) => `<p class="facts">${escapeXml(s)}</p>`),
    '</section>',
    ...answerSection(
      'What was set aside',
      snapshot.trace.setAside ? setAsideSentences(snapshot.trace.setAside, question, sentences, (id) => publisher.get(id) ?? id) : [],
    ),
    ...answerSection(
      'Who stands between',
      snapshot.trace.between ? betweenSentences(snapshot.trace.between, question, sentences, (id) => publisher.get(id) ?? id) : [],
    ),
  ].join('\n');
}

function answerSection(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0
    ? []
    : ['<section class="told">', `<h2>${title}</h2>`, ...sentences.map((s) => `<p class="sentence">${escapeXml(s)}</p>`), '</section>'];
}

function routeItem(route: Route, { sentences, active }: SnapshotContent, ids: PageIds): string {
  const facts = sentences.facts(route);
  const apart = sentences.apart(route);
  const things = [
    ...route.entities.map((id) => ids.evidence({ kind: 'entity', id })),
    ...routeRelationships(route).map((id) => ids.evidence({ kind: 'relationship', id })),
  ];
  const also = sentences.also(route).map((s) => `<p class="also">Also: ${sentenceHtml(s, ids)}</p>`);
  const publishers = facts.publisherCount === 1 ? '1 publisher' : `${facts.publisherCount} publishers`;
  return [
    `<li data-route="${things.join(' ')}"${route === active ? ' class="active"' : ''}>`,
    `<p class="sentence">${sentenceHtml(sentences.route(route), ids)}</p>`,
    ...also,
    `<p class="facts">${facts.hops} · ${route.length > 1 ? 'weakest: ' : ''}${badge(facts.weakest.status)} · ${publishers} · `
    + `${escapeXml(facts.together)}${apart === undefined ? '' : `: ${escapeXml(apart)}`}</p>`,
    ...sentences.probable(route).map((sentence) => `<p class="facts"><b>${escapeXml(sentence)}</b></p>`),
    '</li>',
  ].join('\n');
}
