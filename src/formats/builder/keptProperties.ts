import type { Properties } from '../../model';
import { flattened } from './flattened';
import type { At, DatasetBuilder } from './datasetBuilder';

/**
 * What has no field in the model, as properties: nested values flattened (`flattened`), each field counted once. `more` is
 * what the reader itself records; it is not counted. A field called `__proto__` is reported and left out.
 */
export function keptProperties(
  fields: Iterable<readonly [string, unknown]>, at: At, builder: DatasetBuilder, more: Properties = {},
): { properties?: Properties } {
  const kept: [string, Properties[string]][] = [];
  for (const [name, value] of fields) {
    if (name === '__proto__') {
      builder.warn('forbidden-field', at, 'A field called "__proto__" was left out.', 'Give it another name.');
      continue;
    }
    const flat = flattened(name, value);
    if (flat.length === 0) continue;
    kept.push(...flat);
    builder.keep(name);
  }
  const all = [...kept, ...Object.entries(more)];
  return all.length === 0 ? {} : { properties: Object.fromEntries(all) };
}
