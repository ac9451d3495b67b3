import { tableMapping, type TableMapping } from '../../formats';

/** A mapping that was kept with work; nothing where it was written by another version, and the file is looked at anew. */
export function mappingIn(kept: object): TableMapping | undefined {
  return tableMapping.safeParse(kept).data;
}
