import fc from 'fast-check';
import { perspectiveChart, readDataset } from '../../model';
import type { Reading } from '../format';

/** How many mutated files each fuzz test reads; `FUZZ_RUNS` makes it a longer run. */
export const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 100);

const edit = fc.record({
  at: fc.nat(), cut: fc.nat(60),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 30 }),
    fc
      .constantFrom('"', '{', '}', '[', ']', ',', '\n', '<', '>', '&a;', '\0', '\\ud800', '"__proto__":', '1e999', '-1', 'null')
      .map((text) => new TextEncoder().encode(text)),
  ),
});

/** Files in which a few stretches were cut out, put in or replaced; some broken off. */
export function mutated(...files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .record({
      file: fc.constantFrom(...files), edits: fc.array(edit, { minLength: 1, maxLength: 5 }), keep: fc.option(fc.nat(), { freq: 8 }),
    })
    .map(({ file, edits, keep }) => {
      let bytes = [...file];
      for (const { at, cut, put } of edits) bytes = bytes.toSpliced(at % (bytes.length || 1), cut, ...put);
      return Uint8Array.from(keep === null ? bytes : bytes.slice(0, keep % (bytes.length || 1)));
    });
}

/** Files in which, besides, some of these marks of their format were put in. */
export function withMarks(files: readonly Uint8Array[], ...marks: readonly string[]): fc.Arbitrary<Uint8Array> {
  const put = fc.constantFrom(...marks).map((mark) => new TextEncoder().encode(mark));
  return fc
    .record({ file: mutated(...files), puts: fc.array(fc.record({ at: fc.nat(), put }), { maxLength: 3 }) })
    .map(({ file, puts }) => {
      let bytes = [...file];
      for (const { at, put } of puts) bytes = bytes.toSpliced(at % (bytes.length || 1), 0, ...put);
      return Uint8Array.from(bytes);
    });
}

/** JSON records in which one value anywhere was replaced by any other. */
export function withValueReplaced(records: unknown): fc.Arbitrary<Uint8Array> {
  const text = JSON.stringify(records);
  const strange = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('2003-02-30', '1.00', '', ' ', '..', '\ud800', -1, 101, 'x'.repeat(300), [null], [[]], {}, { __proto__: null }),
  );
  return fc.record({ path: fc.constantFrom(...pathsOf(records)), value: strange }).map(({ path, value }) => {
    const changed = JSON.parse(text);
    path.slice(0, -1).reduce((at: Record<string, never>, key) => at[key]!, changed)[path.at(-1)!] = value as never;
    return new TextEncoder().encode(JSON.stringify(changed));
  });
}

function pathsOf(value: unknown): string[][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])]);
}

/**
 * What is wrong with a reading: no dataset and no error that says why, a dataset or view that does not hold to the schema,
 * or a reader that failed. Empty where nothing is.
 */
export function unexplained({ dataset, perspectives = [], report }: Reading): string[] {
  const failed = report.issues.filter((i) => i.code === 'reader-failed').map((i) => i.value ?? i.code);
  const silent = dataset === undefined && !report.issues.some((i) => i.severity === 'error') ? ['no dataset and no reason'] : [];
  const unsound =
    dataset === undefined
      ? []
      : readDataset(dataset)
          .issues.filter((i) => i.severity === 'error')
          .map((i) => `${i.at}: ${i.message} ${i.value}`);
  return [...failed, ...silent, ...unsound, ...unsoundViews(perspectives, new Set(dataset?.entities.map((e) => e.id)))];
}

function unsoundViews(views: NonNullable<Reading['perspectives']>, entities: ReadonlySet<string>): string[] {
  const ids = new Set(views.map(({ id }) => id));
  const wrong = views.filter(
    (view) => !perspectiveChart.safeParse(view).success || Object.keys(view.positions).some((id) => !entities.has(id)),
  );
  return [...wrong.map((view) => `view ${JSON.stringify(view).slice(0, 200)}`), ...(ids.size === views.length ? [] : ['views of one id'])];
}
