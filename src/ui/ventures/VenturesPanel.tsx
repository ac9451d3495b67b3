import { useMemo, useState } from 'react';
import { compareNames } from '../../model';
import { filterPhrases } from '../../wording';
import { lookup } from '../../workspace';
import { Check } from '../parts/Check';
import { Looking } from '../parts/Looking';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import { CoVentures } from './CoVentures';
import { VentureCard } from './VentureCard';
import './ventures.css';

/** Jointly held companies: partners, shares, dates and clashes, how each is drawn, and who meets in which. */
export default function VenturesPanel() {
  const ventures = useShown((s) => s.ventures);
  const find = useShown(lookup);
  const selected = useShown((s) => (s.selection?.kind === 'entity' ? s.selection.id : undefined));
  const [sought, setSought] = useState('');
  const [only, setOnly] = useState(false);
  const answer = ventures?.answer;
  const shown = useMemo(() => {
    const words = sought.trim().toLowerCase();
    const about = only && selected !== undefined ? selected : undefined;
    return (answer?.ventures ?? [])
      .filter((v) => about === undefined || v.venture === about || v.partners.some((p) => p.partner === about))
      .filter(
        (v) => words === '' || [v.venture, ...v.partners.map((p) => p.partner)].some((id) => find.name(id).toLowerCase().includes(words)),
      )
      .sort((a, b) => compareNames(find.name(a.venture), find.name(b.venture)));
  }, [answer, sought, only, selected, find]);
  if (ventures?.phase === 'failed') return <Section title="Ventures"><p role="alert">{ventures.message}</p></Section>;
  if (!answer)
    return (
      <Section title="Ventures">
        <Looking label="Looking for ventures" />
      </Section>
    );
  const clashing = answer.ventures.filter((v) => v.clashes.length > 0).length;
  return (
    <>
      <Section title={answer.ventures.length === 1 ? '1 venture' : `${answer.ventures.length} ventures`}>
        <Conditions />
        {clashing > 0 && (
          <p className="caution">
            <b>{clashing === 1 ? 'In one of them' : `In ${clashing} of them`} shares add up to more than 100 % at some date.</b>
          </p>
        )}
        <label className="field venture-filter">
          <span className="unseen">Filter the ventures</span>
          <input type="search" placeholder="filter by venture or partner" value={sought} onChange={(e) => setSought(e.target.value)} />
        </label>
        {selected !== undefined && <Check checked={only} onChange={setOnly}>only those of {find.name(selected)}</Check>}
        <DrawAll />
        <ul className="ventures">
          {shown.map((venture) => <VentureCard key={venture.venture} venture={venture} />)}
        </ul>
        {shown.length === 0 && (
          <p className="quiet">{answer.ventures.length === 0 ? 'No venture is recorded under this filter.' : 'No venture fits.'}</p>
        )}
      </Section>
      <CoVentures answer={answer} />
    </>
  );
}

/** The date and filter under which the answer holds. */
function Conditions() {
  const question = useShown((s) => s.ventures!.question);
  const find = useShown(lookup);
  const phrases = filterPhrases(question.filter, (id) => find.source(id)?.publisher ?? id);
  return (
    <p className="quiet small-text">
      {question.filter.period ? '' : 'At any time. '}Derived with: {phrases.join('; ')}. A share that is not recorded is what the others
      leave, never zero.
    </p>
  );
}

function DrawAll() {
  const run = useRun();
  const some = useShown((s) => s.chart.ventures.size > 0);
  return (
    <div className="chips spaced">
      <button type="button" className="chip" onClick={() => run('drawVenturesAsTies')}>All joint ventures as ties</button>
      <button type="button" className="chip" disabled={!some} onClick={() => run('drawVenturesAsHubs')}>All as hubs</button>
    </div>
  );
}
