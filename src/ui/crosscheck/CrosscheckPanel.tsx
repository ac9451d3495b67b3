import { useId, useState } from 'react';
import { namesFile } from '../../formats';
import { takenText, tiedText } from '../../wording';
import type { CrosscheckState } from '../../workspace';
import { takenNames } from '../../workspace';
import { Progress } from '../parts/Progress';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import { NameMatches } from './NameMatches';
import { SaveCrosscheck } from './SaveCrosscheck';
import { TieMatrix } from './TieMatrix';
import '../trace/trace.css';
import './crosscheck.css';

/** A list of names against the data: who each may be, taken or refused; and who of them is tied to whom. */
export default function CrosscheckPanel() {
  const check = useShown((s) => s.crosscheck);
  return (
    <>
      <ListField names={check?.names.map(({ name }) => name).join('\n') ?? ''} />
      {check && check.phase === 'failed' && (
        <Section title="Names">
          <p role="alert">{check.message}</p>
        </Section>
      )}
      {check && check.matches.length === 0 && check.phase === 'matching' && <Working job="crosscheck" what="Finding the names" />}
      {check && check.matches.length > 0 && <Checked check={check} />}
    </>
  );
}

/** Names typed or pasted, a line each, or from a file. */
function ListField({ names }: { names: string }) {
  const run = useRun();
  const [typed, setTyped] = useState<string>();
  const [said, setSaid] = useState('');
  const id = useId();
  const text = typed ?? names;
  const check = async (bytes: Uint8Array, file: string) => {
    const { names: read, issues } = await namesFile(bytes, file);
    setSaid(read.length === 0 ? 'There are no names in it.' : issues.map(({ message }) => message).join(' '));
    setTyped(undefined);
    if (read.length > 0) await run('checkNames', read);
  };
  return (
    <Section title="Cross-check a list">
      <label htmlFor={id} className="quiet small-text">
        Names, one a line, or a column pasted from a table
      </label>
      <textarea
        id={id}
        className="names-field"
        rows={6}
        value={text}
        autoFocus
        spellCheck={false}
        placeholder={'Huawei\nLoxley\nTransTeleCom'}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="chips spaced">
        <button
          type="button"
          className="button small primary"
          disabled={text.trim() === ''}
          onClick={() => void check(new TextEncoder().encode(text), 'the list')}
        >
          Check
        </button>
        <label className="button small">
          From a file…
          <input
            type="file"
            className="unseen"
            accept=".csv,.tsv,.txt,.xlsx,.ods"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void file.arrayBuffer().then((buffer) => check(new Uint8Array(buffer), file.name));
              event.target.value = '';
            }}
          />
        </label>
      </div>
      {said !== '' && (
        <p className="trace-note" role="status">
          {said}
        </p>
      )}
    </Section>
  );
}

function Working({ job: name, what }: { job: 'crosscheck' | 'ties'; what: string }) {
  const job = useShown((s) => s.jobs.get(name));
  const run = useRun();
  return (
    <Section title={name === 'ties' ? 'Ties' : 'Names'}>
      <div className="stack" role="status">
        <span>{what}…</span>
        <Progress label={what} done={job?.done} />
      </div>
      <button type="button" className="button small" onClick={() => run('cancelJob', name)}>
        Cancel
      </button>
    </Section>
  );
}

function Checked({ check }: { check: CrosscheckState }) {
  const run = useRun();
  const { ties, phase, maxHops, matches } = check;
  const taken = takenNames(check);
  return (
    <>
      <Section title="Names">
        <p className="trace-note" role="status">
          {takenText({ ...check, taken })}
        </p>
        <NameMatches matches={matches} taken={taken} />
      </Section>
      {phase === 'tying' && <Working job="ties" what="Looking for ties" />}
      {!ties && phase === 'idle' && (
        <Section title="Ties">
          <p className="quiet">Take two names or more for an entity, and their ties are looked for.</p>
        </Section>
      )}
      {ties && (
        <Section title="Ties" aside={<SaveCrosscheck check={check} taken={taken} />}>
          <label className="check">
            Within
            <select
              className="select"
              value={maxHops}
              aria-label="How far apart, in hops"
              onChange={(e) => run('tiesWithin', Number(e.target.value))}
            >
              {[1, 2, 3, 4, 5, 6].map((hops) => (
                <option key={hops} value={hops}>
                  {hops} {hops === 1 ? 'hop' : 'hops'}
                </option>
              ))}
            </select>
          </label>
          <p className="trace-note" role="status">
            {tiedText(ties, maxHops)}
          </p>
          <TieMatrix ties={ties} />
        </Section>
      )}
    </>
  );
}
