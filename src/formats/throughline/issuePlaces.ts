import type { Issue, Steps } from '../../model';
import { placeText, type Place } from '../text/place';
import { walkJsonStepwise, type Segment } from './walkJson';

interface Wanted {
  place?: Place;
  readonly inner: Map<Segment, Wanted>;
}

/**
 * Gives each issue whose `at` is a path the line and column too: "relationships[3].from (line 41, column 15)".
 * A field that is missing gets the place of the object that lacks it. Cost O(text + issues), in steps.
 */
export function* withPlaces(issues: readonly Issue[], value: unknown, text: string): Steps<Issue[]> {
  const root: Wanted = { inner: new Map() };
  const wanted = issues.map((issue) => wantedAt(root, segmentsOf(issue.at, value)));
  yield* walkJsonStepwise(text, { value: (place, path) => mark(root, path, place) });
  return issues.map((issue, i) => (wanted[i]!.place ? { ...issue, at: `${issue.at} (${placeText(wanted[i]!.place)})` } : issue));
}

function wantedAt(root: Wanted, segments: readonly Segment[]): Wanted {
  return segments.reduce((at, segment) => {
    const next = at.inner.get(segment) ?? { inner: new Map() };
    at.inner.set(segment, next);
    return next;
  }, root);
}

function mark(root: Wanted, path: readonly Segment[], place: Place): void {
  let at: Wanted | undefined = root;
  for (const segment of path) at = at?.inner.get(segment);
  if (at) at.place ??= place;
}

/** The segments of a path as text, as far as the value has them; a key may itself hold dots and brackets, so the value decides. */
function segmentsOf(at: string, value: unknown): Segment[] {
  const segments: Segment[] = [];
  let rest = at;
  let here = value;
  while (rest !== '' && here !== null && typeof here === 'object') {
    const step = Array.isArray(here) ? /^\.?\[?(\d+)\]?/.exec(rest) : null;
    const key = step ? Number(step[1]) : keyAhead(here, rest.replace(/^\./, ''));
    if (key === undefined || !Object.hasOwn(here, key)) break;
    rest = step ? rest.slice(step[0].length) : rest.replace(/^\./, '').slice(String(key).length);
    here = (here as Record<Segment, unknown>)[key];
    segments.push(key);
  }
  return segments;
}

function keyAhead(object: object, rest: string): string | undefined {
  const whole = Object.keys(object).filter((key) => rest.startsWith(key) && /^($|[.[])/.test(rest.slice(key.length)));
  return whole.sort((a, b) => b.length - a.length)[0];
}
