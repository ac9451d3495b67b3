import type { RecordIds, TimelineAnswer, TimelineQuestion } from '../model';

/** Whose timeline it may be. */
export type TimelineSet = 'chart' | 'selection' | 'route' | 'connect' | 'crosscheck';

/** What happened when, to a set that follows what is drawn, selected or answered. */
export interface TimelineState {
  of: TimelineSet;
  phase: 'asking' | 'answered' | 'failed';
  /** Absent where the set is empty. */
  question?: TimelineQuestion | undefined;
  answer?: TimelineAnswer | undefined;
  named: RecordIds;
  message?: string | undefined;
}
