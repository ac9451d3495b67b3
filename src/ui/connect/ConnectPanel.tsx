import { ChevronLeft, ChevronRight, X } from 'lucide';
import { useEffect, useRef } from 'react';
import type { ConnectAnswer } from '../../model';
import { countConnectionsText, dispensableText, excludedText, filterPhrases, groupTexts, type Sentences } from '../../wording';
import { lookup } from '../../workspace';
import { EntityPicker } from '../parts/EntityPicker';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { Looking } from '../parts/Looking';
import { Section } from '../parts/Section';
import { useConnectSentences, useEntityName, useRun, useSearch, useShown, useWorkspace } from '../shell/useWorkspace';
import { ConnectionCard } from './ConnectionCard';
import '../trace/trace.css';
import './connect.css';

/** How several parties hang together: the parties, and the smallest sets of entities that tie them all, each with its sentences. */
export default function ConnectPanel() {
  const parties = useShown((s) => s.connect?.question.parties ?? NOBODY);
  const search = useSearch();
  const run = useRun();
  const { events } = useWorkspace();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => events.on('focusParties', () => field.current?.focus()), [events]);
  return (
    <>
      <Section title="How are these connected?">
        <div className="chips connect-parties">
          {parties.map((id) => <Party key={id} id={id} onDrop={() => run('setParties', parties.filter((party) => party !== id))} />)}
        </div>
        <EntityPicker
          label="Add a party" labelled={false} placeholder="add a party" adds picked={undefined} input={field}
          onPick={(id) => void (id !== undefined && run('setParties', [...parties, id]))} search={search}
        />
        <Conditions />
      </Section>
      <div role="group" aria-label="Answer"><Answer few={parties.length < 2} /></div>
    </>
  );
}

const NOBODY: readonly string[] = [];

function Party({ id, onDrop }: { id: string; onDrop: () => void }) {
  const name = useEntityName(id);
  return (
    <button type="button" className="chip" data-changed aria-label={`Remove ${name} from the parties`} onClick={onDrop}>
      {name}
      <Icon of={X} small />
    </button>
  );
}

/** The filter under which the answer holds. */
function Conditions() {
  const filter = useShown((s) => s.connect?.question.filter);
  const find = useShown(lookup);
  if (!filter) return null;
  return (
    <p className="quiet small-text">
      Under the chart’s filter: {filterPhrases(filter, (id) => find.source(id)?.publisher ?? id).join('; ')}.
    </p>
  );
}

function Answer({ few }: { few: boolean }) {
  const connect = useShown((s) => s.connect);
  const run = useRun();
  const sentences = useConnectSentences();
  if (few)
    return (
      <Section title="Connections">
        <p className="quiet">Add two parties or more, or select them on the chart and press Shift+C.</p>
      </Section>
    );
  if (connect?.phase === 'failed') return <Section title="Connections"><p role="alert">{connect.message}</p></Section>;
  if (!connect?.answer) {
    return (
      <Section title="Connections">
        <Looking label="Looking for what connects them" />
        <button type="button" className="button small" onClick={() => run('cancelJob', 'connect')}>Cancel</button>
      </Section>
    );
  }
  return <Connections answer={connect.answer} sentences={sentences} />;
}

function Connections({ answer, sentences }: { answer: ConnectAnswer; sentences: Sentences }) {
  const groups = groupTexts(answer, sentences.nameOf);
  const left = excludedText(answer.excluded);
  return (
    <Section title="Connections" aside={answer.connections.length > 1 ? <Tools /> : undefined}>
      <p className="trace-note connect-count" role="status">{countConnectionsText(answer)}</p>
      {groups.length > 0 && <ul>{groups.map((text) => <li key={text}>{text}</li>)}</ul>}
      <ol className="routes">
        {answer.connections.map((connection, i) => <ConnectionCard key={i} connection={connection} index={i} sentences={sentences} />)}
      </ol>
      {answer.dispensable.length > 0 && <p className="trace-note">{dispensableText(answer, sentences.nameOf)}</p>}
      {left !== '' && <p className="trace-note">{left}</p>}
    </Section>
  );
}

function Tools() {
  const run = useRun();
  return (
    <div className="route-tools">
      <IconButton icon={ChevronLeft} label="Previous connection" plain small onClick={() => run('previousConnection')} />
      <IconButton icon={ChevronRight} label="Next connection" plain small onClick={() => run('nextConnection')} />
    </div>
  );
}
