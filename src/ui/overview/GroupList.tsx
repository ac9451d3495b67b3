import { groupName, groupText } from '../../wording';
import type { WorkspaceState } from '../../workspace';
import { Section } from '../parts/Section';
import { useRun } from '../shell/useWorkspace';
import { useHere } from './useHere';

export type OverviewAnswer = NonNullable<NonNullable<WorkspaceState['overview']>['answer']>;

/** How many members of a group are named. */
const NAMED = 4;

/** The groups, the largest first: each is opened in place of the chart. */
export function GroupList({ answer: { by, groups } }: { answer: OverviewAnswer }) {
  const here = useHere(by);
  const run = useRun();
  return (
    <Section title={groups.length === 1 ? '1 group' : `${groups.length} groups`}>
      <ol className="overview-groups">
        {groups.map((group, i) => {
          const name = groupName(group, by);
          const others = group.members.slice(by === 'communities' ? 1 : 0, NAMED).map((m) => m.name);
          return (
            <li key={i} aria-current={i === here ? 'location' : undefined}>
              <button type="button" className="text-button overview-group" onClick={() => void run('openGroup', i)}>{name}</button>
              {i === here && <span className="quiet small-text"> you are here</span>}
              {by === 'communities' && (
                <>
                  {' '}
                  <button
                    type="button" className="text-button small-text" aria-label={`What holds the group of ${name} together?`}
                    onClick={() => void run('explainCommunity', { place: i, name })}
                  >
                    why together?
                  </button>
                </>
              )}
              <p className="small-text">{groupText(group)}</p>
              {others.length > 0 && <p className="quiet small-text">{others.join(', ')}</p>}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
