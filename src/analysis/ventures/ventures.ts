import {
  intervalBounds, isoOf, type DatasetPart, type Day, type Entity, type Relationship,
} from '../../model';
import { holdingsOf, isOver100, type ShareBounds } from '../ownership';

/** A holder or partner in a venture, with every relationship that says so. */
export interface Partner {
  partner: string;
  /** Per cent; unknown is 0–100, narrowed by what the others have, whenever that was. */
  share: ShareBounds;
  relationships: string[];
}

/** A day on which the holders of a venture certainly have more than 100 per cent together. */
export interface ShareClash {
  /** ISO day: the first of the stretch. */
  from: string;
  /** The sum of their least shares, per cent. */
  sum: number;
  /** The relationships whose claims clash. */
  relationships: string[];
}

export interface Venture {
  venture: string;
  /** With most of it first; those without a known share last, by id. */
  partners: Partner[];
  clashes: ShareClash[];
}

/** Two parties and the ventures in which they meet. */
export interface CoVenture {
  a: string;
  b: string;
  ventures: string[];
}

export interface VenturesAnswer {
  ventures: Venture[];
  /** Pairs that meet most often first, then by ids. */
  coVentures: CoVenture[];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const isStake = (r: Relationship) => r.type === 'owns' || r.type === 'partnerIn';

/**
 * The jointly held companies of a part of a dataset, and who is tied to whom through which of them. A venture is an
 * entity of type jointVenture, or one with two or more partners or holders. With `about`, only the ventures that this
 * entity is or is a partner in. Give it relationships that a filter has admitted.
 * Cost O(r log r), and for clashes O(s²) in the stakes of one venture.
 */
export function venturesOf({ entities, relationships }: Pick<DatasetPart, 'entities' | 'relationships'>, about?: string): VenturesAnswer {
  const stakes = new Map<string, Relationship[]>();
  for (const r of relationships) if (isStake(r)) stakes.set(r.to, [...(stakes.get(r.to) ?? []), r]);
  const ventures = entities
    .filter((entity) => isVenture(entity, stakes.get(entity.id) ?? []))
    .map((entity) => ventureOf(entity.id, stakes.get(entity.id) ?? []))
    .filter((v) => about === undefined || v.venture === about || v.partners.some((p) => p.partner === about))
    .sort((a, b) => compare(a.venture, b.venture));
  return { ventures, coVentures: coVenturesOf(ventures) };
}

function isVenture(entity: Entity, stakes: readonly Relationship[]): boolean {
  return entity.type === 'jointVenture' || new Set(stakes.map((r) => r.from)).size >= 2;
}

function ventureOf(venture: string, stakes: readonly Relationship[]): Venture {
  const partners = [...holdingsOf(stakes)]
    .map((h): Partner => ({ partner: h.holder, share: h.share, relationships: stakes.filter((r) => r.from === h.holder).map((r) => r.id).sort(compare) }))
    .sort((a, b) => b.share.min - a.share.min || compare(a.partner, b.partner));
  return { venture, partners, clashes: clashesOf(venture, stakes) };
}

/** Sums can only rise on a day on which some stake certainly begins, so only these days are looked at. */
function clashesOf(venture: string, stakes: readonly Relationship[]): ShareClash[] {
  const begins = new Set<Day>(stakes.map((r) => intervalBounds(r).start.latest).filter(Number.isFinite));
  const clashes: ShareClash[] = [];
  let clashing = '';
  for (const day of [...begins].sort((a, b) => a - b)) {
    const on = isoOf(day);
    const holdings = holdingsOf(stakes, { from: on, to: on }).filter((h) => !h.indirect && h.share.min > 0);
    const clash = isOver100(holdings, venture) ? holdings.flatMap((h) => h.relationships).sort(compare) : [];
    const key = clash.join('\n');
    if (clash.length > 0 && key !== clashing) clashes.push({ from: on, sum: holdings.reduce((sum, h) => sum + h.share.min, 0), relationships: clash });
    clashing = key;
  }
  return clashes;
}

function coVenturesOf(ventures: readonly Venture[]): CoVenture[] {
  const meetings = new Map<string, CoVenture>();
  for (const { venture, partners } of ventures) {
    const ids = partners.map((p) => p.partner).sort(compare);
    ids.forEach((a, i) =>
      ids.slice(i + 1).forEach((b) => {
        const key = JSON.stringify([a, b]);
        const meeting = meetings.get(key) ?? { a, b, ventures: [] };
        meeting.ventures.push(venture);
        meetings.set(key, meeting);
      }),
    );
  }
  return [...meetings.values()].sort((x, y) => y.ventures.length - x.ventures.length || compare(x.a, y.a) || compare(x.b, y.b));
}
