import { position, type Note } from '../../model';
import type { EntityRegister } from './entityRegister';
import type { MappedRow } from './mappedRow';
import type { TableOptions } from './mapping';
import type { RelationshipReader } from './readRelationshipRow';
import { dateOfRow } from './rowDates';

/** Reads a row of a table of notes. One without a text is counted; one about nothing in the file stands by itself. */
export function readNoteRow(row: MappedRow, options: TableOptions, entities: EntityRegister, relationships: RelationshipReader): void {
  const text = row.prose('noteText');
  if (text === undefined) return row.builder.miss('notes without a text');
  const [entity, relationship, by, made] = [
    entities.find(row.text('aboutEntity'))?.id, relationships.byId.get(row.text('aboutRelationship'))?.id, row.prose('noteBy'),
    dateOfRow(row, 'made', options),
  ];
  const [x, y] = row.text('notePlace').split(' ').map(Number);
  const place = row.text('notePlace') === '' ? undefined : position.safeParse({ x, y });
  const note: Omit<Note, 'id'> = {
    text,
    ...(entity === undefined ? {} : { entity }),
    ...(relationship === undefined ? {} : { relationship }),
    ...(place?.success ? { place: place.data } : {}),
    ...(by === undefined ? {} : { by }),
    ...(made?.length === 10 ? { made } : {}),
  };
  row.builder.note(row.text('id'), note);
}
