import { useEffect, useRef } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { storyChangeSentences } from '../../wording';
import type { ComparisonState } from '../../workspace';
import { Progress } from '../parts/Progress';
import { Section } from '../parts/Section';
import { Segments } from '../parts/Segments';
import { useKeys, useRun, useShown } from '../shell/useWorkspace';
import './comparison.css';

const WHICH = [{ id: 'earlier', label: 'The file is earlier' }, { id: 'later', label: 'The file is later' }] as const;

/** What is open held against a file: what came, went and changed, one sentence after another. Nothing of it is an edit. */
export default function ComparisonPanel() {
  const comparison = useShown((s) => s.comparison);
  const run = useRun();
  const choose = (files: FileList | null) => {
    if (files?.[0]) void run('compareWith', files[0]);
  };
  return (
    <>
      <Section title="Compare">
        <p className="quiet small-text">
          Hold what is open against a file: an earlier version, a colleague’s, a snapshot, or any data that can be read. Nothing is changed.
        </p>
        <div className="chips comparison-actions">
          <FileTrigger onSelect={choose}>
            <Button className="chip">{comparison ? 'Another file…' : 'Choose a file…'}</Button>
          </FileTrigger>
          {comparison && <button type="button" className="chip" onClick={() => run('leaveComparison')}>Leave the comparison</button>}
        </div>
        {comparison && (
          <Segments
            label="Which of the two is the earlier" value={comparison.fileIs} options={WHICH} onChange={(id) => run('compareAs', id)}
          />
        )}
      </Section>
      {comparison?.phase === 'asking' && <div className="section"><Progress label={`Comparing with ${comparison.file}`} /></div>}
      {comparison?.phase === 'failed' && (
        <p role="alert" className="section">“{comparison.file}” was not compared: {comparison.message}</p>
      )}
      {comparison?.phase === 'answered' && <Changes comparison={comparison} />}
      {comparison?.story && <StorySentences story={comparison.story} />}
    </>
  );
}

const SAVED = [{ kind: 'html', label: 'Page' }, { kind: 'svg', label: 'SVG' }, { kind: 'png', label: 'PNG' }] as const;

/** Which sentences of the story no longer hold, and by which claim. */
function StorySentences({ story }: { story: NonNullable<ComparisonState['story']> }) {
  return (
    <Section title="The story" aside={<span className="badge figure">{story.changed.length}</span>}>
      <ul className="comparison-changes">
        {storyChangeSentences(story).map((sentence) => <li key={sentence} className="comparison-story">{sentence}</li>)}
      </ul>
    </Section>
  );
}

/** How many changes are listed at once, around the one that is looked at. */
const LISTED = 200;

function Changes({ comparison: { file, changes, at, beside, remarks = [] } }: { comparison: ComparisonState }) {
  const keys = useKeys();
  const run = useRun();
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    void current.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const first = Math.max(0, Math.min((at ?? 0) - LISTED / 2, changes.length - LISTED));
  const count = changes.length.toLocaleString('en');
  return (
    <Section title="Changes" aside={<span className="badge figure">{count}</span>}>
      <p role="status" className="small-text">
        {changes.length === 0
          ? `“${file}” says the same as what is open.`
          : at === undefined ? 'Step through them, or choose one.' : `${at + 1} of ${count}`}
      </p>
      {changes.length > 0 && (
        <div className="chips comparison-actions">
          <button type="button" className="chip" onClick={() => run('previousChange')}>Previous <kbd>{keys('previousChange')}</kbd></button>
          <button type="button" className="chip" onClick={() => run('nextChange')}>Next <kbd>{keys('nextChange')}</kbd></button>
        </div>
      )}
      <div className="chips comparison-actions" role="group" aria-label="Save side by side">
        <span className="quiet small-text">Save side by side:</span>
        {SAVED.map(({ kind, label }) => (
          <button key={kind} type="button" className="chip" onClick={() => void run('saveComparison', kind)}>{label}</button>
        ))}
      </div>
      {remarks.map((remark) => <p key={remark} className="quiet small-text">{remark}</p>)}
      {beside > 0 && (
        <p className="quiet small-text">
          {beside.toLocaleString('en')} entities that changed are not drawn: they are too many beside the chart.
        </p>
      )}
      <ol className="comparison-changes" start={first + 1}>
        {changes.slice(first, first + LISTED).map(({ sentence }, i) => {
          const number = first + i;
          const looked = number === at;
          return (
            <li key={number}>
              <button
                ref={looked ? current : undefined} type="button" className="comparison-change" aria-current={looked || undefined}
                onClick={() => run('showChange', number)}
              >
                {sentence}
              </button>
            </li>
          );
        })}
      </ol>
      {changes.length > LISTED && (
        <p className="quiet small-text">{LISTED} of {count} are listed; the keys step through all of them.</p>
      )}
    </Section>
  );
}
