import {
  edit as editSchema, editKey, withEdits, type Claim, type Edit, type Entity, type Note, type Records, type Relationship, type Selection,
} from '../../model';
import { FixedDataError } from '../../store';
import { withoutEntities } from '../chart';
import type { Session } from '../session';
import type { ChartState, WorkspaceState } from '../state';

interface Beside {
  /** The chart on which the edits are shown; the one in hand if left out. */
  chart?: ChartState;
  /** What is looked at afterwards; what is looked at now if left out. */
  selection?: Selection | undefined;
}

/**
 * Changes the data, as one step that undo takes back: the only place that does. The chart shows it at once; the store is told by
 * `keepEdited`, and all that was answered over the data of before is asked again.
 * Throws `FixedDataError` where the store is only read, and `UnsoundRecordError`.
 */
export function edit(session: Session, label: string, edits: readonly Edit[], beside: Beside = {}): void {
  if (edits.length === 0) return;
  if (!session.opened().edit) throw new FixedDataError();
  for (const one of edits) {
    const { error } = editSchema.safeParse(one);
    if (error) throw new UnsoundRecordError(one.id, error.issues[0]?.message ?? 'it does not fit');
  }
  const state = session.get();
  const chart = chartWithEdits(beside.chart ?? state.chart, edits, state.records);
  session.change(label, {
    edits: withEdits(state.edits, edits), chart, selection: stillThere('selection' in beside ? beside.selection : state.selection, edits),
  });
}

/** A record cannot be what it was to become: it would not be read again. */
class UnsoundRecordError extends Error {
  override readonly name = 'UnsoundRecordError';
  constructor(id: string, why: string) {
    super(`“${id}” was not changed: ${why}.`);
  }
}

/** What was looked at, unless it was taken away. */
function stillThere(selection: Selection | undefined, edits: readonly Edit[]): Selection | undefined {
  const gone =
    selection
    && edits.some(
      (e) => e.record === null && e.id === selection.id && e.list === (selection.kind === 'entity' ? 'entities' : 'relationships'),
    );
  return gone ? undefined : selection;
}

/** The chart with edits on it: a tie between two who are on it is drawn, what is gone is gone. `records` are those of before. */
function chartWithEdits(chart: ChartState, edits: readonly Edit[], records: Records): ChartState {
  const gone = edits.filter((e) => e.list === 'entities' && e.record === null && chart.entities.has(e.id)).map((e) => e.id);
  const next = gone.length > 0 ? withoutEntities(chart, gone, records) : chart;
  const relationships = new Set(next.relationships);
  for (const one of edits) {
    if (one.list !== 'relationships') continue;
    if (one.record && next.entities.has(one.record.from) && next.entities.has(one.record.to)) relationships.add(one.id);
    else relationships.delete(one.id);
  }
  const same = relationships.size === next.relationships.size && [...relationships].every((id) => next.relationships.has(id));
  return same ? next : { ...next, relationships };
}

/** An entity or relationship as it is now, drawn or not: of what was edited at once, whatever the store is at. */
export async function recordNow(
  session: Session, list: 'entities' | 'relationships', id: string,
): Promise<Entity | Relationship | undefined> {
  const { edits, records } = session.get();
  const edited = edits.get(editKey(list, id));
  if (edited) return (edited.record ?? undefined) as Entity | Relationship | undefined;
  return records[list].get(id) ?? (await session.opened()[list]({ ids: [id] }))[0];
}

/** An entity with these claims; none leave no list of them. */
export function withClaims({ claims: _before, ...entity }: Entity, claims: readonly Claim[]): Entity {
  return claims.length > 0 ? { ...entity, claims: [...claims] } : entity;
}

/** The notes that stand at a record, by id. */
export function notesAt(
  { notes }: Pick<WorkspaceState, 'notes'>, at: { readonly entity?: string; readonly relationship?: string },
): Note[] {
  return [...notes.values()].filter(
    (n) => (at.entity !== undefined && n.entity === at.entity) || (at.relationship !== undefined && n.relationship === at.relationship),
  );
}
