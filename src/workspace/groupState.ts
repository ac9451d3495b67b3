import type { GroupAnswer, GroupQuestion, RecordIds } from '../model';

/** What holds a group together, as the chart's filter admits it. */
export interface GroupState {
  phase: 'asking' | 'answered' | 'failed';
  /** What the group is called: "the group of Huawei", "5 that are selected". */
  name: string;
  question: GroupQuestion;
  answer?: GroupAnswer | undefined;
  /** The members and sources that the answer names. */
  named: RecordIds;
  message?: string | undefined;
}
