import {
  entityTypes, partOf, recordsOf, statusReader, tieWords, withFullStop, withRecords, type DatasetPart, type Selection,
} from '../../model';
import { changeSigns } from '../../drawing';
import type { ComparisonState, WorkspaceState } from '../state';
import { chartSpoken } from './spokenUnder';
import { memoised } from './memoised';
import { visiblePart } from './visiblePart';

/** The comparison that is drawn in place of the chart, if one is. */
export function drawnComparison({ comparison }: Pick<WorkspaceState, 'comparison'>): ComparisonState | undefined {
  return comparison?.phase === 'answered' ? comparison : undefined;
}

/** What is visible of the chart, with all that came, went and changed, as the later of the two has it. */
export const comparedPart = memoised([visiblePart, (s) => drawnComparison(s)?.part], (state): DatasetPart =>
  partOf(withRecords(recordsOf(drawnComparison(state)!.part), recordsOf(visiblePart(state)))),
);

/** What the change that is looked at is about, where it is drawn. */
export function lookedChange(state: Pick<WorkspaceState, 'comparison'>): Selection | undefined {
  const { part, changes, at } = drawnComparison(state) ?? {};
  const record = at === undefined ? undefined : changes?.[at]?.record;
  if (part?.entities.some(({ id }) => id === record?.id) && record?.list === 'entities') return { kind: 'entity', id: record.id };
  if (part?.relationships.some(({ id }) => id === record?.id)) return { kind: 'relationship', id: record!.id };
  return undefined;
}

/** The first change about an entity or a relationship, from 0; undefined where nothing became of it. */
export function changeAbout(state: Pick<WorkspaceState, 'comparison'>, { kind, id }: Selection): number | undefined {
  const list = kind === 'entity' ? 'entities' : 'relationships';
  const at = drawnComparison(state)?.changes.findIndex(({ record }) => record?.list === list && record.id === id) ?? -1;
  return at < 0 ? undefined : at;
}

/** What became of an entity or a relationship, in a sentence. */
export function changeText(state: Pick<WorkspaceState, 'comparison'>, of: Selection): string | undefined {
  const at = changeAbout(state, of);
  return at === undefined ? undefined : state.comparison?.changes[at]?.sentence;
}

/** The comparison as a screen reader hears it, entities in the given order. */
export function comparisonSentences(state: WorkspaceState, order: readonly string[]) {
  const { file, marks, changes } = drawnComparison(state)!;
  const { entities, relationships, sources } = comparedPart(state);
  const status = statusReader(sources, chartSpoken(state));
  const name = (id: string) => byId.get(id)?.name ?? id;
  const byId = new Map(entities.map((e) => [e.id, e]));
  const ties = new Map<string, typeof relationships>();
  for (const r of relationships) for (const end of new Set([r.from, r.to])) ties.set(end, [...(ties.get(end) ?? []), r]);
  const word = (list: 'entities' | 'relationships', id: string) => {
    const change = marks?.[list].get(id);
    return change ? `, ${changeSigns[change].word}` : '';
  };
  return {
    summary: `Compared with ${file}: ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}.`,
    entities: order.map((id) => ({
      id, sentence: `${byId.get(id)!.name}, ${entityTypes[byId.get(id)!.type].label}${word('entities', id)}.`,
      ties: (ties.get(id) ?? []).map((r) => ({
        id: r.id,
        sentence: withFullStop(`${tieWords(r, r.from === id, status(r), name, state.chart.filter.period)}${word('relationships', r.id)}`),
      })),
    })),
  };
}
