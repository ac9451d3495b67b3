import type { IntermediaryAnswer, RouteQuestion, SetAside } from '../model';
import { disjointText, everyText, heldUnder, notCountedText, ofWhatText, setText } from './betweenText';
import { list } from './questionText';
import type { Sentences } from './sentences';
import { plainText } from './sentencePart';
import { asideText, fellText } from './whatIfText';

/** How many entities are told with how often they lie between. */
const TOLD = 8;

/** Who stands between the ends of a trace, a sentence each, the filter under which it holds last. */
export function betweenSentences(
  answer: IntermediaryAnswer, question: RouteQuestion, { nameOf }: Sentences, publisherOf: (source: string) => string,
): string[] {
  const { separators, complete, direct, share } = answer;
  const [first] = separators;
  const notCounted = notCountedText(answer);
  const more =
    separators.length > 1
      ? ` There are ${separators.length} such sets${complete ? '' : ' and perhaps more'}.`
      : complete
        ? ''
        : ' There may be more such sets.';
  const often = share.slice(0, TOLD).map(({ entity, routes, of }) => `${nameOf(entity)} (${routes} of ${of})`);
  return [
    everyText(answer, nameOf),
    ...(first ? [`${setText(first.length, direct).replace(/\.$/, '')}: ${list(first.map(nameOf))}.${more}`] : []),
    `${disjointText(answer)}.`,
    ...(often.length > 0
      ? [`How often each lies on ${ofWhatText(answer)}: ${often.join(', ')}${share.length > TOLD ? ' and others' : ''}.`]
      : []),
    heldUnder(question, nameOf, publisherOf),
    ...(notCounted === undefined ? [] : [notCounted]),
  ];
}

/** What was set aside and what fell with it, a sentence each. */
export function setAsideSentences(
  told: SetAside, question: RouteQuestion, sentences: Sentences, publisherOf: (source: string) => string,
): string[] {
  const names = [...question.avoid.map(sentences.nameOf), ...(question.filter.withoutSources ?? []).map(publisherOf)];
  return [
    `${asideText(names)} ${fellText(told)}`,
    ...told.fell.map((chain) => `Lost: ${chain.map(sentences.nameOf).join(' – ')}.`),
    ...told.changed.map(
      ({ relationship, before, after }) =>
        `${plainText(sentences.relationship(relationship))} It was ${before}; `
        + `${after === undefined ? 'no remaining source says so' : `it is ${after} now`}.`,
    ),
  ];
}
