import type { Dataset } from '../model';

/** The name of an entity as a reader sees it: the short one where there is one. */
export function namesIn({ entities }: Pick<Dataset, 'entities'>): (id: string) => string {
  const names = new Map(entities.map((e) => [e.id, e.shortName ?? e.name]));
  return (id) => names.get(id) ?? id;
}
