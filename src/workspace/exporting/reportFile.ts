import type { OutputFile } from '../platform';
import { slug } from '../snapshot';
import type { OpenReport } from '../state';

/** What a file had to say, as JSON: `file`, `opened`, `format`, the counts, `keptAsProperties`, `notExpressed` and all `issues`. */
export async function reportFile({
  file, opened, format, counts, keptAsProperties, notExpressed, issues,
}: OpenReport): Promise<OutputFile> {
  const told = { file, opened, format, ...counts, keptAsProperties, notExpressed, issues };
  return {
    name: `${await slug(file)}-report.json`, blob: new Blob([`${JSON.stringify(told, undefined, 2)}\n`], { type: 'application/json' }),
  };
}
