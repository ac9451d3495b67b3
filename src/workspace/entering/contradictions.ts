import { inNames, lintDataset } from '../../analysis';
import { DATASET_FORMAT, type DatasetPart } from '../../model';
import type { Outcome } from './preview';

/** What of the lint is told of a line: shares above 100 %, ends before starts, a tie recorded twice. */
export const TOLD: ReadonlySet<string> = new Set(['shares-above-100', 'reversed-dates', 'impossible-date', 'duplicate-relationship']);

/**
 * What the lint says of the part with the claim (`after`) and did not say without it, and a holder that holds one thing twice;
 * entities by their names.
 */
export function contradictions(outcome: Outcome, after: DatasetPart): string[] {
  const before = new Set(lintOf(outcome.part));
  const names = new Map(after.entities.map((e) => [e.id, e.name]));
  const named = (text: string) => inNames(text, (id) => names.get(id));
  return [...lintOf(after).filter((message) => !before.has(message)).map(named), ...twiceHeld(outcome, after)];
}

function lintOf(part: DatasetPart): string[] {
  return lintDataset({ format: DATASET_FORMAT, id: 'around', title: 'around', ...part })
    .issues.filter((i) => TOLD.has(i.code))
    .map((i) => i.message);
}

/** A holder that has two stakes in one thing at one time, of which one is new. */
function twiceHeld({ entered, ties }: Outcome, after: DatasetPart): string[] {
  const tie = after.relationships.find((r) => r.id === entered.about.id);
  if (!tie || entered.existing || (tie.type !== 'owns' && tie.type !== 'partnerIn')) return [];
  const other = ties.find((r) => r.type === tie.type && r.from === tie.from && r.to === tie.to);
  const nameOf = (id: string) => after.entities.find((e) => e.id === id)?.name ?? id;
  return other ? [`${nameOf(tie.from)} holds ${nameOf(tie.to)} twice now: the stake that is there says otherwise.`] : [];
}
