import { relationshipType } from './catalogue';
import type { Relationship } from './dataset';
import { UNKNOWN_END } from './partialDate';
import { intervalBounds, periodBounds, type Interval, type Period } from './period';
import { shareText } from './share';
import type { Status } from './status';

/**
 * Whether something has ended: where a time is looked at, by then for certain; else whether an end is recorded at all.
 * It is a matter of dates, never of status.
 */
export function hasEnded(interval: Interval, at?: Period): boolean {
  if (interval.end === undefined || interval.end === UNKNOWN_END) return false;
  return at === undefined || intervalBounds(interval).end.latest < periodBounds(at).earliest;
}

/**
 * The verb phrase that stands between the two names, with the share where it reads naturally
 * ("owns 75 % of"), hedged where the claims are no more than allegations ("allegedly supplies") or readings of ours ("in our reading
 * supplies"). `forward` reads from → to; the tense is that of the time that is looked at, today's without one.
 */
export function verbPhrase(r: Relationship, forward: boolean, status: Status, at?: Period): string {
  const type = relationshipType(r.type);
  const ended = hasEnded(r, at);
  const own = r.label !== undefined && (forward || !type.directed) ? r.label : undefined;
  const verb = ownVerbFromBehind(r, forward)
    ? ended
      ? 'was linked to'
      : 'is linked to'
    : (own ?? (forward ? (ended ? type.past : type.verb) : ended ? type.inversePast : type.inverse));
  const withShare = r.type === 'owns' && forward && own === undefined && r.share !== undefined ? `${verb} ${shareText(r.share)} of` : verb;
  return hedged(withShare, status);
}

/** "allegedly owns", "is allegedly owned by": the hedge stands beside the verb that it weakens. */
function hedged(verb: string, status: Status): string {
  const hedge = HEDGES[status];
  if (hedge === undefined) return verb;
  const [, auxiliary, rest] = /^(is|are|was|were) (.+)$/.exec(verb) ?? [];
  return auxiliary !== undefined && status === 'alleged' ? `${auxiliary} ${hedge}${rest}` : `${hedge}${verb}`;
}

/** What is said where no source asserts it. */
const HEDGES: Partial<Record<Status, string>> = { alleged: 'allegedly ', reading: 'in our reading ' };

/** A label of its own has no inverse: read to → from, the relationship says that there is a tie, and then which. */
function ownVerbFromBehind(r: Relationship, forward: boolean): boolean {
  return r.label !== undefined && !forward && relationshipType(r.type).directed;
}

/** What follows the second name: share (where the verb phrase has none), role, dates, and that it is disputed or denied. Empty or "(…)". */
export function afterPhrase(r: Relationship, forward: boolean, status: Status): string {
  const shareInVerb = r.type === 'owns' && forward && r.label === undefined;
  const parts = [
    ownVerbFromBehind(r, forward) ? `which “${r.label}” it` : '', shareInVerb ? '' : shareText(r.share), r.role ?? '', datesText(r),
    status === 'disputed' || status === 'denied' ? status : '',
  ];
  const said = parts.filter((p) => p !== '');
  return said.length === 0 ? '' : `(${said.join(', ')})`;
}

/**
 * A tie in words, without a full stop: "Panda supplies Koryolink (since 2008)", or read from its other end; `nameOf` gives what an end
 * is called by its id. The tense is that of the time that is looked at, today's without one.
 */
export function tieWords(r: Relationship, forward: boolean, status: Status, nameOf: (id: string) => string, at?: Period): string {
  const [first, second] = forward ? [r.from, r.to] : [r.to, r.from];
  const words = `${nameOf(first)} ${verbPhrase(r, forward, status, at)} ${nameOf(second)}`;
  const after = afterPhrase(r, forward, status);
  return after === '' ? words : `${words} ${after}`;
}

/** "2008–2016", "since 2008", "until 2011", "from 2008, end unknown"; one date where both ends are the same; empty without dates. */
export function datesText({ start, end }: Interval): string {
  if (end === UNKNOWN_END) return start === undefined ? '' : `from ${start}, end unknown`;
  if (start === undefined) return end === undefined ? '' : `until ${end}`;
  if (end === undefined) return `since ${start}`;
  return start === end ? start : `${start}–${end}`;
}

/** The words with a full stop, unless they end with one already ("Skycom Tech Co., Ltd."). */
export function withFullStop(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}
