import { put, takeTicks, type CheckRow, type Edit, type Entity, type Relationship, type Tick } from '../../model';
import { edit, recordNow, withClaims } from '../editing';
import { today } from '../entering';
import { lookup } from '../selectors/lookup';
import type { Session } from '../session';

/** A claim of the check sheet, and whether the user has held it against its source. */
export interface Ticking extends Pick<CheckRow, 'list' | 'record' | 'claim' | 'key'> {
  readonly checked: boolean;
}

/** Says of a claim that the user has checked it today, or takes that back, as one step. */
export async function tickClaim(session: Session, { list, record: id, claim, key, checked }: Ticking): Promise<void> {
  const by = session.get().view.editor;
  const record = await recordNow(session, list, id);
  if (by === undefined || !record) return;
  const tick: Tick = { list, record: id, key, by, at: 'the check sheet' };
  const edits = checked ? ticksOn(session, [tick], record) : [unticked(list, record, claim)];
  const name = 'name' in record ? record.name : `${lookup(session.get()).name(record.from)} – ${lookup(session.get()).name(record.to)}`;
  edit(session, checked ? `Check a claim about ${name}` : `Take back that a claim about ${name} is checked`, edits);
}

function ticksOn(session: Session, ticks: readonly Tick[], record: Entity | Relationship): readonly Edit[] {
  const part = 'from' in record ? { entities: [], relationships: [record] } : { entities: [record], relationships: [] };
  return takeTicks(part, ticks, today(session)).edits;
}

function unticked(list: Ticking['list'], record: Entity | Relationship, at: number): Edit {
  const claims = (record.claims ?? []).map((claim, i) => {
    if (i !== at) return claim;
    const { checked: _taken, ...rest } = claim;
    return rest;
  });
  return list === 'entities'
    ? put('entities', withClaims(record as Entity, claims))
    : put('relationships', { ...(record as Relationship), claims });
}
