import type { LeadsAnswer, LeadsQuestion, RecordIds } from '../model';

/** What deserves a second look, as the chart's filter admits it. */
export interface LeadsState {
  phase: 'asking' | 'answered' | 'failed';
  question: LeadsQuestion;
  answer?: LeadsAnswer | undefined;
  /** The records that the leads name. */
  named: RecordIds;
  message?: string | undefined;
}
