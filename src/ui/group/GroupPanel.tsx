import { relationshipType, type GroupAnswer, type GroupQuestion, type Source } from '../../model';
import { filterPhrases, groupSentences, withoutText } from '../../wording';
import { lookup } from '../../workspace';
import { Looking } from '../parts/Looking';
import { Section } from '../parts/Section';
import { useEntityName, useRun, useShown } from '../shell/useWorkspace';

/** What holds a group together, which source it depends on, and who ties it to the rest. */
export default function GroupPanel() {
  const group = useShown((s) => s.group);
  const job = useShown((s) => s.jobs.get('group'));
  const run = useRun();
  return (
    <>
      <Section title="What holds these together?">
        {group && <p className="prose">{sentenceCase(group.name)}</p>}
        {group?.phase === 'asking' && <Looking label="Looking at the group" done={job?.done} cancel={job?.cancel} />}
        {group?.phase === 'failed' && <p role="alert">{group.message}</p>}
        {group?.phase !== 'asking' && (
          <button type="button" className="chip" onClick={() => run('showGroup')}>Ask about what is selected or drawn</button>
        )}
      </Section>
      {group?.answer && <Answer answer={group.answer} question={group.question} />}
    </>
  );
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function Answer({ answer, question: { filter } }: { answer: GroupAnswer; question: GroupQuestion }) {
  const find = useShown(lookup);
  const sourceOf = (id: string) => sourceText(find.source(id), id);
  const phrases = filterPhrases(filter, (id) => find.source(id)?.publisher ?? id);
  return (
    <>
      <div className="section prose stack" role="status">
        {groupSentences(answer, { nameOf: find.name, sourceOf }).map((sentence) => <p key={sentence}>{sentence}</p>)}
        <p className="quiet small-text">Under the chart’s filter: {phrases.join('; ')}.</p>
      </div>
      {answer.gates.length > 0 && (
        <Section title="Who ties it to the rest">
          <ul>{answer.gates.map((gate) => <Gate key={gate.entity} {...gate} />)}</ul>
          {answer.gateCount > answer.gates.length && (
            <p className="quiet small-text">and {(answer.gateCount - answer.gates.length).toLocaleString('en')} more</p>
          )}
        </Section>
      )}
      {answer.types.length > 0 && (
        <Section title="Which type holds it together">
          <ul>{answer.types.map((t) => <li key={t.type}><b>{relationshipType(t.type).verb}</b>: {withoutText(t)}</li>)}</ul>
        </Section>
      )}
      {answer.sources.length > 0 && (
        <Section title="Which source it depends on">
          <ul>
            {answer.sources.map((s) => (
              <li key={s.source}>
                <b>{sourceOf(s.source)}</b>: {withoutText(s)}
                {s.copies.length > 0 && (
                  <span className="quiet small-text"> With what derives from it: {s.copies.map(sourceOf).join('; ')}.</span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function sourceText(source: Source | undefined, id: string): string {
  return source ? `${source.publisher}, “${source.title}”` : id;
}

function Gate({ entity, entities, relationships }: GroupAnswer['gates'][number]) {
  const name = useEntityName(entity);
  const run = useRun();
  return (
    <li>
      <button type="button" className="text-button" onClick={() => run('selectEntity', entity)}>{name}</button>
      : {relationships} {relationships === 1 ? 'tie' : 'ties'} to {entities} outside
    </li>
  );
}
