import type { Properties } from '../../model';
import { isoDateOf } from '../words';
import type { DatasetBuilder } from '../builder';
import type { RawEntity } from './rawEntity';

/** The values of an entity, of which some become fields; what is not used up is kept as properties. */
export class UnusedValues {
  readonly #left: Map<string, string[]>;

  constructor(
    readonly raw: RawEntity,
    readonly builder: DatasetBuilder,
  ) {
    this.#left = new Map(raw.values);
  }

  /** All values of a property, which stays among the unused. */
  see(name: string): readonly string[] {
    return this.#left.get(name) ?? [];
  }

  /** All values of a property, which is used up. */
  take(name: string): string[] {
    const values = this.#left.get(name) ?? [];
    this.#left.delete(name);
    return values;
  }

  /** One value is used up; the others of the property stay. */
  takeOne(name: string, value: string): void {
    const rest = this.see(name).filter((v) => v !== value);
    if (rest.length === 0) this.#left.delete(name);
    else this.#left.set(name, rest);
  }

  /**
   * The most exact date among these properties, the first property that has one.
   * Values that are no date, or say more than the date, stay and are reported.
   */
  takeDate(...names: string[]): string | undefined {
    for (const name of names) {
      const read = this.see(name).map((text) => ({ text, ...isoDateOf(text) }));
      for (const { text } of read.filter((r) => r.date === undefined)) this.#noDate(name, text);
      const best = read.filter((r) => r.date !== undefined).sort((a, b) => b.date!.length - a.date!.length)[0];
      if (!best) continue;
      if (best.whole) this.takeOne(name, best.text);
      return best.date;
    }
    return undefined;
  }

  #noDate(name: string, text: string): void {
    this.builder.warn(
      'bad-date', this.raw.at, `"${name}" of “${this.raw.id}” is no date that exists; it was kept as a property.`,
      'Write YYYY, YYYY-MM or YYYY-MM-DD, of a day that exists.', text,
    );
  }

  /** What is left, as properties: one value as it is, several as a list. Each field is counted. */
  asProperties(more: Properties = {}): { properties?: Properties } {
    const entries = [...this.#left].map(([name, values]) => [name, values.length === 1 ? values[0]! : values] as const);
    for (const [name] of entries) this.builder.keep(name);
    const all = [...entries, ...this.#extras(), ...Object.entries(more)];
    return all.length === 0 ? {} : { properties: Object.fromEntries(all) as Properties };
  }

  #extras(): [string, Properties[string]][] {
    const kept: [string, Properties[string]][] = [];
    for (const [name, value] of this.raw.extras) {
      const plain = plainValue(value);
      if (name === 'caption' || plain === undefined || (Array.isArray(plain) && plain.length === 0)) continue;
      kept.push([name, plain]);
      this.builder.keep(name);
    }
    return kept;
  }
}

/** A value that properties may hold; what is nested deeper is kept as JSON text. */
function plainValue(value: unknown): Properties[string] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map((one) => (isScalar(one) ? one : JSON.stringify(one)));
  return isScalar(value) ? value : JSON.stringify(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}
