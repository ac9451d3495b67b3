import { inTurns, type EntityType, type Excluded, type Filter, type RelationshipType } from '../../model';
import { compileFilter, IndexBuilder, type GraphIndex } from '../../graph';
import { histogramSteps, type YearCount } from '../../store';
import type { Value } from '../connection';
import { CLASS_COLUMNS, type ClassTable } from '../tables';
import { claimsOf, intervalOf } from './part';
import type { Records } from './records';

/** What a filter leaves of a whole dataset, in figures. */
export interface Census {
  readonly excluded: Excluded;
  /** Admitted relationships of each type. */
  readonly admitted: Partial<Record<RelationshipType, number>>;
}

/** So many classes are read at a time. */
const PAGE = 50_000;
/** So many counts are kept for the next question. */
const KEPT = 16;

/**
 * Counts what filters leave of a whole dataset, over classes of relationships that differ in nothing that a filter asks: there are far
 * fewer of them than relationships, unless sources, dates and types together tell nearly all of them apart. A filter is counted once and
 * kept.
 */
export class Censuses {
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(private readonly records: Records) {}

  /** Others may wait for the same count, so that it goes on where one of them is cancelled. */
  of(filter: Filter): Promise<Census> {
    return this.#once(`census ${JSON.stringify(filter)}`, async () => {
      const excluded: Excluded = { status: 0, period: 0, type: 0, source: 0 };
      const admitted = new Map<RelationshipType, number>();
      const isTallied = !filter.period && !asksEnds(filter);
      for await (const { index, countOf } of this.#pages(isTallied ? 'tallies' : asksEnds(filter) ? 'classes' : 'dated')) {
        const { reasonOut } = compileFilter(index, filter);
        for (let r = 0; r < index.relationshipCount; r++) {
          const reason = reasonOut(r);
          const type = index.relationshipTypeAt(r);
          if (reason !== undefined) excluded[reason] += countOf(r);
          else admitted.set(type, (admitted.get(type) ?? 0) + countOf(r));
        }
      }
      return { excluded, admitted: Object.fromEntries(admitted) };
    });
  }

  /** How many admitted relationships start and end in each calendar year. */
  years(filter: Filter): Promise<YearCount[]> {
    return this.#once(`years ${JSON.stringify(filter)}`, async () => {
      const years = new Map<number, YearCount>();
      for await (const { index, countOf } of this.#pages(asksEnds(filter) ? 'classes' : 'dated')) {
        const { admits } = compileFilter(index, filter);
        for (const { year, starts, ends } of await inTurns(histogramSteps(index, admits, countOf))) {
          const so = years.get(year) ?? { year, starts: 0, ends: 0 };
          years.set(year, { year, starts: so.starts + starts, ends: so.ends + ends });
        }
      }
      return withoutGaps(years);
    });
  }

  #once<T>(key: string, count: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const counted = count();
    this.#kept.set(key, counted);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    counted.catch(() => this.#kept.delete(key));
    return counted;
  }

  async *#pages(table: ClassTable): AsyncGenerator<{ index: GraphIndex; countOf: (relationship: number) => number }> {
    for (let from = 0; ; from += PAGE) {
      const rows = await this.records.connection.query(
        `select ${CLASS_COLUMNS.join(', ')} from ${this.records.schema}.${table} where n > $1 and n <= $2`, [from, from + PAGE],
      );
      if (rows.length > 0) yield { index: await this.#indexOf(rows), countOf: (r) => rows[r]!.at(-1) as number };
      if (rows.length < PAGE) return;
    }
  }

  /** An index with a relationship for each class, between two entities of its own. */
  async #indexOf(rows: readonly (readonly Value[])[]): Promise<GraphIndex> {
    const claims = rows.map((row) => claimsOf(row[3] as string));
    const builder = new IndexBuilder({ entities: rows.length * 2, relationships: rows.length });
    const sources = await this.records.sourcesBehind(claims.flat().map((claim) => claim.source));
    for (const { source } of sources.values()) builder.addSource(source);
    const ends = rows.map((row, i) => {
      const [fromType, fromStart, fromEnd, toType, toStart, toEnd] = row.slice(4, 10) as [
        EntityType | null, string | null, string | null, EntityType | null, string | null, string | null,
      ];
      return [
        builder.addEntity(`f${i}`, fromType ?? 'company', intervalOf(fromStart, fromEnd)),
        builder.addEntity(`t${i}`, toType ?? 'company', intervalOf(toStart, toEnd)),
      ] as const;
    });
    rows.forEach(([type, start, end], i) =>
      builder.addRelationship(
        `r${i}`, type as RelationshipType, ends[i]![0], ends[i]![1], intervalOf(start as string | null, end as string | null), claims[i]!,
      ),
    );
    return builder.finish();
  }
}

/** Whether a filter asks what only the finest classes tell. */
function asksEnds({ entityTypes, sources, withoutSources }: Filter): boolean {
  return entityTypes !== undefined || sources !== undefined || (withoutSources?.length ?? 0) > 0;
}

function withoutGaps(years: ReadonlyMap<number, YearCount>): YearCount[] {
  if (years.size === 0) return [];
  const first = Math.min(...years.keys());
  return Array.from({ length: Math.max(...years.keys()) - first + 1 }, (_, i) => {
    const year = first + i;
    return years.get(year) ?? { year, starts: 0, ends: 0 };
  });
}
