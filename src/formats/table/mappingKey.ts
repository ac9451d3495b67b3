import type { TablePreview } from './tablePreview';

/**
 * A key that files of the same shape share: the headers of their tables in order, whatever the names of files and sheets.
 * Case and spaces do not count.
 */
export function mappingKey({ tables }: Pick<TablePreview, 'tables'>): string {
  return JSON.stringify(tables.map(({ header }) => header.map((text) => text.trim().replace(/\s+/g, ' ').toLowerCase())));
}
