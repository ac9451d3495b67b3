import { dateText } from '../../wording';
import { shareText, UNKNOWN_END, type Relationship } from '../../model';

/** What is recorded of a relationship beside its sentence, in words, in the order of reading. */
export function relationshipFacts(r: Relationship): [string, string][] {
  const facts: [string, string | undefined][] = [
    ['Began', r.start && dateText(r.start)],
    ['Ended', r.end === UNKNOWN_END ? 'nobody knows whether it has' : r.end && dateText(r.end)],
    ['Share', r.share === undefined ? undefined : shareText(r.share)],
    ['Amount', r.amount && `${r.amount.ceiling ? 'up to ' : ''}${new Intl.NumberFormat('en').format(r.amount.value)} ${r.amount.currency}`],
    ['Role', r.role],
    ...propertyFacts(r.properties),
  ];
  return facts.filter((f): f is [string, string] => f[1] !== undefined && f[1] !== '');
}

/** What another tool knew and the model has no field for, as it came. */
export function propertyFacts(properties: Relationship['properties'] = {}): [string, string][] {
  return Object.entries(properties).map(([key, value]) => [key, [value].flat().map((v) => (v === null ? '–' : String(v))).join(', ')]);
}
