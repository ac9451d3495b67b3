import { entityTypeIds, entityTypes, type Entity, type EntityType } from '../../model';
import { entityTypeOfWord, foldWords, schemeOf } from '../words';
import { countryNamed } from './countryNamed';
import type { EntityRegister } from './entityRegister';
import type { MappedRow } from './mappedRow';
import type { ColumnMapping, TableOptions } from './mapping';
import { intervalOf } from './rowDates';
import type { SourceRegister } from './rowSources';

/** Reads a row of a list of entities. A row with neither an id nor a name is reported and counted. */
export function readEntityRow(row: MappedRow, options: TableOptions, register: EntityRegister, sources: SourceRegister): void {
  const id = row.text('id');
  const name = row.text('name') || id;
  if (name === '') {
    row.builder.warn('no-name', row.at, 'This row has neither an id nor a name; it was not read.', 'Give it a name.');
    row.builder.miss('rows of entities without id and name');
    return;
  }
  if (row.text('name') === '') row.builder.warn('no-name', row.at, `“${name}” has no name; its id stands for it.`, 'Give it a name.', name);
  const said = typeOf(row);
  const type = said ?? row.columns.mapping.entityType ?? options.entityType;
  if (said === undefined && row.columns.mapping.entityType === undefined) register.untyped += 1;
  const aliases = [...new Set(row.columns.of('alias').flatMap((column) => row.list(column)))].filter((alias) => alias !== name);
  const identifiers = row.columns.of('identifier').flatMap((column) => identifiersIn(row, column));
  const jurisdiction = jurisdictionOf(row);
  const shortName = shortNameOf(row);
  const summary = row.prose('summary');
  const interval = intervalOf(row, options);
  const claims = sources.claimsOf(row);
  const properties = row.properties();
  register.addListed(id, { type, name, ...(shortName ? { shortName } : {}), ...(aliases.length > 0 ? { aliases } : {}), ...(jurisdiction ? { jurisdiction } : {}), ...interval, ...(identifiers.length > 0 ? { identifiers } : {}), ...(summary ? { summary } : {}), ...(claims.length > 0 ? { claims } : {}), ...(properties ? { properties } : {}) }, row.at);
}

/** The type that a cell says, where it is known. A word that is neither an id nor a label of the catalogue is kept as a property, for it says more, or something else. */
function typeOf(row: MappedRow): EntityType | undefined {
  const found = row.found('type');
  if (!found) return undefined;
  if (entityTypeIds.includes(found.text as EntityType)) return found.text as EntityType;
  const type = entityTypeOfWord(found.text);
  if (type === undefined || foldWords(found.text) !== foldWords(entityTypes[type].label)) row.keep(found.column);
  return type;
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
    return parted ? { scheme: parted[1]!.trim() || 'number', value: parted[2]! } : { scheme: column.column.trim() || 'number', value: text };
  });
}
