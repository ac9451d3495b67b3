import { useState, type FormEvent } from 'react';
import type { EditStep } from '../../model';
import { stepSentences } from '../../wording';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import './history.css';

/** How many steps are listed at once. */
const LISTED = 200;

/** Every step of entering and editing, the last one first: in words, with its time and who took it. */
export default function HistoryPanel() {
  const log = useShown((s) => s.log);
  const days = byDay(log.map((step, number) => ({ step, number })).slice(-LISTED).reverse());
  return (
    <>
      <Section title="History">
        <p className="quiet small-text">
          What was entered and edited here since it was opened. It is kept with the work in this browser.
        </p>
        <Who />
        <Version last={log.at(-1)} />
      </Section>
      {log.length === 0 && <p className="section quiet">Nothing was entered or edited yet.</p>}
      {days.map(([day, steps]) => (
        <Section key={day} title={day}>
          <ol className="history-steps">{steps.map(({ step, number }) => <Step key={number} step={step} number={number} />)}</ol>
        </Section>
      ))}
      {log.length > 0 && <Opened />}
    </>
  );
}

interface Numbered {
  readonly step: EditStep;
  /** From 0, in the order in which they were taken. */
  readonly number: number;
}

function byDay(steps: readonly Numbered[]): [string, Numbered[]][] {
  const days = new Map<string, Numbered[]>();
  for (const one of steps) {
    const day = new Date(one.step.at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days];
}

/** Who is working, as later steps will say. */
function Who() {
  const editor = useShown((s) => s.view.editor);
  const [typed, setTyped] = useState(editor ?? '');
  const run = useRun();
  return (
    <label className="history-field small-text">
      Your name
      <input
        className="field" value={typed} placeholder="optional"
        onChange={(e) => setTyped(e.target.value)} onBlur={() => run('setEditor', typed)}
      />
    </label>
  );
}

function Version({ last }: { last: EditStep | undefined }) {
  const [name, setName] = useState('');
  const run = useRun();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void run('nameVersion', name.trim());
    setName('');
  };
  return (
    <form className="history-field small-text" onSubmit={submit}>
      <label>
        Name this version
        <input
          className="field" value={name} placeholder={last?.version ?? 'as sent to the lawyer'}
          onChange={(e) => setName(e.target.value)}
        />
      </label>
      <button type="submit" className="chip" disabled={name.trim() === ''}>Name it</button>
    </form>
  );
}

function Step({ step, number }: Numbered) {
  const run = useRun();
  const [open, setOpen] = useState(false);
  const last = useShown((s) => number === s.log.length - 1);
  return (
    <li className="history-step">
      {step.version !== undefined && <p className="history-version">Version “{step.version}”</p>}
      <p>
        <span className="figure quiet">{timeText(step.at)}</span> {step.label}
        {step.by !== undefined && <span className="quiet"> · {step.by}</span>}
      </p>
      {open && <What step={step} />}
      <div className="claim-actions small-text">
        {step.changes.length > 0 && (
          <button
            type="button" className="text-button" aria-expanded={open}
            onClick={() => {
              if (!open) void run('lookAtStep', number);
              setOpen(!open);
            }}
          >
            {open ? 'Less' : 'Look at it'}
          </button>
        )}
        {step.changes.length > 0 && (
          <button type="button" className="text-button" onClick={() => run('undoAlone', number)}>Undo alone</button>
        )}
        {!last && <button type="button" className="text-button" onClick={() => run('goBackTo', number)}>Go back to here</button>}
      </div>
    </li>
  );
}

/** What a step did, a sentence a record. */
function What({ step }: { step: EditStep }) {
  const records = useShown((s) => s.records);
  const around = { entities: [...records.entities.values()], sources: [...records.sources.values()] };
  const sentences = stepSentences(step.changes, around);
  return <ul className="history-what small-text">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>;
}

function Opened() {
  const run = useRun();
  return (
    <div className="section claim-actions small-text">
      <span className="quiet">As it was opened</span>
      <button type="button" className="text-button" onClick={() => run('goBackTo', -1)}>Go back to here</button>
    </div>
  );
}

/** "14:02", by the clock of the user. */
function timeText(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
