import { queryOf } from '../address';
import { workOf, type KeptWork } from '../persistence';
import type { Session } from '../session';
import type { ChartState } from '../state';

/** How many places are remembered. */
const REMEMBERED = 100;

/**
 * The work in hand at each place that was left, so that Back and Forward lead to it as it was: what is drawn where, asked and looked at.
 */
export class VisitedPlaces {
  private readonly works = new Map<string, KeptWork>();
  /** The chart as it was when the place that is shown was come to. */
  private cameTo: ChartState | undefined;

  constructor(private readonly session: Session) {}

  leave(key: string): void {
    const work = workOf(this.session, queryOf(this.session.get()));
    this.works.delete(key);
    if (work) this.works.set(key, work);
    const [oldest] = this.works.keys();
    if (this.works.size > REMEMBERED) this.works.delete(oldest!);
  }

  /** The place that is shown was come to, and is as it should be. */
  settle(): void {
    this.cameTo = this.session.get().chart;
  }

  /** Whether the chart was changed since the place that is shown was come to. */
  get changed(): boolean {
    return this.cameTo !== undefined && this.cameTo !== this.session.get().chart;
  }

  at(key: string): KeptWork | undefined {
    return this.works.get(key);
  }
}
