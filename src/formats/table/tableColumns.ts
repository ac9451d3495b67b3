import { compareText, type Dataset, type Properties } from '../../model';
import type { Losses } from '../output';
import { ownHeaders, seldomHeaders, type OwnTable } from './ownTables';

/** What is written in a cell: a text, or a figure. */
export type Written = string | number;

/** A table as it is written: a header and rows of its width. */
export interface WrittenTable {
  readonly name: OwnTable;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Written[])[];
}

/** Several columns of properties at most; what is beyond is counted as lost. Excel has 16 384 columns in all. */
const MOST_PROPERTIES = 16_000;

/**
 * The four tables of a dataset, and one of its notes where it has any; its records in their order, columns of properties by name.
 * What they cannot hold goes to the losses.
 */
export function tablesOf({ entities, relationships, sources, notes, ...head }: Dataset, losses: Losses): WrittenTable[] {
  if (head.summary ?? head.licence)
    losses.add('head', '(dataset)', 'the summary and licence of the dataset, for which there is no table', 'Keep them beside the file.');
  const names = new Map(entities.map((e) => [e.id, e.name]));
  return [
    withProperties('entities', entities, losses, (e) => [
      e.id, e.type, e.name, e.shortName ?? '', listed(e.aliases ?? []), e.jurisdiction ?? '', e.start ?? '', e.end ?? '',
      listed((e.identifiers ?? []).map(identifierText)), e.summary ?? '',
    ]),
    withProperties('relationships', relationships, losses, (r) => [
      r.id, r.type, r.from, names.get(r.from) ?? '', r.to, names.get(r.to) ?? '', r.label ?? '', r.role ?? '', r.start ?? '', r.end ?? '',
      shareCell(r.share), r.indirect ? 'yes' : '', r.amount?.value ?? '', r.amount?.currency ?? '', r.amount?.ceiling ? 'yes' : '',
    ]),
    withSeldom(
      'claims',
      [
        ...entities.map((e) => ({ about: [e.id, ''], claims: e.claims ?? [] })),
        ...relationships.map((r) => ({ about: ['', r.id], claims: r.claims })),
      ].flatMap(({ about, claims }) =>
        claims.map((c): Written[] => [
          ...about, c.source, c.stance, c.statement ?? '', c.locator ?? '', c.made ?? '', c.credibility ?? '', c.quote ?? '',
          c.checked?.by ?? '', c.checked?.on ?? '',
        ]),
      ),
    ),
    withSeldom(
      'sources',
      sources.map((s): Written[] => [
        s.id, s.title, s.publisher, s.author ?? '', s.published ?? '', s.url ?? '', s.kind, s.reliability ?? '', s.accessed ?? '',
        s.archived ?? '', s.language ?? '', s.file?.name ?? '', s.file?.mediaType ?? '', s.file?.bytes ?? '', s.file?.sha256 ?? '',
        listed(s.derivedFrom ?? []),
      ]),
    ),
    ...(notes && notes.length > 0
      ? [{
          name: 'notes' as const, header: ownHeaders('notes'),
          rows: notes.map((n): Written[] => [
            n.id, n.text, n.entity ?? '', n.relationship ?? '', n.place ? `${n.place.x} ${n.place.y}` : '', n.by ?? '', n.made ?? '',
          ]),
        }]
      : []),
  ];
}

/** A table with those of its seldom columns in which something stands. */
function withSeldom(name: OwnTable, rows: readonly Written[][]): WrittenTable {
  const always = ownHeaders(name);
  const header = [...always, ...seldomHeaders(name)];
  const used = header.map((_, i) => i < always.length || rows.some((row) => row[i] !== ''));
  return { name, header: header.filter((_, i) => used[i]), rows: rows.map((row) => row.filter((_, i) => used[i])) };
}

interface Kept {
  readonly id: string;
  readonly properties?: Properties | undefined;
}

/** A table of records with a column for each of their properties: as they are where all are texts, else as JSON. */
function withProperties<R extends Kept>(
  name: 'entities' | 'relationships', records: readonly R[], losses: Losses, cellsOf: (record: R) => Written[],
): WrittenTable {
  const plain = new Map<string, boolean>();
  for (const { properties } of records)
    for (const [key, value] of Object.entries(properties ?? {}))
      plain.set(key, (plain.get(key) ?? true) && typeof value === 'string' && value.trim() !== '');
  const keys = [...plain.keys()].sort(compareText);
  const columns = keys.filter((key) => isNameable(key)).slice(0, MOST_PROPERTIES);
  for (const { id, properties } of records)
    for (const key of Object.keys(properties ?? {}))
      if (!columns.includes(key))
        losses.add('property', id, 'a property whose name cannot head a column, or which is one too many', 'Give it a shorter name.');
  return {
    name,
    header: [...ownHeaders(name), ...columns.map((key) => `property${plain.get(key) ? '' : ' (JSON)'}: ${key}`)],
    rows: records.map((record) => [
      ...cellsOf(record), ...columns.map((key) => propertyCell(record.properties, key, plain.get(key) === true)),
    ]),
  };
}

function propertyCell(properties: Properties | undefined, key: string, plain: boolean): string {
  if (properties === undefined || !Object.hasOwn(properties, key)) return '';
  return plain ? String(properties[key]) : JSON.stringify(properties[key]);
}

/** Headers are compared without outer spaces, and a mapping takes names of 200 characters. */
function isNameable(key: string): boolean {
  return key !== '' && key.length <= 200 && key.trim() === key && key !== '__proto__';
}

/** Several texts in one cell: with semicolons; as JSON where one of them would not come back so. */
function listed(texts: readonly string[]): string {
  const plain = texts.every((text) => !text.includes(';') && text.trim() === text && !text.startsWith('['));
  return plain ? texts.join('; ') : JSON.stringify(texts);
}

function identifierText(one: { scheme: string; value: string }): string {
  const plain =
    !one.scheme.includes(':')
    && one.scheme.length <= 80
    && one.scheme.trim() === one.scheme
    && /^\S/.test(one.value)
    && !one.scheme.startsWith('{');
  return plain ? `${one.scheme}: ${one.value}` : `{"scheme":${JSON.stringify(one.scheme)},"value":${JSON.stringify(one.value)}}`;
}

function shareCell(share: Dataset['relationships'][number]['share']): Written {
  if (share === undefined) return '';
  return typeof share === 'number' ? share : `${share.min}-${share.max}`;
}
