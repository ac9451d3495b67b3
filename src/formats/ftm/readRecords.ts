import { glimpse } from '../text/decodeText';
import type { FileSource } from '../fileSource';
import { asText, type CsvRow, eachCsvRow, eachJsonRecord } from '../records';
import type { DatasetBuilder } from '../builder';
import { isStatementCsv } from './isStatementCsv';
import { asObject, RawEntities } from './rawEntity';
import { readDiagram } from './readDiagram';
import { isA, schemaNamed } from './schemata';

type Json = Readonly<Record<string, unknown>>;

/** How much of the work is done when the file has been read (0–1). */
export const READING = 0.36;
/** How much of a file tells statements in CSV from JSON, in bytes. */
const HEAD = 4096;

/**
 * Reads entities from NDJSON, a JSON list, one entity, a delta, an Aleph diagram (.vis), a page of results, or statements (JSON or CSV).
 */
export async function readRecords(source: FileSource, builder: DatasetBuilder): Promise<RawEntities> {
  const raws = new RawEntities(builder, moreSpecial);
  const progress = (share: number) => share * READING;
  if (isStatementCsv(glimpse(await source.head(HEAD))))
    await eachCsvRow(source, builder, (row) => readStatementRow(row, raws, builder), { progress });
  else await eachJsonRecord(source, builder, (value, at, text) => readRecord(value, at, text, raws, builder), { progress });
  return raws;
}

function readRecord(value: unknown, at: string, text: string | undefined, raws: RawEntities, builder: DatasetBuilder): void {
  const json = asObject(value);
  if (json && isStatement(json)) return readStatement(json, at, raws);
  if (json && typeof json.op === 'string' && asObject(json.entity)) return readChange(json.op, asObject(json.entity)!, at, raws, builder);
  const list = json && !json.schema ? listOf(json) : undefined;
  if (!json || !list) {
    raws.add(value, at, text);
    return;
  }
  raws.diagram = readDiagram(json, builder);
  list.entities.forEach((entity, i) => raws.add(entity, `${list.path}[${i}]`));
}

/** A line of a delta of OpenSanctions: an entity that was added, takes the place of its earlier self (MOD), or is gone (DEL). */
function readChange(op: string, entity: Json, at: string, raws: RawEntities, builder: DatasetBuilder): void {
  const id = String(entity.id ?? '');
  if (op !== 'ADD') raws.remove(id);
  if (op === 'DEL') builder.miss('entities that are gone (DEL)');
  else if (op === 'ADD' || op === 'MOD') raws.add(entity, at, JSON.stringify(entity));
  else builder.warn('unknown-change', at, 'A change is ADD, MOD or DEL; what is none was not read.', 'Correct it.', op);
}

/** Where a diagram of Aleph (both versions: in `layout`, or beside it) or an answer of its API keeps its entities. */
function listOf(json: Json): { path: string; entities: readonly unknown[] } | undefined {
  const layout = asObject(json.layout);
  for (const [path, entities] of [['layout.entities', layout?.entities], ['entities', json.entities], ['results', json.results]] as const) {
    if (Array.isArray(entities)) return { path, entities };
  }
  return undefined;
}

function isStatement(json: Json): boolean {
  return (
    typeof json.prop === 'string'
    && typeof json.schema === 'string'
    && (typeof json.entity_id === 'string' || typeof json.canonical_id === 'string')
  );
}

function readStatement(json: Json, at: string, raws: RawEntities): void {
  const id = asText(json.canonical_id) ?? asText(json.entity_id) ?? '';
  if (id === '' || json.prop === 'id' || json.value === undefined || json.value === null || json.value === '') return;
  const raw = raws.addStatement(
    id, String(json.schema), String(json.prop), typeof json.value === 'object' ? JSON.stringify(json.value) : String(json.value), at,
  );
  for (const [name, value] of [['datasets', json.dataset], ['referents', json.entity_id === id ? undefined : json.entity_id]] as const) {
    const known = (raw.extras.get(name) ?? []) as string[];
    if (typeof value === 'string' && value !== '' && !known.includes(value)) raw.extras.set(name, [...known, value]);
  }
}

function readStatementRow({ fields, line, fault, cutShort }: CsvRow, raws: RawEntities, builder: DatasetBuilder): void {
  if (cutShort)
    builder.error('cut-short', line, 'The file ends inside a quoted field that begins in this row.', 'Save or download it again.');
  else if (fault !== undefined)
    builder.warn('bad-row', line, `This row was not read as it stands: ${fault}.`, 'Check its quotes and commas.');
  const row = Object.fromEntries(fields);
  if (isStatement(row)) readStatement(row, `line ${line}`, raws);
  else builder.warn('not-a-statement', line, 'This row has no schema, prop and id, so it is no statement.', 'Correct or remove it.');
}

/** Of two schemata of one entity, the one that descends from the other; the first where neither does. */
function moreSpecial(a: string, b: string): string {
  if (a === b || !schemaNamed(b)) return a;
  return !schemaNamed(a) || isA(b, a) ? b : a;
}
