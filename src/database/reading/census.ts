import { inTurns, type EntityType, type Excluded, type Filter, type RelationshipType } from '../../model';
import { compileFilter, IndexBuilder, type GraphIndex } from '../../graph';
import { histogramSteps } from '../../store';
import type { Value } from '../connection';
import { claimsOf, intervalOf } from './part';
import type { Records } from './records';

/** What a filter leaves of a whole dataset, in figures. */
export interface Census {
  readonly excluded: Excluded;
  /** Admitted relationships of each type. */
  readonly admitted: Partial<Record<RelationshipType, number>>;
  /** Admitted relationships that start and end in each calendar year. */
  readonly years: Awaited<ReturnType<typeof yearsOf>>;
}

/** So many classes are read at a time. */
const PAGE = 50_000;
/** So many censuses are kept for the next question. */
const KEPT = 16;

/**
 * Counts what filters leave of a whole dataset, over classes of relationships that differ in nothing that a filter asks: there are far
 * fewer of them than relationships, where sources and dates are few. A filter is counted once and kept.
 */
export class Censuses {
  readonly #kept = new Map<string, Promise<Census>>();

  constructor(private readonly records: Records) {}

  /** Others may wait for the same count, so that it goes on where one of them is cancelled. */
  of(filter: Filter): Promise<Census> {
    const key = JSON.stringify(filter);
    const known = this.#kept.get(key);
    if (known) return known;
    const counted = this.#count(filter);
    this.#kept.set(key, counted);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    counted.catch(() => this.#kept.delete(key));
    return counted;
  }

  async #count(filter: Filter): Promise<Census> {
    const excluded: Excluded = { status: 0, period: 0, type: 0, source: 0 };
    const admitted = new Map<RelationshipType, number>();
    const starts = new Map<number, { starts: number; ends: number }>();
    for (let from = 0; ; from += PAGE) {
      const rows = await this.records.connection.query(
        `select type, started, ended, claims, from_type, from_started, from_ended, to_type, to_started, to_ended, count
         from ${this.records.schema}.classes where n > $1 and n <= $2`, [from, from + PAGE],
      );
      if (rows.length === 0) break;
      const index = await this.#indexOf(rows);
      const countOf = (r: number) => rows[r]!.at(-1) as number;
      const { admits, reasonOut } = compileFilter(index, filter);
      for (let r = 0; r < rows.length; r++) {
        const reason = reasonOut(r);
        const type = index.relationshipTypeAt(r);
        if (reason !== undefined) excluded[reason] += countOf(r);
        else admitted.set(type, (admitted.get(type) ?? 0) + countOf(r));
      }
      for (const { year, ...of } of await yearsOf(index, admits, countOf)) {
        const so = starts.get(year) ?? { starts: 0, ends: 0 };
        starts.set(year, { starts: so.starts + of.starts, ends: so.ends + of.ends });
      }
    }
    return { excluded, admitted: Object.fromEntries(admitted), years: withoutGaps(starts) };
  }

  /** An index with a relationship for each class, between two entities of its own. */
  async #indexOf(rows: readonly (readonly Value[])[]): Promise<GraphIndex> {
    const claims = rows.map((row) => claimsOf(row[3] as string));
    const builder = new IndexBuilder({ entities: rows.length * 2, relationships: rows.length });
    for (const { source } of (await this.records.sourcesOf(claims.flat().map((claim) => claim.source))).values()) builder.addSource(source);
    const ends = rows.map((row, i) => {
      const [fromType, fromStart, fromEnd, toType, toStart, toEnd] = row.slice(4, 10) as [
        EntityType, string | null, string | null, EntityType, string | null, string | null,
      ];
      return [
        builder.addEntity(`f${i}`, fromType, intervalOf(fromStart, fromEnd)),
        builder.addEntity(`t${i}`, toType, intervalOf(toStart, toEnd)),
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

function yearsOf(index: GraphIndex, admits: (r: number) => boolean, countOf: (r: number) => number) {
  return inTurns(histogramSteps(index, admits, countOf));
}

function withoutGaps(years: ReadonlyMap<number, { starts: number; ends: number }>) {
  if (years.size === 0) return [];
  const first = Math.min(...years.keys());
  return Array.from({ length: Math.max(...years.keys()) - first + 1 }, (_, i) => ({
    year: first + i, ...(years.get(first + i) ?? { starts: 0, ends: 0 }),
  }));
}
