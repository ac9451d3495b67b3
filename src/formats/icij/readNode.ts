import type { Entity, Properties } from '../../model';
import { countryCode, registerDateOf } from '../words';
import type { CsvRow } from '../records';
import type { DatasetBuilder } from '../builder';
import type { Table } from './tables';

/** Codes of jurisdictions that ICIJ uses and ISO 3166 does not. */
const JURISDICTIONS: Readonly<Record<string, string>> = {
  BVI: 'VG',
  PMA: 'PA',
  BAH: 'BS',
  SEY: 'SC',
  NEV: 'KN-N',
  SAM: 'WS',
  ANG: 'AI',
  UK: 'GB',
  HK: 'HK',
  LABUA: 'MY-15',
  COOK: 'CK',
  IOM: 'IM',
  JSY: 'JE',
  GUER: 'GG',
  BRB: 'BB',
  MALT: 'MT',
  ARU: 'AW',
  BERM: 'BM',
  CAYMN: 'KY',
  BLZ: 'BZ',
  NIUE: 'NU',
  RAK: 'AE-RK',
  UAE: 'AE',
  UY: 'UY',
  WYO: 'US-WY',
  NEVAD: 'US-NV',
  DELAW: 'US-DE',
};
/** A company by the look of its name: officers are people and companies alike, and the database does not say which. */
const LEGAL_FORM =
  /\b(ltd|limited|inc|incorporated|corp|corporation|company|llc|llp|lp|plc|gmbh|bv|nv|sarl|s\.a\.?|srl|spa|pte|pty|trust|trustees?|foundation|fund|nominees?|holdings?|group|bank|partners|services|associates|bearer)\b\.?/i;

const TYPES: Readonly<Record<Table, Entity['type']>> = {
  entities: 'company', officers: 'person', intermediaries: 'organization', addresses: 'place', others: 'organization',
  relationships: 'organization',
};
const STARTS = ['incorporation_date'] as const;
const ENDS = ['struck_off_date', 'closed_date', 'inactivation_date'] as const;

/** The entity of a row; undefined, reported, where it has no id. */
export function readNode(row: CsvRow, table: Table, at: string, builder: DatasetBuilder): Entity | undefined {
  const fields = new Map([...row.fields].map(([name, value]) => [name, value.trim()]));
  const take = (name: string) => {
    const value = fields.get(name);
    fields.delete(name);
    return value === '' ? undefined : value;
  };
  const id = take('node_id');
  if (id === undefined) {
    builder.warn('missing-id', at, 'This row has no node_id; it was not read.', 'Give it one.');
    return undefined;
  }
  const name = take('name') ?? (table === 'addresses' ? take('address') : undefined);
  if (name === undefined) builder.warn('no-name', at, `“${id}” has no name; its id stands for it.`, 'Give it a name.', id);
  const type = table === 'officers' && LEGAL_FORM.test(name ?? '') ? 'organization' : TYPES[table];
  const aliases = [
    ...new Set([take('original_name'), take('former_name')].filter((alias) => alias !== undefined && alias !== name)),
  ] as string[];
  const identifiers = [
    ['IBC/RUC', take('ibcRUC')], ['internal id of the service provider', take('internal_id')],
  ].flatMap(([scheme, value]) => (value ? [{ scheme: scheme!, value }] : []));
  const jurisdiction = jurisdictionOf(fields);
  const start = dateOf(STARTS, fields, at, builder, take);
  const end = dateOf(ENDS, fields, at, builder);
  const source = take('sourceID');
  return {
    id,
    type,
    name: name ?? id,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(jurisdiction ? { jurisdiction } : {}),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(identifiers.length > 0 ? { identifiers } : {}),
    claims: [{ source: leak(source, builder), stance: 'asserts', locator: `node ${id}` }],
    properties: { table, ...(table === 'officers' ? { typeGuessedFromName: true } : {}), ...rest(fields, builder) },
  };
}

/** The source that a leak is. All are published by one house, so that two leaks are not two witnesses. */
export function leak(sourceId: string | undefined, builder: DatasetBuilder): string {
  const title = sourceId ?? 'Offshore Leaks Database';
  return builder.source(title, () => ({
    title, publisher: 'International Consortium of Investigative Journalists (ICIJ)', url: 'https://offshoreleaks.icij.org/', kind: 'other',
  }));
}

function jurisdictionOf(fields: ReadonlyMap<string, string>): string | undefined {
  for (const name of ['jurisdiction', 'country_codes'] as const) {
    for (const code of (fields.get(name) ?? '').split(';')) {
      const key = code.trim().toUpperCase();
      const found = name === 'jurisdiction' && Object.hasOwn(JURISDICTIONS, key) ? JURISDICTIONS[key] : countryCode(key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function dateOf(
  names: readonly string[], fields: ReadonlyMap<string, string>, at: string, builder: DatasetBuilder, take?: (name: string) => unknown,
): string | undefined {
  for (const name of names) {
    const text = fields.get(name);
    if (text === undefined || text === '') continue;
    const { date, whole } = registerDateOf(text);
    if (date === undefined)
      builder.warn(
        'bad-date', at, `"${name}" is no date that exists; it was kept as a property.`,
        'Write YYYY-MM-DD or 23-MAR-2006, of a day that exists.', text,
      );
    else {
      if (whole) take?.(name);
      return date;
    }
  }
  return undefined;
}

/** What has no field, as properties; lists with semicolons stay as they are. */
export function rest(fields: ReadonlyMap<string, string>, builder: DatasetBuilder): Properties {
  const kept = [...fields].filter(([name, value]) => value !== '' && name !== '__proto__');
  for (const [name] of kept) builder.keep(name);
  return Object.fromEntries(kept);
}
