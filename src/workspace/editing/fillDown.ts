import { put, sameContent, type Edit, type Entity, type Relationship } from '../../model';
import type { Session } from '../session';
import { edit, recordNow } from './edit';

/** Which fields of a record the columns of a table show that can be filled down; a name is nobody else's. */
export const FILLED = {
  entities: { country: ['jurisdiction'], aliases: ['aliases'], dates: ['start', 'end'] },
  relationships: { share: ['share'], dates: ['start', 'end'] },
} as const;

/** Cells of one column, from the top. */
export interface MarkedCells {
  readonly list: 'entities' | 'relationships';
  readonly column: string;
  /** As its heading says. */
  readonly label: string;
  readonly ids: readonly string[];
}

/** Gives all marked cells what the first of them says, as one step; what says it already stays as it is. */
export async function fillDown(session: Session): Promise<void> {
  const { cells } = session.get();
  if (!cells) return;
  const { list, label, ids } = cells;
  const records = await Promise.all(ids.map((id) => recordNow(session, list, id)));
  const [first, ...others] = records.filter((record) => record !== undefined);
  if (!first) return;
  const filled = others.map((record) => withFields(record, first, fieldsOf(cells)));
  const edits = filled.filter((record, i) => !sameContent(record, others[i])).map((record) => put(list, record as never) as Edit);
  session.setView({ dialog: undefined });
  edit(session, `Fill down: ${label} of ${edits.length === 1 ? 'one row' : `${edits.length} rows`}`, edits);
}

function fieldsOf({ list, column }: MarkedCells): readonly string[] {
  return (FILLED[list] as Readonly<Record<string, readonly string[]>>)[column] ?? [];
}

type AnyTwo = Entity | Relationship;

/** A record with some fields of another; a field that the other has not is none of it either. */
function withFields(record: AnyTwo, from: AnyTwo, fields: readonly string[]): AnyTwo {
  const kept = Object.entries(record).filter(([field]) => !fields.includes(field));
  const taken = Object.entries(from).filter(([field, value]) => fields.includes(field) && value !== undefined);
  return Object.fromEntries([...kept, ...taken]) as unknown as AnyTwo;
}
