import { useState } from 'react';
import { leadRules, type Lead, type LeadsAnswer, type LeadShape } from '../../model';
import { leadSentence, leadsText, untoldLeads, type Sentences } from '../../wording';
import { Progress } from '../parts/Progress';
import { Section } from '../parts/Section';
import { StatusBadge } from '../parts/StatusBadge';
import { useLeadSentences, useRun, useShown } from '../shell/useWorkspace';
import { CitedSentence } from '../trace/CitedSentence';
import '../trace/trace.css';
import './leads.css';

/** What deserves a second look: every rule, its usual innocent explanation, and what fits it with its evidence. */
export default function LeadsPanel() {
  const leads = useShown((s) => s.leads);
  const job = useShown((s) => s.jobs.get('leads'));
  const run = useRun();
  return (
    <>
      <Section title="Leads">
        {!leads && (
          <button type="button" className="button small" onClick={() => run('askLeads')}>
            Look for leads
          </button>
        )}
        {leads?.phase === 'asking' && (
          <div className="stack" role="status">
            <span>Looking for leads…</span>
            <Progress label="Looking for leads" done={job?.done} />
            <button type="button" className="button small" onClick={() => run('cancelJob', 'leads')}>
              Cancel
            </button>
          </div>
        )}
        {leads?.phase === 'failed' && <p role="alert">{leads.message}</p>}
        {leads?.answer && (
          <p className="trace-note" role="status">
            {leadsText(leads.answer)}
          </p>
        )}
        <OwnRules />
      </Section>
      {leads?.answer && <Found answer={leads.answer} />}
    </>
  );
}

/** Rules of a newsroom's own, from a file. */
function OwnRules() {
  const run = useRun();
  const [said, setSaid] = useState('');
  const read = async (file: File) => {
    const parsed = leadRules.safeParse(await jsonOf(file));
    if (parsed.success) await run('askLeads', parsed.data.rules);
    setSaid(
      parsed.success
        ? `${parsed.data.rules.length === 1 ? '1 rule' : `${parsed.data.rules.length} rules`} of ${file.name}.`
        : `${file.name}: ${parsed.error.issues[0]!.path.join('.')} ${parsed.error.issues[0]!.message}`,
    );
  };
  return (
    <>
      <label className="button small">
        Add rules from a file…
        <input
          type="file"
          className="unseen"
          accept=".json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void read(file);
            event.target.value = '';
          }}
        />
      </label>
      {said !== '' && (
        <p className="trace-note" role="status">
          {said}
        </p>
      )}
    </>
  );
}

/** What is no JSON is held to the shape of rules as the text that it is, and refused with it. */
async function jsonOf(file: File): Promise<unknown> {
  const text = await file.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function Found({ answer }: { answer: LeadsAnswer }) {
  const sentences = useLeadSentences();
  const none = answer.shapes.filter((shape) => shape.found === 0);
  return (
    <>
      {answer.shapes
        .filter((shape) => shape.found > 0)
        .map((shape) => (
          <Shape key={shape.id} shape={shape} leads={answer.leads.filter((lead) => lead.shape === shape.id)} sentences={sentences} />
        ))}
      {none.length > 0 && (
        <Section title="Looked for and not found">
          <ul className="quiet">
            {none.map((shape) => (
              <li key={shape.id}>{shape.title}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Shape({ shape, leads, sentences }: { shape: LeadShape; leads: readonly Lead[]; sentences: Sentences }) {
  return (
    <Section title={shape.title}>
      <p>{shape.rule}</p>
      <p className="quiet small-text">Usually innocent: {shape.innocent}</p>
      {untoldLeads(shape, leads.length).map((line) => <p key={line} className="quiet small-text">{line}</p>)}
      <ol className="routes">
        {leads.map((lead, i) => (
          <LeadCard key={i} lead={lead} sentences={sentences} />
        ))}
      </ol>
    </Section>
  );
}

function LeadCard({ lead, sentences }: { lead: Lead; sentences: Sentences }) {
  const run = useRun();
  const ends = useShown((s) => s.records.relationships);
  const chains = lead.relationships.flatMap((id) => {
    const r = ends.get(id);
    return r ? [[r.from, r.to]] : [];
  });
  const active = useShown((s) => JSON.stringify(s.trace.chains)) === JSON.stringify(chains);
  const title = leadSentence(lead, sentences.nameOf);
  return (
    <li className="route" data-active={active || undefined}>
      <button
        type="button"
        className="route-press"
        aria-label={title}
        aria-pressed={active}
        onClick={() => run('showChains', active ? undefined : chains)}
      />
      <p className="prose route-sentence">
        <b>{title}</b>
      </p>
      <ul className="prose route-sentence lead-evidence">
        {lead.relationships.map((id) => (
          <li key={id}>
            <CitedSentence id={id} sentences={sentences} />{' '}
            <StatusBadge status={sentences.statusOf(id) ?? 'reported'} />
          </li>
        ))}
      </ul>
      <p className="route-facts">{lead.publishers === 1 ? '1 independent publisher' : `${lead.publishers} independent publishers`}</p>
    </li>
  );
}
