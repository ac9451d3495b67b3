import { compareText } from '../../model';
import type { z } from 'zod';

/** What of a zod schema the order of fields follows from. */
interface Shape {
  readonly def: {
    readonly type: string;
    readonly innerType?: Shape;
    readonly element?: Shape;
    readonly valueType?: Shape;
    readonly in?: Shape;
  };
  readonly shape?: Readonly<Record<string, Shape>>;
}

/**
 * JSON that is the same byte for byte however its objects were built: fields in the order of the schema, the keys
 * of records (and of what the schema leaves open) by code unit, two spaces, a line feed at the end. Lists keep
 * their order, and what is undefined is left out.
 */
export function canonicalJson(value: unknown, schema: z.ZodType): string {
  return `${JSON.stringify(inSchemaOrder(value, schema), null, 2)}\n`;
}

/** A value whose objects have their fields in the order of the schema. */
export function inSchemaOrder(value: unknown, schema: z.ZodType): unknown {
  return ordered(value, schema as unknown as Shape);
}

function ordered(value: unknown, schema: Shape | undefined): unknown {
  const inner = unwrapped(schema);
  if (Array.isArray(value)) return value.map((item) => ordered(item, inner?.def.element));
  if (value === null || typeof value !== 'object') return value;
  const record = value as Record<string, unknown>;
  const fields = keysInOrder(record, inner).map((key) => [key, ordered(record[key], inner?.shape?.[key] ?? inner?.def.valueType)]);
  return Object.fromEntries(fields);
}

function unwrapped(schema: Shape | undefined): Shape | undefined {
  let at = schema;
  while (at) {
    if (at.def.type === 'pipe') at = at.def.in;
    else if (at.def.type === 'optional' || at.def.type === 'default' || at.def.type === 'prefault') at = at.def.innerType;
    else break;
  }
  return at;
}

function keysInOrder(record: Record<string, unknown>, schema: Shape | undefined): string[] {
  const known = Object.keys(schema?.shape ?? {}).filter((key) => Object.hasOwn(record, key));
  const open = Object.keys(record).filter((key) => !known.includes(key));
  return [...known, ...open.sort(compareText)];
}
