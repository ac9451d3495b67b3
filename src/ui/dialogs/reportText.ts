import type { OpenReport } from '../../workspace';

/** A report as plain text, to paste into a message: a line for the file, a line of figures, and a line for each issue. */
export function reportText({ file, opened, counts, issues }: OpenReport): string {
  const figures = counts && Object.entries(counts).map(([what, n]) => `${n} ${what}`).join(', ');
  const lines = issues.map((i) => `${i.severity} ${i.code} at ${i.at}${i.value === undefined ? '' : ` (${i.value})`}: ${i.message} ${i.hint}`);
  return [`${file}: ${opened ? 'opened' : 'not opened'}`, ...(figures ? [figures] : []), ...lines].join('\n');
}
