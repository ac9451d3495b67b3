import { CircleHelp } from 'lucide';
import { useMemo } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { sentencesOf } from '../../wording';
import { relationshipTypes, type DatasetPart, type Relationship, type Status } from '../../model';
import { drawnUnder, inBoxOf, type InspectedRelationship } from '../../workspace';
import { EntityIcon } from '../parts/EntityIcon';
import { Icon } from '../parts/Icon';
import { LineSample } from '../parts/LineSample';
import { Section } from '../parts/Section';
import { Sentence } from '../parts/Sentence';
import { StatusBadge } from '../parts/StatusBadge';
import { useRun, useShown } from '../shell/useWorkspace';
import { Notes, RecordActions } from '../editing/RecordActions';
import { ClaimItem } from './ClaimItem';
import { relationshipFacts } from './relationshipFacts';
import { StatusReason } from './StatusReason';

const WARNINGS: Partial<Record<Status, string>> = {
  alleged: 'Alleged, not established.',
  disputed: 'Disputed: sources contradict one another. Read both sides before you rely on it.',
  denied: 'Denied: no source here says that it is so.',
};

/** A relationship: what is said, how sure it is, and everybody who says so. */
export function RelationshipInspector({ looked }: { looked: InspectedRelationship }) {
  const run = useRun();
  const { relationship, from, to, held } = looked;
  const filter = useShown(drawnUnder);
  const sentences = useMemo(() => sentencesOf(partToSay(looked), { filter }), [looked, filter]);
  const counted = looked.claims.filter((c) => !c.aside);
  const claims = counted.map((c) => c.claim);
  const sources = new Map(looked.sources.map((source) => [source.id, source]));
  const sourceOf = (id: string) => sources.get(id);
  const { status } = looked;
  const { family } = relationshipTypes[relationship.type];
  const facts = relationshipFacts(relationship);
  return (
    <>
      <div className="section">
        <p className="inspector-kind"><LineSample family={family} status={status} /> {family}</p>
        <h2 className="prose inspector-sentence">
          <Sentence parts={sentences.relationship(relationship.id)} strong={new Set([relationship.from, relationship.to])} />
        </h2>
        <div className="inspector-status">
          <StatusBadge status={status} />
          <DialogTrigger>
            <Button className="text-button why"><Icon of={CircleHelp} small /> why this status</Button>
            <Popover className="popover" placement="bottom start" offset={4}>
              <Dialog className="popover-body" aria-label="Why this status">
                <StatusReason status={status} claims={claims.length === 0 ? relationship.claims : claims} sourceOf={sourceOf} />
              </Dialog>
            </Popover>
          </DialogTrigger>
        </div>
        {held === 'possibly' && <p className="quiet small-text">It may not have held in the period shown: its dates leave that open.</p>}
        {held === 'no' && <p className="quiet small-text">It did not hold in the period shown.</p>}
        {WARNINGS[status] && <p className={`warning ${status}`}>{WARNINGS[status]}</p>}
        <div className="inspector-actions">
          {[from, to].map(
            (end) =>
              end && (
                <button key={end.id} type="button" className="button small end-button" onClick={() => run('selectEntity', end.id)}>
                  <EntityIcon type={end.type} />
                  {end.shortName ?? end.name}
                </button>
              ),
          )}
        </div>
        <RecordActions list="relationships" id={relationship.id} />
        {relationship.type === 'sameAs' && <SameActions relationship={relationship} />}
      </div>
      {facts.length > 0 && (
        <Section title="Recorded">
          <dl className="facts">
            {facts.map(([term, value]) => (
              <div key={term} className="fact">
                <dt>{term}</dt>
                <dd className="figure">{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section title={claims.length === 1 ? '1 claim' : `${claims.length} claims`}>
        <ul>
          {looked.claims.map((cited, i) => (
            <ClaimItem key={i} {...cited} at={{ list: 'relationships', id: relationship.id, claim: i }} />
          ))}
        </ul>
        {claims.length === 0 && <p className="quiet">No source is cited for this.</p>}
      </Section>
      <Notes at={{ relationship: relationship.id }} />
    </>
  );
}

/** The relationship with its ends and sources, as sentences are made from. */
function partToSay({ relationship, from, to, sources }: InspectedRelationship): DatasetPart {
  return { relationships: [relationship], entities: [from, to].filter((end) => end !== undefined), sources: [...sources] };
}

/** What can be done with two that are said to be the same: drawn as one, or taken apart again. */
function SameActions({ relationship: { from, to } }: { relationship: Relationship }) {
  const together = useShown((s) => inBoxOf(s.chart, from).includes(to));
  const run = useRun();
  if (from === to) return null;
  return (
    <div className="inspector-actions">
      {together
        ? <button type="button" className="chip" onClick={() => run('takeApart', from)}>Take apart</button>
        : <button type="button" className="chip" onClick={() => run('drawAsOne', [from, to])}>Draw as one</button>}
    </div>
  );
}
