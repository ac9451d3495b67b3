import { formatOf } from '../../formats';
import type { OpenReport } from '../../workspace';

/**
 * A report as plain text, to paste into a message: lines for the file, its figures and what became of its fields,
 * and a line for each issue.
 */
export function reportText({ file, opened, format, counts, keptAsProperties, notExpressed, issues }: OpenReport): string {
  const label = format === undefined ? undefined : formatOf(format)?.label;
  const figures = counts && Object.entries(counts).map(([what, n]) => `${n} ${what}`).join(', ');
  const fields = (title: string, found: Readonly<Record<string, number>> | undefined) =>
    found
      ? [
          `${title}: ${Object.entries(found)
            .map(([field, n]) => `${field} (${n})`)
            .join(', ')}`,
        ]
      : [];
  const lines = issues.map(
    (i) => `${i.severity} ${i.code} at ${i.at}${i.value === undefined ? '' : ` (${i.value})`}: ${i.message} ${i.hint}`,
  );
  return [
    `${file}: ${opened ? 'opened' : 'not opened'}${label === undefined ? '' : `, read as ${label}`}`,
    ...(figures ? [figures] : []),
    ...fields('Kept as properties', keptAsProperties),
    ...fields('Not expressed', notExpressed),
    ...lines,
  ].join('\n');
}
