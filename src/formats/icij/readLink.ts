import type { Relationship } from '../../model';
import { type DatasetBuilder, idOf } from '../builder';
import { registerDateOf } from '../words';
import type { CsvRow } from '../records';
import { linkReading } from './linkTypes';
import { leak, rest } from './readNode';

/** What the columns of a relationship are called in the releases. */
const NAMES = {
  start: ['node_id_start', 'START_ID', 'node_1'], end: ['node_id_end', 'END_ID', 'node_2'], type: ['rel_type', 'TYPE'],
} as const;

/** Reads the rows of relationships; a row that repeats another in every field is read once and reported. */
export class LinkReader {
  readonly #seen = new Set<string>();

  constructor(readonly builder: DatasetBuilder) {}

  read(row: CsvRow, at: string): Relationship | undefined {
    const { builder } = this;
    const key = JSON.stringify([...row.fields.values()]);
    const fields = new Map([...row.fields].map(([name, value]) => [name, value.trim()]));
    const take = (...names: readonly string[]) => {
      const found = names.find((name) => (fields.get(name) ?? '') !== '');
      const value = found === undefined ? undefined : fields.get(found);
      for (const name of names) fields.delete(name);
      return value;
    };
    const [from, to, relType, link, source] = [
      take(...NAMES.start), take(...NAMES.end), take(...NAMES.type), take('link'), take('sourceID'),
    ];
    if (from === undefined || to === undefined) {
      builder.warn('missing-end', at, 'This row names only one end of a relationship, or none; it was not read.', 'Name both.', key);
      return undefined;
    }
    if (this.#seen.has(key)) {
      builder.warn(
        'repeated-row', at, 'This row repeats an earlier one in every field; it was read once.', 'Nothing need be done.',
        `${from} ${relType ?? ''} ${to}`,
      );
      return undefined;
    }
    this.#seen.add(key);
    const start = this.#date('start_date', fields, at);
    const end = this.#date('end_date', fields, at);
    const properties = {
      ...(relType === undefined ? {} : { rel_type: relType }), ...(link === undefined ? {} : { link }), ...rest(fields, builder),
    };
    return {
      id: builder.freshRelationshipId(idOf(`${from}-${(relType ?? 'linked_to').slice(0, 40)}-${to}`)),
      ...linkReading(relType ?? '', link ?? ''),
      from,
      to,
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
      claims: [{ source: leak(source, builder), stance: 'asserts' }],
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
    };
  }

  #date(name: string, fields: Map<string, string>, at: string): string | undefined {
    const text = fields.get(name);
    if (text === undefined || text === '') return undefined;
    const { date, whole } = registerDateOf(text);
    if (date === undefined)
      this.builder.warn(
        'bad-date', at, `"${name}" is no date that exists; it was kept as a property.`,
        'Write YYYY-MM-DD or 23-MAR-2006, of a day that exists.', text,
      );
    else if (whole) fields.delete(name);
    return date;
  }
}
