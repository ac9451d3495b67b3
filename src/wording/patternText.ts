import {
  entityTypes,
  families,
  relationshipTypes,
  type Family,
  type Pattern,
  type PatternAnswer,
  type PatternEnds,
  type PatternStep,
  type RelationshipType,
} from '../model';
import { list, periodText } from './questionText';

/**
 * What is asked by a pattern, as a sentence: "From Huawei to Koryolink: a step that owns or that controls, once or more; then perhaps a
 * step that supplies." `from` and `to` are the names of the ends, as `endsText` gives them.
 */
export function patternSentence(pattern: Pattern, from: string, to: string): string {
  return `From ${from} to ${to}: ${partText(pattern)}.`;
}

/** "Huawei", "Huawei or ZTE", "any company of CN". */
export function endsText(ends: PatternEnds, nameOf: (id: string) => string): string {
  if ('ids' in ends) return ends.ids.length > NAMED ? `any of ${ends.ids.length} entities` : orList(ends.ids.map(nameOf));
  const types = orList(ends.entityTypes.map((type) => entityTypes[type].label));
  return `any ${types}${ends.jurisdiction === undefined ? '' : ` of ${ends.jurisdiction}`}`;
}

const NAMED = 4;

function partText(pattern: Pattern): string {
  if (pattern.kind === 'step') return `a step ${verbText(pattern)}`;
  if (pattern.kind === 'sequence') return pattern.parts.map(partText).join('; then ');
  if (pattern.kind === 'choice') {
    const steps = pattern.parts.filter((part) => part.kind === 'step');
    return steps.length === pattern.parts.length
      ? `a step ${orList(steps.map(verbText))}`
      : `either ${pattern.parts.map(partText).join(', or ')}`;
  }
  const { part, least, most } = pattern;
  const inner = part.kind === 'sequence' ? `(${partText(part)})` : partText(part);
  if (least === 0 && most === 1) return `perhaps ${inner}`;
  return `${inner}, ${timesText(least, most)}`;
}

function timesText(least: number, most: number | undefined): string {
  if (most === undefined) return least === 0 ? 'any number of times' : least === 1 ? 'once or more' : `${least} times or more`;
  if (least === most) return least === 1 ? 'once' : `${least} times`;
  return `${least} to ${most} times`;
}

/** The verb of a step, read the way that it runs, and its conditions. */
function verbText({ of, direction, where }: PatternStep): string {
  const conditions = [
    ...(where.share ? [`with a share of ${COMPARISONS[where.share.is]} ${where.share.percent} %`] : []),
    ...(where.held ? [`${where.certainly ? 'certainly held' : 'held'} ${periodText(where.held)}`] : []),
    ...(where.statuses ? [orList(where.statuses)] : []),
  ];
  const said = conditions.length === 0 ? '' : ` (${conditions.join(', ')})`;
  return `${bareVerb(of, direction)}${said}${where.to ? `, to a ${orList(where.to.map((type) => entityTypes[type].label))}` : ''}`;
}

const COMPARISONS = { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than', '=': 'exactly' } as const;

function bareVerb(of: PatternStep['of'], direction: PatternStep['direction']): string {
  const way = direction === 'forward' ? ' along its arrow' : direction === 'backward' ? ' against its arrow' : '';
  if (of === 'any') return `by any relationship${way}`;
  if (isFamily(of)) return `by a relationship of ${of}${way}`;
  const { verb, inverse } = relationshipTypes[of];
  return `that ${direction === 'forward' || verb === inverse ? verb : direction === 'backward' ? inverse : `${verb} or ${inverse}`}`;
}

function isFamily(of: RelationshipType | Family): of is Family {
  return (families as readonly string[]).includes(of);
}

function orList(words: readonly string[]): string {
  return list(words).replace(/ and (?=[^,]*$)/u, ' or ');
}

/** "3 routes, which are all there are." and what was cut off, a sentence each. */
export function patternCountTexts({ routes, complete, cutOff, openShares, from, to }: PatternAnswer): string[] {
  const many =
    routes.length === 0
      ? 'No route follows the pattern'
      : `${routes.length} ${routes.length === 1 ? 'route follows' : 'routes follow'} the pattern`;
  const rest = complete ? (routes.length === 0 ? '' : ', and there are no others') : cutOff ? '' : '; there may be more';
  return [
    `${many}${rest}.`,
    ...(from === 0 ? ['Nobody fits where routes are to begin.'] : []),
    ...(to === 0 ? ['Nobody fits where routes are to end.'] : []),
    ...(cutOff ? [cutOffText(cutOff)] : []),
    ...(openShares > 0 ? [openSharesText(openShares)] : []),
  ];
}

/** Up to where the routes that follow a pattern are all there. */
export function cutOffText({ hops }: { readonly hops: number }): string {
  const given = 'The search was cut off, since there are too many ways to look at';
  return `${given}: routes of fewer than ${hops} hops are all here, longer ones may be missing.`;
}

function openSharesText(count: number): string {
  const many = count === 1 ? '1 relationship was' : `${count} relationships were`;
  return `${many} left out by a condition on shares because the share is not known well enough.`;
}
