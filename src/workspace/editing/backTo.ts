import { editsBackTo, undoingOf, type Edit, type EditStep, type Selection } from '../../model';
import { withPart } from '../chart';
import { lookup } from '../selectors/lookup';
import type { Session } from '../session';
import type { ChartState } from '../state';
import { edit } from './edit';
import { placeBeside } from './placeBeside';

/** Takes back one step of editing and no other, as a step of its own; where another stands on it, that is said. */
export function undoAlone(session: Session, step: number): void {
  const { log, edits } = session.get();
  const undoing = undoingOf(log, step, edits);
  const { label } = log[step]!;
  if ('standsUnder' in undoing)
    return session.notify('info', `“${label}” was not undone: ${standsOn(session, undoing.standsUnder)}.`);
  takeBack(session, `Undo alone: ${label}`, undoing.edits);
}

/** Why a step cannot be taken back alone. */
export function standsOn(session: Session, records: readonly Pick<Edit, 'list' | 'id'>[]): string {
  const [first] = records;
  const more = records.length > 1 ? ` and ${records.length - 1} more` : '';
  return `${nameOf(session, first!)}${more} ${records.length > 1 ? 'stand' : 'stands'} on it`;
}

function nameOf(session: Session, { list, id }: Pick<Edit, 'list' | 'id'>): string {
  const find = lookup(session.get());
  const tie = find.relationship(id);
  if (list === 'relationships' && tie) return `the tie ${find.name(tie.from)} – ${find.name(tie.to)}`;
  return `“${(list === 'sources' ? find.source(id)?.title : undefined) ?? find.name(id)}”`;
}

/** Goes back to what all was after a step (-1: as it was opened), as a step of its own: nothing that was done since is lost. */
export function goBackTo(session: Session, step: number): void {
  const { log } = session.get();
  takeBack(session, `Go back to ${nameOfStep(log, step)}`, editsBackTo(log, step));
}

function nameOfStep(log: readonly EditStep[], step: number): string {
  const { version, label } = log[step] ?? {};
  return version === undefined ? (label === undefined ? 'what was opened' : `“${label}”`) : `version “${version}”`;
}

function takeBack(session: Session, label: string, edits: readonly Edit[]): void {
  const { records, chart } = session.get();
  const now = (e: Edit) => (e.list === 'notes' ? session.get().notes : records[e.list]).get(e.id) ?? null;
  const back = edits.filter((e) => now(e) !== e.record);
  const restored = back.filter((e) => e.list === 'entities' && e.record !== null && !records.entities.has(e.id));
  edit(session, label, back, { chart: withRestored(chart, restored, back) });
}

/** What comes back is shown, beside one that it is tied to. */
function withRestored(chart: ChartState, restored: readonly Edit[], edits: readonly Edit[]): ChartState {
  return restored.reduce((drawn, { id, record }) => {
    const tied = edits.flatMap((e) => (e.list === 'relationships' && e.record ? [[e.record.from, e.record.to]] : []));
    const other = tied.find((ends) => ends.includes(id))?.find((end) => end !== id);
    const anchor = drawn.positions.get(other ?? '') ?? [...drawn.positions.values()].at(-1);
    return withPart(drawn, { entities: [record as never], relationships: [] }, placeBeside(drawn.positions.values(), anchor, [id]));
  }, chart);
}

/** Names all as it is now, so that it can be gone back to by that name. */
export function nameVersion(session: Session, name: string): void {
  const { log, view: { editor } } = session.get();
  const opened: EditStep = {
    at: session.deps.now(), label: 'What was opened', ...(editor === undefined ? {} : { by: editor }), changes: [],
  };
  const named: EditStep = { ...(log.at(-1) ?? opened), version: name };
  session.change(`Name the version “${name}”`, { log: [...log.slice(0, -1), named] });
}

/** What a step was about, to be looked at: the first of its records that is drawn, else that is there. */
export function recordOfStep({ log, records }: Pick<ReturnType<Session['get']>, 'log' | 'records'>, step: number): Selection | undefined {
  const touched = log[step]?.changes.map(({ after }) => after) ?? [];
  const tie = touched.find((e) => e.list === 'relationships' && records.relationships.has(e.id));
  if (tie) return { kind: 'relationship', id: tie.id };
  const entity = touched.find((e) => e.list === 'entities' && records.entities.has(e.id));
  return entity && { kind: 'entity', id: entity.id };
}
