import { formats } from '../../formats';

/** Formats that are written apart and read as tables like any others. */
const WRITTEN_APART: ReadonlySet<string> = new Set(['csv-zip', 'xlsx']);

/** Every format that a file can be read as, in the order of the registry. */
export const READ = formats.filter((f) => !f.writeOnly && !WRITTEN_APART.has(f.id));
