import type { Entity } from '../model';

/** What of an entity may leave besides its name. */
export const registerFields = ['country', 'date', 'numbers'] as const;
export type RegisterField = (typeof registerFields)[number];

/** One property of a query: by the names of FollowTheMoney, which most services know. */
interface AskedProperty {
  readonly pid: string;
  readonly v: string | readonly string[];
}

/** A query as it leaves: nothing is sent that is not in it. */
export interface RegisterQuery {
  readonly query: string;
  readonly limit: number;
  readonly properties?: readonly AskedProperty[];
}

/** How many candidates are asked for. */
const CANDIDATES = 5;

/** What would leave of an entity, with these fields besides its name. Fields that it lacks are left out. */
export function queryOf(entity: Entity, fields: readonly RegisterField[]): RegisterQuery {
  const properties = fields.flatMap((field): AskedProperty[] => {
    if (field === 'country') return entity.jurisdiction === undefined ? [] : [{ pid: 'country', v: entity.jurisdiction }];
    if (field === 'date')
      return entity.start === undefined ? [] : [{ pid: entity.type === 'person' ? 'birthDate' : 'incorporationDate', v: entity.start }];
    const numbers = (entity.identifiers ?? []).map(({ scheme, value }) => `${scheme} ${value}`);
    return numbers.length === 0 ? [] : [{ pid: 'registrationNumber', v: numbers }];
  });
  return { query: entity.name, limit: CANDIDATES, ...(properties.length > 0 ? { properties } : {}) };
}
