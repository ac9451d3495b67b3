import { entityTypeIds, listedName, MOST_NAMES, type Issue, type ListedName } from '../../model';
import { DatasetBuilder } from '../builder';
import { countryNamed } from './countryNamed';
import { dateIn } from './dateText';
import { headerRowOf } from './headerRow';
import { meaningOf } from './headerWords';
import { openTables } from './openTables';
import { folded, textOf, type RawTable } from './rawTable';

/** The names of a list, and what was not taken. */
export interface NamesRead {
  readonly names: readonly ListedName[];
  readonly issues: readonly Issue[];
}

/** How many rows the header is looked for in. */
const HEAD = 60;

/**
 * A list of names: the column of a CSV, TSV, XLSX or ODS file that is headed "name" (in nine languages), else its first column of texts,
 * with type, country, founding date and the id of an entity (headed "entity") where there are such columns; or a text of a name a line. Of
 * several tables the first with rows is read. A name that comes again is left out, and so are those beyond MOST_NAMES; both are counted.
 */
export async function readNames(bytes: Uint8Array, file: string): Promise<NamesRead> {
  const builder = new DatasetBuilder('names', { name: file });
  const tables = await openTables(bytes, {}, builder);
  const found = tables.map((table) => [...rowsOf(table)]).find((rows) => rows.length > 0) ?? [];
  const all = namesIn(found);
  const distinct = [...new Map(all.map((one) => [one.name, one])).values()];
  const issues: Issue[] = [];
  const left = (code: string, count: number, message: string) =>
    count > 0
    && issues.push({
      code,
      severity: 'warning',
      at: file,
      message: `${count} ${message}`,
      hint: 'Split the list where all of them are wanted.',
    });
  left('names-again', all.length - distinct.length, 'rows have a name that stands above already.');
  left('too-many-names', distinct.length - MOST_NAMES, `names beyond the first ${MOST_NAMES} were left out.`);
  return { names: distinct.slice(0, MOST_NAMES), issues };
}

function* rowsOf(table: RawTable): Generator<string[]> {
  for (const { cells } of table.rows()) yield cells.map((cell) => folded(textOf(cell)));
}

interface Columns {
  readonly name: number;
  readonly more: Readonly<Record<'type' | 'jurisdiction' | 'start' | 'entity', number>>;
}

function namesIn(rows: readonly string[][]): ListedName[] {
  const { row } = headerRowOf(rows.slice(0, HEAD));
  const header = row === null ? [] : rows[row]!;
  const headed = header.some((text) => meaningOf(text, 'entities')?.as === 'name');
  const below = row === null || (!headed && header.filter((text) => text !== '').length < 2) ? rows : rows.slice(row + 1);
  const columns = columnsOf(below === rows ? [] : header, below);
  return below.flatMap((cells) => nameIn(cells, columns) ?? []);
}

function columnsOf(header: readonly string[], rows: readonly string[][]): Columns {
  const at = (meaning: string) => header.findIndex((text) => meaningOf(text, 'entities')?.as === meaning);
  const texts = (column: number) => rows.slice(0, HEAD).filter((cells) => /\p{L}{2}/u.test(cells[column] ?? '')).length;
  const widest = Math.max(0, ...rows.slice(0, HEAD).map((cells) => cells.length));
  const first = Array.from({ length: widest }, (_, i) => i).find((i) => texts(i) * 2 > Math.min(rows.length, HEAD)) ?? 0;
  return {
    name: at('name') === -1 ? first : at('name'),
    more: {
      type: at('type'),
      jurisdiction: at('jurisdiction'),
      start: at('start'),
      entity: header.findIndex((text) => /^entity( id)?$/i.test(text)),
    },
  };
}

function nameIn(cells: readonly string[], { name, more }: Columns): ListedName | undefined {
  const text = (cells[name] ?? '').slice(0, 500);
  if (text === '') return undefined;
  const cell = (column: number) => (column === -1 || column === name ? '' : (cells[column] ?? ''));
  const type = entityTypeIds.find((id) => id.toLowerCase() === cell(more.type).replace(/[ _-]/g, '').toLowerCase());
  const country = cell(more.jurisdiction);
  const jurisdiction = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(country) ? country : countryNamed(country);
  const start = dateIn(cell(more.start), 'DMY').date;
  const entity = cell(more.entity);
  const read = listedName.safeParse({
    name: text,
    ...(type ? { type } : {}),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(start === undefined ? {} : { start }),
    ...(entity === '' ? {} : { entity }),
  });
  return read.success ? read.data : { name: text };
}
