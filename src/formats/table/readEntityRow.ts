import { entityTypes, type Entity, type EntityType } from '../../model';
import { foldWords, schemeOf } from '../words';
import { entityOfValue, isEntityType } from './columnValues';
import { countryNamed } from './countryNamed';
import type { EntityRegister } from './entityRegister';
import { isOfPerson } from './headerWords';
import type { MappedRow } from './mappedRow';
import type { ColumnMapping, TableOptions } from './mapping';
import type { RelatedEntities } from './relatedEntities';
import { intervalOf } from './rowDates';
import type { SourceRegister } from './rowSources';
import type { UnknownWords } from './unknownWords';

/** Reads a row of a list of entities. A row with neither an id nor a name is reported and counted. */
export function readEntityRow(
  row: MappedRow, options: TableOptions, register: EntityRegister, sources: SourceRegister, unknown: UnknownWords, related: RelatedEntities,
): void {
  const id = row.text('id');
  const name = row.text('name') || id;
  if (name === '') {
    row.builder.warn('no-name', row.at, 'This row has neither an id nor a name; it was not read.', 'Give it a name.');
    row.builder.miss('rows of entities without id and name');
    return;
  }
  if (row.text('name') === '') row.builder.warn('no-name', row.at, `“${name}” has no name; its id stands for it.`, 'Give it a name.', name);
  const said = typeOf(row, unknown) ?? (bornOrDead(row) ? 'person' : undefined) ?? row.columns.mapping.entityType;
  const type = said ?? options.entityType;
  const aliases = [...new Set(row.columns.of('alias').flatMap((column) => row.list(column)))].filter((alias) => alias !== name);
  const identifiers = row.columns.of('identifier').flatMap((column) => identifiersIn(row, column));
  const jurisdiction = jurisdictionOf(row);
  const shortName = shortNameOf(row);
  const summary = row.prose('summary');
  const interval = intervalOf(row, options);
  const claims = sources.claimsOf(row);
  const properties = row.properties();
  const added = register.addListed(
    id,
    {
      type, name, ...(shortName ? { shortName } : {}), ...(aliases.length > 0 ? { aliases } : {}),
      ...(jurisdiction ? { jurisdiction } : {}), ...interval, ...(identifiers.length > 0 ? { identifiers } : {}),
      ...(summary ? { summary } : {}), ...(claims.length > 0 ? { claims } : {}), ...(properties ? { properties } : {}),
    },
    row.at,
    said !== undefined,
  );
  related.add(row, added, claims);
}

/**
 * The type that a cell says, where it is known. A word that is neither an id nor a label of the catalogue is kept as a property,
 * for it says more, or something else.
 */
function typeOf(row: MappedRow, unknown: UnknownWords): EntityType | undefined {
  const found = row.found('type');
  if (!found || isEntityType(found.text)) return found?.text as EntityType | undefined;
  const type = entityTypeIn(row, found, unknown);
  if (type === undefined || foldWords(found.text) !== foldWords(entityTypes[type].label)) row.keep(found.column);
  return type;
}

/** The entity type of a cell as its column maps it, else by its word; a word that neither knows is remembered. */
export function entityTypeIn(
  row: MappedRow, { column, text }: { column: ColumnMapping; text: string }, unknown: UnknownWords,
): EntityType | undefined {
  const mapped = row.columns.value(column.index, text);
  if (mapped?.as && isEntityType(mapped.as)) return mapped.as;
  if (mapped?.as === null) return undefined;
  const type = entityOfValue(text);
  if (type === undefined) unknown.add(row, column, text, 'entity');
  return type;
}

/** A row with a date of birth or death is a person. */
function bornOrDead(row: MappedRow): boolean {
  return (['start', 'end'] as const).some((as) => isOfPerson(row.found(as)?.column.column ?? ''));
}

function jurisdictionOf(row: MappedRow): string | undefined {
  const found = row.found('jurisdiction');
  if (!found) return undefined;
  const code = countryNamed(found.text) ?? countryNamed(found.text.split(/[;|/]/)[0]!);
  if (code === undefined || countryNamed(found.text) === undefined) row.keep(found.column);
  return code;
}

function shortNameOf(row: MappedRow): string | undefined {
  const found = row.found('shortName');
  if (!found || found.text.length <= 40) return found?.text;
  row.keep(found.column);
  return undefined;
}

/** Numbers of a cell: the register is the one of the column, else what stands before a value's colon, else the header. */
function identifiersIn(row: MappedRow, column: ColumnMapping): NonNullable<Entity['identifiers']> {
  return row.list(column).map((text) => {
    if (column.scheme !== undefined) return { scheme: schemeOf(column.scheme), value: text };
    const json = /^\{"scheme":("(?:[^"\\]|\\.)+"),"value":("(?:[^"\\]|\\.)+")\}$/.exec(text);
    if (json) return { scheme: String(JSON.parse(json[1]!)), value: String(JSON.parse(json[2]!)) };
    const parted = /^([^:]{1,80}): ?(\S[^]*)$/.exec(text);
    return parted
      ? { scheme: parted[1]!.trim() || 'number', value: parted[2]! }
      : { scheme: column.column.trim() || 'number', value: text };
  });
}
