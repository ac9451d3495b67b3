/** The tables of the Offshore Leaks database, whatever a release calls their files. */
export type Table = 'entities' | 'officers' | 'intermediaries' | 'addresses' | 'others' | 'relationships';

const BY_NAME: readonly (readonly [RegExp, Table])[] = [
  [/relationship|edges/, 'relationships'],
  [/entit/, 'entities'],
  [/officer/, 'officers'],
  [/intermediar/, 'intermediaries'],
  [/address/, 'addresses'],
  [/other/, 'others'],
];

/** The table of a file, by the columns of its header, then by its name; undefined where it is none. */
export function tableOf(name: string, header: string): Table | undefined {
  const columns = new Set(header.replace(/^\ufeff/, '').split(',').map((c) => c.trim().replace(/^"|"$/g, '').toLowerCase()));
  const has = (...names: string[]) => names.every((n) => columns.has(n));
  if (has('node_id_start', 'node_id_end') || has('start_id', 'end_id') || has('node_1', 'node_2')) return 'relationships';
  if (!columns.has('node_id')) return undefined;
  const file = name.split(/[\\/]/).at(-1)!.toLowerCase();
  const named = BY_NAME.find(([words]) => words.test(file))?.[1];
  if (named !== undefined && named !== 'relationships') return named;
  if (has('company_type') || has('ibcruc')) return 'entities';
  if (has('incorporation_date')) return 'others';
  if (has('internal_id')) return 'intermediaries';
  return has('address') ? 'addresses' : 'officers';
}
