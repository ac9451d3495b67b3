import { z } from 'zod';
import { tableMapping, type TableMapping } from '../../formats';
import type { Keep } from '../platform';

const KEY = 'table-mappings';
/** So many shapes of files are remembered, those used last. */
const REMEMBERED = 100;

const kept = z.array(z.strictObject({ keys: z.array(z.string()), mapping: tableMapping }));

/** How a file of this shape was read last; nothing where none was, or what was kept cannot be read. */
export async function keptMapping(keep: Keep, key: string): Promise<TableMapping | undefined> {
  return (await all(keep)).find((one) => one.keys.includes(key))?.mapping;
}

/** Remembers how files of a shape are read; `keys` are the shape as it was seen before and after encoding and delimiter were set. */
export async function keepMapping(keep: Keep, keys: readonly string[], mapping: TableMapping): Promise<void> {
  const others = (await all(keep))
    .map((one) => ({ ...one, keys: one.keys.filter((key) => !keys.includes(key)) }))
    .filter((one) => one.keys.length > 0);
  await keep.set(KEY, [{ keys: [...new Set(keys)], mapping }, ...others].slice(0, REMEMBERED));
}

/** What cannot be read was written by another version: files are then asked about as if for the first time. */
async function all(keep: Keep): Promise<z.infer<typeof kept>> {
  const parsed = kept.safeParse(await keep.get(KEY));
  return parsed.success ? parsed.data : [];
}
