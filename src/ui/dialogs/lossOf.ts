import type { Issue } from '../../model';

/** What a format could not hold, as a row of a table: of how many records, in words that do not repeat the format's name. */
interface Loss {
  /** Absent where the issue is about the file as a whole. */
  records?: number;
  what: string;
  hint: string;
  at: string;
}

/** An issue of a writer taken apart; one that is worded otherwise than writers usually do is shown as it stands. */
export function lossOf({ message, value, hint, at }: Issue): Loss {
  const [, rest] = /^.{1,60} could not hold this of (?:one record|\d+ records): (.*)$/s.exec(message) ?? [];
  const records = value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  return {
    ...(records === undefined ? {} : { records }),
    what: rest === undefined ? message : `${rest[0]!.toUpperCase()}${rest.slice(1)}${/[.!?]$/.test(rest) ? '' : '.'}`, hint, at,
  };
}
