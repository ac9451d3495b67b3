import type { CaseChart, Dataset, Issue } from '../../model';
import type { Format } from '../format';
import { Losses } from './losses';

/** The notes and charts that a format has no room for, as losses of the file that is written. */
export function caseLosses(
  { label, holds = [] }: Pick<Format, 'label' | 'holds'>, { notes = [] }: Pick<Dataset, 'notes'>, charts: readonly CaseChart[] = [],
): Issue[] {
  const losses = new Losses(label);
  if (!holds.includes('notes'))
    for (const { id } of notes) losses.add('lost-notes', `note ${id}`, 'a note of the editor', 'Keep a copy as a Throughline dataset.');
  if (!holds.includes('charts'))
    for (const { name } of charts)
      losses.add('lost-charts', `chart “${name}”`, 'a chart: what it draws, hides and filters', 'Keep a copy as a Throughline case.');
  return losses.issues();
}
