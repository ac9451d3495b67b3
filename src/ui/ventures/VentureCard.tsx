import type { Partner, Venture } from '../../analysis';
import { citedSources, datesText, relationshipType } from '../../model';
import { chartSpoken, lookup } from '../../workspace';
import { StatusBadge } from '../parts/StatusBadge';
import { useRun, useShown } from '../shell/useWorkspace';
import { partnerShare } from './partnerShare';
import { VentureWays } from './VentureWays';

/** A venture with its partners; every stake leads to its claims. */
export function VentureCard({ venture: { venture, partners, clashes } }: { venture: Venture }) {
  const run = useRun();
  const name = useShown((s) => lookup(s).name(venture));
  const clashing = new Set(clashes.flatMap((c) => c.relationships));
  return (
    <li className="venture">
      <h3 className="venture-name">
        <button type="button" className="text-button" onClick={() => run('showEntity', venture)}>
          {name}
        </button>
      </h3>
      <VentureWays venture={venture} name={name} />
      {partners.length === 0 && <p className="quiet small-text">No partner is recorded.</p>}
      <ul className="partners">
        {partners.map((partner) => <PartnerRow key={partner.partner} partner={partner} clashing={clashing} />)}
      </ul>
      {clashes.map(({ from, sum }) => (
        <p key={from} className="caution">
          From {from} the partners have {Math.round(sum * 100) / 100} % together: the claims of the stakes marked ! clash.
        </p>
      ))}
    </li>
  );
}

function PartnerRow({ partner, clashing }: { partner: Partner; clashing: ReadonlySet<string> }) {
  const name = useShown((s) => lookup(s).name(partner.partner));
  return (
    <li className="partner">
      <span className="partner-share figure">{partnerShare(partner)}</span>
      <span className="partner-name">{name}</span>
      <ul className="partner-stakes">
        {partner.relationships.map((id) => <Stake key={id} id={id} clashes={clashing.has(id)} />)}
      </ul>
    </li>
  );
}

/** One relationship that records a stake: what it says, when, and how many sources say so. */
function Stake({ id, clashes }: { id: string; clashes: boolean }) {
  const run = useRun();
  const find = useShown(lookup);
  const filter = useShown(chartSpoken);
  const r = find.relationship(id);
  if (!r) return null;
  const status = find.status(r);
  const sources = citedSources([r], filter).size;
  const words = [relationshipType(r.type).chartLabel, r.role, datesText(r)].filter(Boolean).join(', ');
  return (
    <li>
      <button type="button" className="stake" onClick={() => run('selectRelationship', id)}>
        <span className="stake-text">
          {clashes && <b className="clash-mark">! </b>}
          {words}
          {status !== 'confirmed' && status !== 'reported' && (
            <>
              {' '}
              <StatusBadge status={status} />
            </>
          )}
        </span>
        <span className="stake-count">{sources} {sources === 1 ? 'source' : 'sources'}</span>
      </button>
    </li>
  );
}
