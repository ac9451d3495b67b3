export { renderTimeline, timelineKinds, type TimelineKind } from './renderTimeline';
export type { TimelineInput } from './timelineInput';
