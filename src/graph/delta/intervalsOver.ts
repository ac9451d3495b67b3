import type { Interval, IntervalBounds, Undated } from '../../model';
import { IntervalTable } from '../intervalTable';

/** A table of intervals that is laid over another, which stays as it is: its codes go on after those. */
export class IntervalsOver extends IntervalTable {
  constructor(private readonly base: IntervalTable) {
    super();
  }

  override get length(): number {
    return this.base.length + super.length;
  }

  override all(): Interval[] {
    return Array.from({ length: this.length }, (_, code) => this.intervalOf(code));
  }

  override codeOf(interval: Interval): number {
    return this.base.knownCode(interval) ?? this.base.length + super.codeOf(interval);
  }

  override intervalOf(code: number): Interval {
    return code < this.base.length ? this.base.intervalOf(code) : super.intervalOf(code - this.base.length);
  }

  override boundsOf(code: number, undated?: Undated): IntervalBounds {
    return code < this.base.length ? this.base.boundsOf(code, undated) : super.boundsOf(code - this.base.length, undated);
  }

  override span(): { first: number; last: number } | undefined {
    const [below, own] = [this.base.span(), super.span()];
    return below && own ? { first: Math.min(below.first, own.first), last: Math.max(below.last, own.last) } : (below ?? own);
  }
}
