import { useEffect, useState } from 'react';
import { messageOf, type EarlierWork } from '../../workspace';
import { useRun, useWorkspace } from '../shell/useWorkspace';

/** The work that this browser keeps besides what is in hand here, to be opened again. */
export function EarlierWorks() {
  const run = useRun();
  const { earlierWork } = useWorkspace();
  const [works, setWorks] = useState<readonly EarlierWork[]>([]);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    earlierWork().then(setWorks, (error: unknown) => setFailure(messageOf(error)));
  }, [earlierWork]);
  if (failure) return <p className="quiet">Earlier work in this browser cannot be read. {failure}</p>;
  if (works.length === 0) return null;
  return (
    <section aria-label="Earlier work in this browser">
      <h3 className="section-title">Earlier work in this browser</h3>
      <div className="dataset-list">
        {works.map((work) => (
          <button
            key={work.key}
            type="button"
            className="button view-choice"
            onClick={() => {
              void run('closeDialog');
              void run('reopen', work.key);
            }}
          >
            <b>{work.title}</b>
            <span className="quiet">{whenText(work)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

function whenText({ at, inTab }: EarlierWork): string {
  const time =
    at === undefined
      ? 'Kept by an earlier version'
      : `Last changed ${new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}`;
  return inTab ? `${time} · open in another tab` : time;
}
