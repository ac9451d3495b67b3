import type { Entity, Relationship } from '../../model';
import { FieldError, fieldsOf, withFields } from '../editing/fields';

type Lists = { entities: Entity; relationships: Relationship };

/** The fields of a record that a cell shows, as text to be edited, and the record with what was typed. */
export interface CellEdit<R> {
  text(record: R): string;
  /** Throws `FieldError` for what is none. */
  read(record: R, text: string): R;
}

/** A cell that shows one field of a form. */
function fieldEdit<L extends keyof Lists>(list: L, name: string): CellEdit<Lists[L]> {
  const field = fieldsOf(list).find((f) => f.name === name)!;
  return {
    text: (record) => field.write(record[name as keyof typeof record]),
    read: (record, text) => withFields(record, [field], { [name]: text }),
  };
}

/** A cell that shows when something began and ended: "2008", "2008 – 2011", "– 2011", "2008 – ?". */
function datesEdit<L extends keyof Lists>(list: L): CellEdit<Lists[L]> {
  const [start, end] = ['start', 'end'].map((name) => fieldsOf(list).find((f) => f.name === name)!) as [Field, Field];
  return {
    text: ({ start: from, end: to }) => (to === undefined ? (from ?? '') : `${from ?? ''} – ${to === '..' ? '?' : to}`.trim()),
    read(record, text) {
      const parts = ` ${text} `.split(/\s[–—-]\s/);
      if (parts.length > 2) throw new FieldError(`“${text}” has more than two dates: write 2008 – 2011.`);
      return withFields(record, [start, end], { start: parts[0]!.trim(), end: (parts[1] ?? '').trim() });
    },
  };
}

/** Which cells are edited in place, by table and column. */
export const cellEdits = {
  entities: {
    name: fieldEdit('entities', 'name'), country: fieldEdit('entities', 'jurisdiction'), aliases: fieldEdit('entities', 'aliases'),
    dates: datesEdit('entities'),
  } as Readonly<Record<string, CellEdit<Entity>>>,
  relationships: { share: fieldEdit('relationships', 'share'), dates: datesEdit('relationships') } as Readonly<
    Record<string, CellEdit<Relationship>>
  >,
};

type Field = ReturnType<typeof fieldsOf>[number];
