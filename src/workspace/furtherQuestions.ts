import type { FurtherQuestion, ViewState, WorkspaceState } from './state';

/** Whether each was asked, in the order in which they are looked for when none of them is in front. */
const FURTHER: Readonly<Record<FurtherQuestion, (state: WorkspaceState) => boolean>> = {
  comparison: (s) => s.comparison !== undefined,
  leads: (s) => s.leads !== undefined, crosscheck: (s) => s.crosscheck !== undefined,
  pattern: (s) => s.pattern !== undefined, connect: (s) => s.connect !== undefined,
  proposals: (s) => s.proposals !== undefined,
  checks: (s) => s.lint !== undefined,
  story: (s) => (s.chart.story?.steps.length ?? 0) > 0, history: () => false, text: (s) => s.sourceText !== undefined,
};
const NAMES = Object.keys(FURTHER) as readonly FurtherQuestion[];

export function isFurtherQuestion(asking: ViewState['asking']): asking is FurtherQuestion {
  return asking in FURTHER;
}

/** Which further question has a tab: the one in front, else one that was asked; undefined where none was. */
export function furtherQuestion(state: WorkspaceState): FurtherQuestion | undefined {
  const { asking } = state.view;
  return isFurtherQuestion(asking) ? asking : NAMES.find((question) => FURTHER[question](state));
}
