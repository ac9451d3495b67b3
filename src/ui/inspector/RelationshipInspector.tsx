import { CircleHelp } from 'lucide';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Sentences } from '../../drawing';
import { relationshipTypes, type Claim, type Relationship, type Source, type Status } from '../../model';
import { Icon } from '../parts/Icon';
import { LineSample } from '../parts/LineSample';
import { Section } from '../parts/Section';
import { Sentence } from '../parts/Sentence';
import { StatusBadge } from '../parts/StatusBadge';
import { useRun } from '../shell/useWorkspace';
import { ClaimItem } from './ClaimItem';
import { relationshipFacts } from './relationshipFacts';
import { StatusReason } from './StatusReason';

interface Props {
  relationship: Relationship;
  status: Status;
  /** The claims that count: those of sources set aside are left out, and said to be. */
  claims: readonly Claim[];
  setAside: number;
  sourceOf: (id: string) => Source | undefined;
  sentences: Sentences;
}

const WARNINGS: Partial<Record<Status, string>> = {
  alleged: 'Alleged, not established.',
  disputed: 'Disputed: sources contradict one another. Read both sides before you rely on it.',
  denied: 'Denied: no source here says that it is so.',
};

/** A relationship: what is said, how sure it is, and everybody who says so. */
export function RelationshipInspector({ relationship, status, claims, setAside, sourceOf, sentences }: Props) {
  const run = useRun();
  const { family } = relationshipTypes[relationship.type];
  const facts = relationshipFacts(relationship);
  return (
    <>
      <div className="section">
        <p className="inspector-kind"><LineSample family={family} status={status} /> {family}</p>
        <h2 className="prose inspector-sentence"><Sentence parts={sentences.relationship(relationship.id)} strong={new Set([relationship.from, relationship.to])} /></h2>
        <div className="inspector-status">
          <StatusBadge status={status} />
          <DialogTrigger>
            <Button className="text-button why"><Icon of={CircleHelp} small /> why this status</Button>
            <Popover className="popover" placement="bottom start" offset={4}>
              <Dialog className="popover-body" aria-label="Why this status"><StatusReason status={status} claims={claims} sourceOf={sourceOf} /></Dialog>
            </Popover>
          </DialogTrigger>
        </div>
        {WARNINGS[status] && <p className={`warning ${status}`}>{WARNINGS[status]}</p>}
        <div className="inspector-actions">
          {[relationship.from, relationship.to].map((id) => (
            <button key={id} type="button" className="button small end-button" onClick={() => run('selectEntity', id)}>{sentences.nameOf(id)}</button>
          ))}
        </div>
      </div>
      {facts.length > 0 && (
        <Section title="Recorded">
          <dl className="facts">{facts.map(([term, value]) => <div key={term} className="fact"><dt>{term}</dt><dd className="figure">{value}</dd></div>)}</dl>
        </Section>
      )}
      <Section title={claims.length === 1 ? '1 claim' : `${claims.length} claims`}>
        <ul>{claims.map((claim, i) => <ClaimItem key={i} claim={claim} source={sourceOf(claim.source)} />)}</ul>
        {claims.length === 0 && <p className="quiet">Nobody is cited for this.</p>}
        {setAside > 0 && <p className="quiet small-text">{setAside} more {setAside === 1 ? 'is' : 'are'} set aside with {setAside === 1 ? 'its source' : 'their sources'} by the filter.</p>}
      </Section>
    </>
  );
}
