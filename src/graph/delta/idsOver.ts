import { compareText } from '../../model';
import { IdTable } from '../idTable';
import type { EntityIndex } from '../integers';
import { PackedStrings } from '../packedStrings';

/** Strings with more behind them; the given ones stay as they are. */
export class StringsOver extends PackedStrings {
  constructor(private readonly base: PackedStrings, private readonly more: readonly string[]) {
    super(0);
  }

  override get length(): number {
    return this.base.length + this.more.length;
  }

  override at(i: number): string {
    return i < this.base.length ? this.base.at(i) : this.more[i - this.base.length]!;
  }

  override is(i: number, text: string): boolean {
    return i < this.base.length ? this.base.is(i, text) : this.more[i - this.base.length] === text;
  }

  override compare(a: number, b: number): number {
    return Math.max(a, b) < this.base.length ? this.base.compare(a, b) : compareText(this.at(a), this.at(b));
  }
}

/** A table of ids that is laid over another, which stays as it is: without those that are gone, and with more. */
export class IdsOver extends IdTable {
  readonly #more: ReadonlyMap<string, number>;

  constructor(private readonly base: IdTable, more: readonly string[], private readonly gone: ReadonlySet<EntityIndex>) {
    super(new StringsOver(base.ids, more));
    this.#more = new Map(more.map((id, i) => [id, base.length + i]));
  }

  override indexOf(id: string): number {
    const known = this.#more.get(id);
    if (known !== undefined) return known;
    const i = this.base.indexOf(id);
    return this.gone.has(i) ? -1 : i;
  }
}
