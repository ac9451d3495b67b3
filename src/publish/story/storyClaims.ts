import type { Claim, Dataset, Entity, Relationship, Source, Story } from '../../model';
import { storyCitations } from '../../wording';

/** What one source says of one record, as a story cites it. */
export interface CitedClaim {
  /** From 1, in the order in which the story cites them. */
  readonly number: number;
  readonly record: Entity | Relationship;
  readonly source: Source;
  /** What this source says of it; several where it both says and doubts. */
  readonly claims: readonly Claim[];
}

/** The claims that a story cites, and the citations for which the dataset has none. */
export interface StoryClaims {
  readonly list: readonly CitedClaim[];
  readonly missing: readonly string[];
  numberOf(record: string, source: string): number | undefined;
}

/** Numbers the citations of a story, each claim once. */
export function storyClaims({ entities, relationships, sources }: Dataset, { steps }: Pick<Story, 'steps'>): StoryClaims {
  const records = new Map<string, Entity | Relationship>([...entities, ...relationships].map((r) => [r.id, r]));
  const bySource = new Map(sources.map((s) => [s.id, s]));
  const list: CitedClaim[] = [];
  const missing: string[] = [];
  const numbers = new Map<string, number>();
  for (const { record: id, source: from } of steps.flatMap((step) => storyCitations(step.text))) {
    const key = `${id} ${from}`;
    if (numbers.has(key)) continue;
    const [record, source] = [records.get(id), bySource.get(from)];
    const claims = record?.claims?.filter((c) => c.source === from) ?? [];
    if (!record || !source || claims.length === 0) {
      if (!missing.includes(key)) missing.push(key);
      continue;
    }
    numbers.set(key, list.length + 1);
    list.push({ number: list.length + 1, record, source, claims });
  }
  return { list, missing, numberOf: (record, source) => numbers.get(`${record} ${source}`) };
}
