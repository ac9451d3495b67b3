import { statuses, type Status } from '../../model';
import { words, type ReportText } from './report';

/** What a status says of a tie, for a reader who has no table at hand. */
const MEANING: Readonly<Record<Status, string>> = {
  confirmed: 'two or more independent publishers assert it, or a filing, a register or a court record does',
  reported: 'one publisher asserts it',
  alleged: 'it is alleged, and nobody asserts it',
  disputed: 'somebody denies or questions what others say',
  reading: 'the editor infers it from other claims; no source says it',
  denied: 'it is denied, and nobody says it',
};

/** How many ties have each status: "3 confirmed, 2 alleged and 1 denied". Empty where there is none. */
export function statusCounts(found: readonly (Status | undefined)[]): string[] {
  return statuses.flatMap((status) => {
    const count = found.filter((one) => one === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
}

/** The statuses that ties of the report have, each with what it says. */
export function statusMeanings(found: readonly (Status | undefined)[]): ReportText[] {
  return statuses.filter((status) => found.includes(status)).map((status) => [
    { kind: 'bold', text: status }, ...words(`: ${MEANING[status]}`),
  ]);
}
