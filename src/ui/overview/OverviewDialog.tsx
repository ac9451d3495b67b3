import { overviewSentences } from '../../wording';
import type { OverviewWay } from '../../model';
import { Looking } from '../parts/Looking';
import { Segments } from '../parts/Segments';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import { GroupList } from './GroupList';
import { OverviewMap } from './OverviewMap';
import { TieList } from './TieList';
import './overview.css';

const WAYS: readonly { id: OverviewWay; label: string }[] = [
  { id: 'communities', label: 'Who hangs together' }, { id: 'type-country', label: 'Type and country' },
];

/** The whole dataset in groups: a map of them, and lists of groups and of what ties them. Pressing a group opens it on the chart. */
export default function OverviewDialog() {
  const by = useShown((s) => s.overview?.by ?? 'communities');
  const run = useRun();
  return (
    <Window title="Overview" full onClose={() => void run('closeDialog')}>
      <Segments label="Group by" value={by} options={WAYS} onChange={(way) => void run('showOverview', way)} />
      <Answer />
    </Window>
  );
}

function Answer() {
  const overview = useShown((s) => s.overview);
  const job = useShown((s) => s.jobs.get('overview'));
  const run = useRun();
  if (overview?.phase === 'failed') return <p role="alert" className="overview-lead">{overview.message}</p>;
  if (!overview)
    return (
      <p className="overview-lead">
        Nothing was looked at. <button type="button" className="text-button" onClick={() => run('showOverview')}>Look again</button>
      </p>
    );
  const { answer, positions } = overview;
  if (!answer || !positions)
    return (
      <div className="overview-lead">
        <Looking label="Looking at the whole" done={job?.done} cancel={job?.cancel} />
      </div>
    );
  return (
    <>
      <div className="overview-lead quiet small-text" role="status">
        {overviewSentences(answer).map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      {answer.groups.length > 0 && (
        <div className="overview-panes">
          <OverviewMap answer={answer} positions={positions} />
          <div className="overview-lists">
            <GroupList answer={answer} />
            <TieList answer={answer} />
          </div>
        </div>
      )}
    </>
  );
}
