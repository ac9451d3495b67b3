import { boundsOf, isoOf, type Claim, type PartialDate, type Source } from '../../model';
import { asObject, asText } from '../records';
import { isoDateOf } from '../words';
import { SAID, type Statement } from './statement';
import type { Annotation } from './writeInterest';

const AT = '/statementDate';

/**
 * The date that every statement must have, a whole day: when its source made the claim, else when the source was
 * published, else the day of the file. What was rounded or put there is noted, so that nobody takes it for the source's.
 */
export function statementDateOf(
  claims: readonly Claim[],
  source: Source | undefined,
  today: string,
): { date: string; annotations: Annotation[] } {
  const made = claims
    .flatMap((c) => (c.source === source?.id && c.made !== undefined ? [c.made] : []))
    .sort((a, b) => boundsOf(a)!.earliest - boundsOf(b)!.earliest)[0];
  if (made !== undefined) return { date: dayOf(made), annotations: made.length === 10 ? [] : [note(`${SAID.rounded}${made}`)] };
  if (source?.published !== undefined)
    return { date: dayOf(source.published), annotations: [note(`${SAID.published}${source.published}`)] };
  return { date: today, annotations: [note(SAID.undated)] };
}

/**
 * When a statement's claim was made and its source published, as far as the statement says: the day itself, unless a note of this
 * program says where it comes from.
 */
export function datesStated({ date, annotations }: Statement): { made?: PartialDate; published?: PartialDate } {
  const notes = annotations
    .map(asObject)
    .filter((one) => asText(one?.statementPointerTarget) === AT)
    .flatMap((one) => asText(one?.description) ?? []);
  if (notes.includes(SAID.undated)) return {};
  const after = (prefix: string) => isoDateOf(notes.find((text) => text.startsWith(prefix))?.slice(prefix.length) ?? '').date;
  const published = after(SAID.published);
  if (published !== undefined) return { published };
  const made = after(SAID.rounded) ?? date;
  return made === undefined ? {} : { made };
}

function dayOf(date: PartialDate): string {
  return isoOf(boundsOf(date)!.earliest);
}

function note(description: string): Annotation {
  return { statementPointerTarget: AT, motivation: 'commenting', description };
}
