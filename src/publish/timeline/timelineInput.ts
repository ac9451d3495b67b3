import type { TimelineView, TimeWindow } from '../../drawing';
import type { Period } from '../../model';

/** A timeline to be published: its answer with the records that it names, and what stands above it. */
export interface TimelineInput extends TimelineView {
  readonly title: string;
  /** Sentences under the title: under which filter it holds. */
  readonly lines?: readonly string[];
  /** The days that are drawn; all with a date if left out. */
  readonly window?: TimeWindow | undefined;
  /** What certainly did not hold then is drawn pale. */
  readonly period?: Period | undefined;
  /** In units; 1200 if left out. */
  readonly width?: number;
}
