import { z } from 'zod';
import { entityTypeIds, relationshipTypeIds } from '../../model';
import { columnMeaningIds, tableRoles } from './columnMeanings';

export const TABLE_MAPPING_FORMAT = 'throughline-table-mapping/1';

const count = z.int().min(0);
const text = z.string().max(1000);

/** The order of the parts of a date in figures: 31.12.2008, 12/31/2008, 2008/12/31. */
const dateOrder = z.enum(['DMY', 'MDY', 'YMD']);
export type DateOrder = z.infer<typeof dateOrder>;

/** How shares are written: 75 or 75 % (percent), 0.75 (fraction). A figure with the sign % is always per cent. */
const shareNotation = z.enum(['percent', 'fraction']);
export type ShareNotation = z.infer<typeof shareNotation>;

const valueMapping = z
  .strictObject({
    value: z.string().min(1).max(200).meta({ description: 'The text of the cell, without outer spaces, each run of spaces one.' }),
    as: z
      .enum([...relationshipTypeIds, ...entityTypeIds])
      .nullable()
      .meta({
        description:
          'The type that it stands for. null: none that is known; a relationship keeps the text as its own verb, '
          + 'an entity has the type of those that give none.',
      }),
    turned: z.boolean().optional().meta({ description: 'Relationships: the value is read from the end to the start, as “is owned by”.' }),
  })
  .meta({ id: 'ValueMapping' });
/** What one value of a column of types stands for. */
export type ValueMapping = z.infer<typeof valueMapping>;

const columnMapping = z
  .strictObject({
    column: text.meta({ description: 'The text of the header; empty where the table has none.' }),
    index: count.meta({
      description: 'The place of the column, from 0. Where the header stands elsewhere in another file, the header counts.',
    }),
    as: z.enum(columnMeaningIds),
    separator: z.string().min(1).max(10).optional().meta({
      description:
        'alias, identifier, property, source and the ends of relationships: what stands between several values of one cell. '
        + 'Absent: the cell is one value.',
    }),
    scheme: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'identifier: the register, as LEI. Absent: the header, or what stands before the first colon of a value.' }),
    name: z.string().min(1).max(200).optional().meta({ description: 'property: the name under which it is kept. Absent: the header.' }),
    json: z.boolean().optional().meta({ description: 'property: the cell is a JSON value; what is none is kept as text.' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .meta({ description: 'amount: the currency of sums that say none, by its ISO 4217 code.' }),
    entityType: z
      .enum(entityTypeIds)
      .optional()
      .meta({ description: 'from, to: the type of what this column names and nothing else types.' }),
    relationshipType: z
      .enum(relationshipTypeIds)
      .optional()
      .meta({ description: 'related: what the entity that the cell names is to the entity of the row, as “owns”. Absent: linkedTo.' }),
    turned: z
      .boolean()
      .optional()
      .meta({ description: 'related: the relationship runs from the entity of the row to the one that the cell names.' }),
    values: z.array(valueMapping).max(1000).optional().meta({
      description:
        'Columns of types, labels and roles: what each value stands for. A value that is not listed is read as its word is usually meant.',
    }),
    dateOrder: dateOrder.optional().meta({ description: 'Dates of this column, where they differ from the options.' }),
    share: shareNotation.optional().meta({ description: 'Shares of this column, where they differ from the options.' }),
  })
  .meta({ id: 'ColumnMapping' });
/** What one column of a table means. */
export type ColumnMapping = z.infer<typeof columnMapping>;

const oneTableMapping = z
  .strictObject({
    name: text.meta({
      description:
        'The name of the sheet, or of the file with its path in the zip or folder. '
        + 'Where file and mapping have one table each, it need not be the same.',
    }),
    role: z.enum(tableRoles),
    header: count.nullable().meta({
      description:
        'The row of the header, from 0, blank rows not counted; what stands above is left out and reported. null: the table has no header.',
    }),
    columns: z.array(columnMapping).max(20_000),
    entityType: z
      .enum(entityTypeIds)
      .optional()
      .meta({ description: 'The type of what this table names and gives no type, where it differs from the options.' }),
    relationshipType: z
      .enum(relationshipTypeIds)
      .optional()
      .meta({ description: 'The type of relationships of this table that give none, where it differs from the options.' }),
    ownership: z.enum(['added', 'none']).optional().meta({
      description:
        'What a share is beside a type that is no ownership, as “directs”. added: each such row also makes an “owns” with that share. '
        + 'none: the share stays with the type. Absent: added.',
    }),
    ends: z.enum(['fitted', 'asWritten']).optional().meta({
      description:
        'What becomes of ends whose types fit the relationship only the other way round. fitted: they are turned. asWritten: they stay. '
        + 'Absent: fitted.',
    }),
    directed: z
      .boolean()
      .optional()
      .meta({ description: 'Whether relationships of this table have a direction, where it differs from the options.' }),
  })
  .meta({ id: 'OneTableMapping' });
/** How one table of a file is read. */
export type OneTableMapping = z.infer<typeof oneTableMapping>;

const tableOptions = z
  .strictObject({
    entityType: z.enum(entityTypeIds).meta({ description: 'The type of entities that give none.' }),
    relationshipType: z.enum(relationshipTypeIds).meta({ description: 'The type of relationships that give none.' }),
    directed: z.boolean().meta({ description: 'Whether relationships have a direction where their row does not say.' }),
    dateOrder,
    decimal: z.enum(['point', 'comma']).meta({ description: 'The decimal mark of figures. The other one separates thousands.' }),
    share: shareNotation,
  })
  .meta({ id: 'TableOptions' });
/** What holds for all tables of a file. */
export type TableOptions = z.infer<typeof tableOptions>;

export const tableMapping = z
  .strictObject({
    format: z.literal(TABLE_MAPPING_FORMAT),
    encoding: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'Text files: a label of the Encoding Standard, as utf-8 or windows-1252. Absent: guessed.' }),
    delimiter: z
      .string()
      .length(1)
      .optional()
      .meta({ description: 'Text files: what stands between fields. Absent: guessed for each file.' }),
    options: tableOptions, tables: z.array(oneTableMapping).max(1000),
  })
  .meta({
    id: 'TableMapping', title: 'Throughline table mapping', description: 'What the tables and columns of a CSV, TSV or XLSX file mean.',
  });
/** What the tables and columns of a file mean: JSON, versioned, kept and edited by people and pages. */
export type TableMapping = z.infer<typeof tableMapping>;
