import { asOf, type Filter, type OwnersQuestion, type Period } from '../../model';
import type { Session } from '../session';
import type { OwnershipState } from '../state';

/** The question as it is put: at the panel's own date, else at the end of the time shown, else today. */
export function ownersQuestionOf(session: Session, { entity = '', asOf: own, listed }: OwnershipState): OwnersQuestion {
  const { filter } = session.get().chart;
  return {
    entity, asOf: own ?? dateShown(filter, session), filter: claimsFilter(filter), ...(listed.length > 0 ? { listed: [...listed] } : {}),
  };
}

function dateShown({ period }: Filter, session: Session): Period {
  return asOf(period ? period.to : new Date(session.deps.now()).toISOString().slice(0, 10));
}

/** Holders are asked for at a date of their own, so the chart's period is not asked about twice. */
function claimsFilter(filter: Filter): Filter {
  const { period: _period, certainly: _certainly, ...rest } = stakesFilter(filter);
  return rest;
}

/** A chart's filter without what would leave stakes or holders out by their type. */
export function stakesFilter({ entityTypes: _entities, relationshipTypes: _types, families: _families, ...rest }: Filter): Filter {
  return rest;
}
