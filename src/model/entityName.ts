import type { Issue } from './issue';

/**
 * The longest name, in UTF-16 units: whatever is longer is no name. Comparing and measuring names costs more than their length.
 */
export const LONGEST_NAME = 1000;

/** Anything that is seen: not blanks, controls, marks without width, fillers of Hangul or the blank of Braille. */
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u;
/**
 * Controls but for tabs and line breaks, and what turns the direction of the text around it (embeddings, overrides and isolates).
 * Marks of direction and joiners are part of many scripts.
 */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/gu;
const MAY_BE_UNSEEN = /[^\u0020-\u007e\u00a0-\u2029\u202f-\u2065\u206a-\uffff]/;

/** A name as it can be drawn and told, and what was wrong with it. */
interface NameInReach {
  readonly name: string;
  readonly fault?: 'long-name' | 'unseen-characters' | 'invisible-name';
}

/**
 * What a name may be: something of it is seen, nothing in it turns the text around it or moves a terminal's cursor, and it is no longer
 * than `LONGEST_NAME`. One that is otherwise is brought in: controls become blanks, overrides go, and of one that is not seen `otherwise`
 * stands in its place.
 */
export function nameInReach(raw: string, otherwise: string): NameInReach {
  if (raw.length > LONGEST_NAME)
    return { name: `${nameInReach(raw.slice(0, LONGEST_NAME - 1).replace(/\p{Surrogate}$/u, ''), otherwise).name}…`, fault: 'long-name' };
  if (!SEEN.test(raw)) return { name: otherwise, fault: 'invisible-name' };
  if (!MAY_BE_UNSEEN.test(raw)) return { name: raw };
  const clean = raw.replace(UNSEEN, (found) => (/[\u202a-\u202e\u2066-\u2069]/.test(found) ? '' : ' '));
  return clean === raw ? { name: raw } : { name: clean.trim(), fault: 'unseen-characters' };
}

/** What a person is told of a name that was brought in. */
export function nameIssue(fault: NonNullable<NameInReach['fault']>, at: string, value: string): Issue {
  const issue = { code: fault, severity: 'warning', at, value } as const;
  if (fault === 'long-name')
    return {
      ...issue, message: `This name is longer than ${LONGEST_NAME} characters; it was cut.`,
      hint: 'Give it a shorter name, and put the rest into its summary.',
    };
  if (fault === 'invisible-name')
    return { ...issue, message: 'Nothing of this name is seen; the id stands in its place.', hint: 'Give it a name.' };
  return {
    ...issue, message: 'This name has control characters, or such that turn the direction of the text around it; they were taken out.',
    hint: 'Check where the name comes from.',
  };
}
