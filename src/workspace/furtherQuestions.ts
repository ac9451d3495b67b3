import type { FurtherQuestion, ViewState, WorkspaceState } from './state';

/** In the order in which they are looked for when none of them is in front. */
const FURTHER: readonly FurtherQuestion[] = ['pattern', 'connect'];

export function isFurtherQuestion(asking: ViewState['asking']): asking is FurtherQuestion {
  return (FURTHER as readonly string[]).includes(asking);
}

/** Which further question has a tab: the one in front, else one that was asked; undefined where none was. */
export function furtherQuestion(state: WorkspaceState): FurtherQuestion | undefined {
  const { asking } = state.view;
  return isFurtherQuestion(asking) ? asking : FURTHER.find((question) => state[question] !== undefined);
}
