import fc from 'fast-check';
import { perspectiveChart, readDataset } from '../../model';
import { FUZZ_RUNS, hostileJson, HOSTILE_TEXTS, isPolluted, withChange } from '../../model/testing/hostileValues';
import type { Reading } from '../format';

export { FUZZ_RUNS };

const edit = fc.record({
  at: fc.nat(), cut: fc.nat(60),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 30 }),
    fc
      .constantFrom(
        '"', '{', '}', '[', ']', ',', '\n', '<', '>', '&a;', '\0', '\\ud800', '"__proto__":', '"id":"a","id":', '1e999', '-1', 'null',
        '['.repeat(3000), '{"a":'.repeat(3000), '<a>'.repeat(3000), ...HOSTILE_TEXTS,
      )
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

/** JSON records in which one value anywhere was replaced by any other, or a field was put in. */
export function withValueReplaced(records: unknown): fc.Arbitrary<Uint8Array> {
  const strange = fc.oneof(hostileJson, fc.constantFrom('1.00', 101, 'x'.repeat(300)));
  return withChange(records, strange).map((changed) => new TextEncoder().encode(JSON.stringify(changed)));
}

/** Files in which one word, a name or an id, is everywhere another. */
export function withWordReplaced(words: readonly string[], ...files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const change = fc.record({ file: fc.constantFrom(...files), word: fc.constantFrom(...words), by: fc.constantFrom(...HOSTILE_TEXTS) });
  return change.map(({ file, word, by }) => {
    const text = new TextDecoder().decode(file);
    const written = /^\s*[[{]/.test(text) ? JSON.stringify(by).slice(1, -1) : by;
    return new TextEncoder().encode(text.replaceAll(word, () => written));
  });
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
  const polluted = isPolluted() ? ['every object has what none should have'] : [];
  return [...polluted, ...failed, ...silent, ...unsound, ...unsoundViews(perspectives, new Set(dataset?.entities.map((e) => e.id)))];
}

function unsoundViews(views: NonNullable<Reading['perspectives']>, entities: ReadonlySet<string>): string[] {
  const ids = new Set(views.map(({ id }) => id));
  const wrong = views.filter(
    (view) => !perspectiveChart.safeParse(view).success || Object.keys(view.positions).some((id) => !entities.has(id)),
  );
  return [...wrong.map((view) => `view ${JSON.stringify(view).slice(0, 200)}`), ...(ids.size === views.length ? [] : ['views of one id'])];
}
