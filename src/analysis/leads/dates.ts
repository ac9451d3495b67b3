import { boundsOf, UNKNOWN_END, type DayRange } from '../../model';

/** The days of a date that is known to the month at least; undefined for any other. */
export function monthOf(date: string | undefined): DayRange | undefined {
  return date === undefined || date === UNKNOWN_END || date.length < 7 ? undefined : boundsOf(date);
}
