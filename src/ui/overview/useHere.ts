import type { OverviewWay } from '../../model';
import { groupShown } from '../../workspace';
import { useShown } from '../shell/useWorkspace';

/** The place of the group that the chart shows, among the groups of a way; undefined where it shows none of them. */
export function useHere(by: OverviewWay): number | undefined {
  return useShown((s) => {
    const group = groupShown(s);
    return group?.by === by ? group.place : undefined;
  });
}
