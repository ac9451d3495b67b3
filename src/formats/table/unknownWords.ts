import type { Issue } from '../../model';
import type { DatasetBuilder } from '../builder';
import type { ValueKind } from './columnValues';
import type { MappedRow } from './mappedRow';
import type { ColumnMapping } from './mapping';
import type { ValueCount } from './tablePreview';

/** So many words are named, and so many remembered for each column. */
const [MOST_NAMED, MOST_REMEMBERED] = [8, 1000];

/** What is said of values of a column of types that are no words which are known here. */
export function unknownWords(at: string, words: readonly ValueCount[], kind: ValueKind): Issue {
  const named = words.slice(0, MOST_NAMED).map(({ value }) => `“${value}”`).join(', ');
  const rows = words.reduce((n, { count }) => n + count, 0);
  const which =
    words.length === 1
      ? `One value of this column is not known: ${named}`
      : `${words.length} values of this column are not known: ${named}${words.length > MOST_NAMED ? ' …' : ''}`;
  const then =
    kind === 'entity'
      ? 'Their entities get the type of those that give none.'
      : 'Their relationships are read as “is linked to” with the value as their label, and as “owns” where the row has a share.';
  return {
    code: 'unknown-words', severity: 'warning', at,
    value: words
      .map(({ value }) => value)
      .join(', ')
      .slice(0, 80),
    message: `${which} (${rows === 1 ? '1 row' : `${rows} rows`}). ${then}`, hint: 'Choose in the mapping what each value means.',
  };
}

/** The values that reading comes upon and that neither the mapping lists nor a word explains, by the place of their column. */
export class UnknownWords {
  readonly #byPlace = new Map<string, { kind: ValueKind; counts: Map<string, number> }>();

  add(row: MappedRow, column: ColumnMapping, word: string, kind: ValueKind): void {
    const place = row.columns.place(column);
    const found = this.#byPlace.get(place) ?? { kind, counts: new Map<string, number>() };
    this.#byPlace.set(place, found);
    const count = found.counts.get(word);
    if (count !== undefined || found.counts.size < MOST_REMEMBERED) found.counts.set(word, (count ?? 0) + 1);
  }

  report(builder: DatasetBuilder): void {
    for (const [place, { kind, counts }] of this.#byPlace)
      builder.add(
        unknownWords(
          place, [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count), kind,
        ),
      );
  }
}
