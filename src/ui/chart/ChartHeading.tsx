import { ChevronDown } from 'lucide';
import { Button } from 'react-aria-components';
import { statuses, type Filter, type OwnershipAnswer } from '../../model';
import {
  drawnComparison, drawnOwnership, groupShown, hiddenSummary, isOwnView, lookup, selectedEntities, visiblePart, type WorkspaceState,
} from '../../workspace';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { Segments } from '../parts/Segments';
import { useRun, useShown } from '../shell/useWorkspace';
import { periodText } from '../time/yearScale';

const NONE: readonly never[] = [];
const MODES = [{ id: 'chart', label: 'Chart' }, { id: 'table', label: 'Table' }] as const;

/** What is drawn and what is not, in one line; and the switch to the tables. */
export function ChartHeading() {
  const mode = useShown((s) => s.view.mode);
  const run = useRun();
  return (
    <div className="chart-heading">
      <Perspectives />
      <GroupLine />
      <DrawnLine />
      <Segments label="View as" value={mode} options={MODES} onChange={(id) => (id === 'chart' ? run('showChart') : run('showTable'))} />
    </div>
  );
}

/** The views that a case comes with, the one on the chart ticked. */
function Perspectives() {
  const perspectives = useShown((s) => s.dataset?.perspectives ?? NONE);
  const shown = useShown((s) => s.chart.perspective);
  const own = useShown(isOwnView);
  const run = useRun();
  if (perspectives.length < 2) return null;
  const title = own ? 'Your own view' : perspectives.find((p) => p.id === shown)!.title;
  const entries = perspectives.map((p) => ({ id: p.id, label: p.title, note: p.summary, ticked: !own && p.id === shown }));
  return (
    <Menu label="Views of the case" groups={[{ entries }]} onChoose={(id) => void run('showPerspective', id)} align="start">
      <Button className="button small perspective" aria-label={`View: ${title}`}>{title}<Icon of={ChevronDown} small /></Button>
    </Menu>
  );
}

/** In which group of the overview one is, and the way back to all of them. */
function GroupLine() {
  const group = useShown(groupShown);
  const run = useRun();
  if (!group) return null;
  return (
    <p className="chart-heading-line">
      In the group of <b>{group.name}</b>, {group.place + 1} of {group.of}{' '}
      <button type="button" className="text-button" onClick={() => run('showOverview')}>overview</button>
    </p>
  );
}

function DrawnLine() {
  const drawn = useShown(visiblePart);
  const hidden = useShown(hiddenSummary);
  const period = useShown((s) => s.chart.filter.period);
  const only = useShown((s) => s.trace.only);
  const off = useShown(offChart);
  const selected = useShown((s) => selectedEntities(s).size);
  const showEverything = useShowEverything();
  const run = useRun();
  const owned = useShown(drawnOwnership);
  const compared = useShown(drawnComparison);
  if (compared) return <ComparisonLine file={compared.file} />;
  if (owned) return <ProofLine answer={owned} />;
  const count = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
  return (
    <p className="chart-heading-line" role="status">
      {count(drawn.entities.length, 'entity', 'entities')}, {count(drawn.relationships.length, 'relationship', 'relationships')}
      {off > 0 && <> · {off.toLocaleString('en')} not on the chart</>}
      {period && <> · as of <b>{periodText(period)}</b></>}
      {selected > 1 && (
        <>
          {' '}
          · <b>{selected} selected</b>{' '}
          <button type="button" className="text-button" onClick={() => run('onlyThese')}>
            only these
          </button>
        </>
      )}
      {only && <> · one route only <button type="button" className="text-button" onClick={() => run('onlyRoute')}>show the rest</button></>}
      {hidden.text && <> · {hidden.text} <button type="button" className="text-button" onClick={showEverything}>show</button></>}
    </p>
  );
}

/** How many entities of what is open are not on the chart; of a snapshot, whose rest is elsewhere, none. */
function offChart({ dataset, chart }: WorkspaceState): number {
  return dataset && !dataset.fromSnapshot ? dataset.description.entities - chart.entities.size : 0;
}

/** What the chart is held against, and the way back. */
function ComparisonLine({ file }: { file: string }) {
  const run = useRun();
  return (
    <p className="chart-heading-line" role="status">
      Compared with <b>{file}</b> · nothing of it is an edit{' '}
      <button type="button" className="text-button" onClick={() => run('leaveComparison')}>back to the chart</button>
    </p>
  );
}

/** What is drawn in place of the chart, and the way back. */
function ProofLine({ answer }: { answer: OwnershipAnswer }) {
  const name = useShown((s) => lookup(s).name(answer.entity));
  const run = useRun();
  return (
    <p className="chart-heading-line" role="status">
      Who owns <b>{name}</b>
      {answer.asOf && (
        <>
          {' '}
          · as of <b>{periodText(answer.asOf)}</b>
        </>
      )}{' '}
      · owners above, Σ in effect through chains{' '}
      <button type="button" className="text-button" onClick={() => run('drawProof', false)}>
        back to the chart
      </button>
    </p>
  );
}

const NO_LIMITS: Partial<Filter> = {
  entityTypes: undefined, relationshipTypes: undefined, families: undefined, sources: undefined, withoutSources: undefined,
  period: undefined, certainly: undefined,
};

/** Takes away every reason for which something is not drawn: limits, denied ones left out, hidden by hand. */
function useShowEverything(): () => void {
  const run = useRun();
  const byHand = useShown((s) => s.chart.hidden.size > 0);
  const limited = useShown((s) => hiddenSummary(s).relationships > 0);
  return () => {
    if (limited) void run('setFilter', { ...NO_LIMITS, statuses: [...statuses] });
    if (byHand) void run('showHidden');
  };
}
