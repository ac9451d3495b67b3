import {
  compareText as compare, intervalBounds, isoOf, mayMeet,
  type DatasetPart, type Day, type Entity, type Holding, type Relationship, type ShareBounds,
} from '../../model';
import { naiveHoldingsOf, naiveIsOver100 } from './naiveShares';
import type { CoVenture } from '../ventures/coVentures';
import type { ShareClash } from '../ventures/stakesOverTime';
import type { Partner, Venture, VenturesAnswer } from '../ventures/ventures';

const isStake = (r: Relationship) => r.type === 'owns' || r.type === 'partnerIn';

/** `venturesOf` as it reads: what the tests hold the quick form to. */
export function naiveVenturesOf(
  { entities, relationships }: Pick<DatasetPart, 'entities' | 'relationships'>, about?: string,
): VenturesAnswer {
  const stakes = new Map<string, Relationship[]>();
  for (const r of relationships) if (isStake(r)) stakes.set(r.to, [...(stakes.get(r.to) ?? []), r]);
  const ventures = entities
    .filter((entity) => isVenture(entity, stakes.get(entity.id) ?? []))
    .map((entity) => ventureOf(entity.id, stakes.get(entity.id) ?? []))
    .filter((v) => about === undefined || v.venture === about || v.partners.some((p) => p.partner === about))
    .sort((a, b) => compare(a.venture, b.venture));
  return { ventures, coVentures: coVenturesOf(ventures, stakes) };
}

function isVenture(entity: Entity, stakes: readonly Relationship[]): boolean {
  return entity.type === 'jointVenture' || new Set(stakes.map((r) => r.from)).size >= 2;
}

function ventureOf(venture: string, stakes: readonly Relationship[]): Venture {
  const onDays = daysOf(stakes).map((day) => naiveHoldingsOf(stakes, { from: day, to: day }));
  const partners = naiveHoldingsOf(stakes)
    .map((h): Partner => ({
      partner: h.holder,
      share: shareOverTime(h, onDays),
      recorded: h.recorded,
      relationships: stakes
        .filter((r) => r.from === h.holder)
        .map((r) => r.id)
        .sort(compare),
    }))
    .sort((a, b) => b.share.min - a.share.min || b.share.max - a.share.max || compare(a.partner, b.partner));
  return { venture, partners, clashes: clashesOf(venture, stakes) };
}

/** Days on which who certainly has what may have changed: those on which a stake begins or has ended. Empty where nothing is dated. */
function daysOf(stakes: readonly Relationship[]): string[] {
  const bounds = stakes.map((r) => intervalBounds(r));
  const days = bounds.flatMap(({ start, end }) => [start.earliest, start.latest, end.earliest + 1, end.latest + 1, end.latest]);
  return [...new Set(days.filter(Number.isFinite))].sort((a, b) => a - b).map(isoOf);
}

/** The most that the others left a partner on any day on which it may have been one; without dates, all taken together. */
function shareOverTime(h: Holding, onDays: readonly Holding[][]): ShareBounds {
  const then = onDays.flatMap((holdings) => holdings.filter((other) => other.holder === h.holder));
  const most = then.length === 0 ? h.share.max : Math.max(...then.map((other) => other.share.max));
  return { min: h.recorded.min, max: Math.max(h.recorded.min, Math.min(h.recorded.max, most)) };
}

/** Sums can only rise on a day on which some stake certainly begins, so only these days are looked at. */
function clashesOf(venture: string, stakes: readonly Relationship[]): ShareClash[] {
  const begins = new Set<Day>(stakes.map((r) => intervalBounds(r).start.latest).filter(Number.isFinite));
  const clashes: ShareClash[] = [];
  let clashing = '';
  for (const day of [...begins].sort((a, b) => a - b)) {
    const on = isoOf(day);
    const holdings = naiveHoldingsOf(stakes, { from: on, to: on }).filter((h) => !h.indirect && h.share.min > 0);
    const clash = naiveIsOver100(holdings, venture) ? holdings.flatMap((h) => h.relationships).sort(compare) : [];
    const key = clash.join('\n');
    if (clash.length > 0 && key !== clashing)
      clashes.push({ from: on, sum: holdings.reduce((sum, h) => sum + h.share.min, 0), relationships: clash });
    clashing = key;
  }
  return clashes;
}

function coVenturesOf(ventures: readonly Venture[], stakes: ReadonlyMap<string, readonly Relationship[]>): CoVenture[] {
  const meetings = new Map<string, CoVenture>();
  for (const { venture, partners } of ventures) {
    const ids = partners.map((p) => p.partner).sort(compare);
    const stakesOf = (id: string) => (stakes.get(venture) ?? []).filter((r) => r.from === id);
    ids.forEach((a, i) =>
      ids.slice(i + 1).forEach((b) => {
        if (!stakesOf(a).some((x) => stakesOf(b).some((y) => mayMeet(x, y)))) return;
        const key = JSON.stringify([a, b]);
        const meeting = meetings.get(key) ?? { a, b, ventures: [] };
        meeting.ventures.push(venture);
        meetings.set(key, meeting);
      }),
    );
  }
  return [...meetings.values()].sort((x, y) => y.ventures.length - x.ventures.length || compare(x.a, y.a) || compare(x.b, y.b));
}
