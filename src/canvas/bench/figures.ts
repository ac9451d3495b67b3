/** The value below which a part (0–1) of the figures lie, by nearest rank. `figures` must not be empty. */
export function quantile(figures: readonly number[], part: number): number {
  const ascending = [...figures].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.max(0, Math.ceil(part * ascending.length) - 1))]!;
}

export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** A table as Markdown, its columns padded to line up; the first is set left, the others right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((h, i) => Math.max(3, h.length, ...rows.map((r) => r[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((c, i) => (i === 0 ? c.padEnd(widths[i]!) : c.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `| ${widths.map((w, i) => (i === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Milliseconds with one decimal. */
export function ms(n: number): string {
  return n.toFixed(1);
}
