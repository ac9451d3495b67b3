/** First and last of neighbouring code points. */
export type Span = readonly [from: number, to: number];

/** Ascending code points as text: of each run how far it lies behind the last one and, past one, how long it is, in base 36. */
export function packSpans(points: readonly number[]): string {
  let end = 0;
  return spansOf(points).map(([from, to]) => {
    const gap = (from - end).toString(36);
    end = to;
    return from === to ? gap : `${gap}.${(to - from + 1).toString(36)}`;
  }).join(',');
}

export function unpackSpans(packed: string): Span[] {
  let end = 0;
  return packed.split(',').map((run) => {
    const [gap, length] = run.split('.').map((digits) => parseInt(digits, 36));
    const from = end + gap!;
    end = from + (length ?? 1) - 1;
    return [from, end];
  });
}

/** Ascending code points as runs of neighbours. */
export function spansOf(points: readonly number[]): Span[] {
  const spans: [number, number][] = [];
  for (const point of points) {
    const last = spans.at(-1);
    if (last && last[1] + 1 === point) last[1] = point;
    else spans.push([point, point]);
  }
  return spans;
}

/** As CSS writes it: "U+4E00-4E02,U+5B57". */
export function unicodeRange(spans: readonly Span[]): string {
  const hex = (point: number) => point.toString(16).toUpperCase();
  return spans.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
