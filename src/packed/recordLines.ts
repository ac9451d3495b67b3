import { entity, relationship, type Claim, type Entity, type Relationship } from '../model';
import type { ClaimCore, GraphIndex } from '../graph';
import { damaged } from './packedFileError';

/** What the columns do not say of an entity, as one line of JSON: its name alone where there is nothing else. */
export function entityLine({ id: _, type: _type, start: _start, end: _end, ...rest }: Entity): string {
  const { name, ...more } = rest;
  return JSON.stringify(Object.values(more).some((value) => value !== undefined) ? rest : name);
}

/** What the columns do not say of a relationship, as one line of JSON: empty where they say all. */
export function relationshipLine({
  id: _, type: _type, from: _from, to: _to, start: _start, end: _end, claims, ...rest
}: Relationship): string {
  const said = claims.every(isPlain) ? rest : { ...rest, claims };
  return Object.values(said).some((value) => value !== undefined) ? JSON.stringify(said) : '';
}

/** Whether a claim says no more than its source and stance, which the columns say as well. */
function isPlain(claim: Claim): claim is ClaimCore {
  return Object.entries(claim).every(([field, value]) => field === 'source' || field === 'stance' || value === undefined);
}

/** The record of an entity again. Throws `PackedFileError` for a line that makes none. */
export function entityAt(index: GraphIndex, integer: number, line: string): Entity {
  const at = `entity ${integer}`;
  const rest = jsonOf(line, at);
  const code = index.parts.lifeCodes?.[integer];
  const life = code === undefined ? {} : dated(index.parts.intervals.intervalOf(code));
  const told = typeof rest === 'string' ? { name: rest } : rest;
  const record = entity.safeParse({ ...(told as object), id: index.entityIdAt(integer), type: index.entityTypeAt(integer), ...life });
  if (!record.success) throw damaged(at, 'it is no entity', record.error);
  return record.data;
}

/** The same of a relationship. `ends` are those of the index. */
export function relationshipAt(index: GraphIndex, integer: number, line: string): Relationship {
  const at = `relationship ${integer}`;
  const rest = line === '' ? {} : (jsonOf(line, at) as object);
  const ends = index.ends();
  const record = relationship.safeParse({
    ...rest,
    id: index.relationshipIdAt(integer),
    type: index.relationshipTypeAt(integer),
    from: index.entityIdAt(ends[integer * 2]!),
    to: index.entityIdAt(ends[integer * 2 + 1]!),
    ...dated(index.datesAt(integer)),
    ...('claims' in rest ? {} : { claims: index.parts.claims.row(integer) }),
  });
  if (!record.success) throw damaged(at, 'it is no relationship', record.error);
  return record.data;
}

function dated({ start, end }: { start?: string | undefined; end?: string | undefined }) {
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function jsonOf(line: string, at: string): unknown {
  try {
    const value = JSON.parse(line) as unknown;
    if (typeof value === 'string' || (typeof value === 'object' && value !== null)) return value;
  } catch (cause) {
    throw damaged(at, 'its record is not JSON', cause);
  }
  throw damaged(at, 'its record is none');
}
