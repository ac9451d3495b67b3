import { entityTypes, statuses, type EntityType, type OutReason, type VisiblePart } from '../../model';
import type { WorkspaceState } from '../state';
import { chartRecords } from './chartRecords';
import { memoised } from './memoised';
import { onlyRoute, visiblePart } from './visiblePart';

/** What is on the chart and not drawn, as one line and as its parts. */
interface HiddenSummary {
  /** "hidden: 9 ended before, 2 denied"; empty where nothing is. */
  readonly text: string;
  readonly parts: readonly { readonly label: string; readonly count: number }[];
  /** Relationships and entities not drawn, whatever the reason. */
  readonly relationships: number;
  readonly entities: number;
}

const SAID: Readonly<Record<Exclude<OutReason, 'status'>, string>> = {
  ended: 'ended before', notBegun: 'not yet begun', uncertain: 'may not have held then', type: 'of other types',
  source: 'from other sources',
};

/** What is filtered out or hidden by hand, and how much; what "only this route" leaves out is not hidden but stepped away from. */
export const hiddenSummary = memoised([visiblePart, chartRecords, (s) => s.dataset, onlyRoute], (state): HiddenSummary => {
  const part = visiblePart(state);
  const counted = onlyRoute(state) ? [] : [...relationshipParts(part), ...entityParts(part, state)];
  const parts = counted.filter((p) => p.count > 0);
  return {
    text: [parts.length === 0 ? '' : `hidden: ${parts.map((p) => `${p.count} ${p.label}`).join(', ')}`, leftOutBefore(state)]
      .filter((t) => t !== '')
      .join('; '),
    parts, relationships: part.left.relationships.size + part.left.alongside, entities: part.left.entities.size,
  };
});

/** What a snapshot that was opened had left out when it was taken; it is not here to be counted. */
function leftOutBefore({ dataset }: WorkspaceState): string {
  const hidden = dataset?.fromSnapshot?.hidden;
  return hidden === undefined ? '' : `not in this snapshot: ${hidden.replace(/^(hidden|not in this snapshot): /, '')}`;
}

function relationshipParts({ left, statuses: statusOf }: VisiblePart): { label: string; count: number }[] {
  const byReason = (reason: OutReason) => [...left.relationships].filter(([, r]) => r === reason).map(([id]) => id);
  const periods = (['ended', 'notBegun', 'uncertain'] as const).map((reason) => ({ label: SAID[reason], count: byReason(reason).length }));
  const out = byReason('status').map((id) => statusOf.get(id)!);
  const byStatus = statuses.map((status) => ({ label: status, count: out.filter((s) => s === status).length }));
  const others = (['type', 'source'] as const).map((reason) => ({ label: SAID[reason], count: byReason(reason).length }));
  return [...periods, ...byStatus.reverse(), ...others];
}

function entityParts({ left }: VisiblePart, state: WorkspaceState): { label: string; count: number }[] {
  const types = new Map<EntityType, number>();
  for (const [id, reason] of left.entities) {
    const { type } = chartRecords(state).entities.get(id)!;
    if (reason === 'type') types.set(type, (types.get(type) ?? 0) + 1);
  }
  const count = (reason: string) => [...left.entities.values()].filter((r) => r === reason).length;
  const untied = count('untied');
  return [
    ...[...types].map(([type, n]) => ({ label: n === 1 ? entityTypes[type].label : entityTypes[type].plural, count: n })),
    { label: count('ended') === 1 ? 'entity that had ended' : 'entities that had ended', count: count('ended') },
    { label: count('notBegun') === 1 ? 'entity that had not begun' : 'entities that had not begun', count: count('notBegun') },
    { label: untied === 1 ? 'entity left without ties' : 'entities left without ties', count: untied },
    { label: count('byHand') === 1 ? 'entity hidden by hand' : 'entities hidden by hand', count: count('byHand') },
  ];
}
