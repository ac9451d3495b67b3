import {
  families, NOT_BETWEEN, relationshipType, relationshipTypeIds, STATUSES_BY_DEFAULT, statuses,
  type RouteQuestion, type Status,
} from '../../model';
import { periodText } from '../time/yearScale';

/** The words on a constraint's chip, and whether it says something other than the default. */
interface ChipText {
  text: string;
  changed: boolean;
}

export function directionText({ direction }: RouteQuestion): ChipText {
  return direction === 'any' ? { text: 'any direction', changed: false } : { text: 'along the arrows', changed: true };
}

export function lengthText({ maxHops }: RouteQuestion): ChipText {
  return { text: `up to ${maxHops} ${maxHops === 1 ? 'hop' : 'hops'}`, changed: maxHops !== 6 };
}

export function statusesText({ filter }: RouteQuestion): ChipText {
  const admitted = new Set<Status>(filter.statuses ?? STATUSES_BY_DEFAULT);
  const out = statuses.filter((s) => !admitted.has(s));
  const changed = out.length !== 1 || out[0] !== 'denied';
  if (out.length === 0) return { text: 'all statuses', changed };
  if (out.length <= 2) return { text: `all statuses except ${out.join(', ')}`, changed };
  return { text: `only ${[...admitted].join(', ') || 'nothing'}`, changed };
}

export function timeText({ filter }: RouteQuestion): ChipText {
  if (!filter.period) return { text: 'any time', changed: false };
  return { text: `${periodText(filter.period)}${filter.certainly ? ', certainly' : ''}`, changed: true };
}

export function typesText({ filter }: RouteQuestion): ChipText {
  const parts = [
    count(filter.families?.length, 'family', 'families'), count(filter.relationshipTypes?.length, 'type', 'types'),
    count(filter.entityTypes?.length, 'kind of entity', 'kinds of entity'),
  ].filter(Boolean);
  return parts.length === 0 ? { text: 'all types', changed: false } : { text: parts.join(', '), changed: true };
}

export function steppingText({ hub, places }: RouteQuestion): ChipText {
  const parts = [hub === undefined ? undefined : `no hubs over ${hub}`, places ? 'through places' : undefined].filter(Boolean);
  return parts.length === 0 ? { text: 'no places', changed: false } : { text: parts.join(', '), changed: true };
}

/** How many names of what is not counted stand on the chip. */
const NAMED = 3;

/** What ties make nobody an intermediary: on a chip, and in `all` in full. */
export function notThroughText({ notThrough }: RouteQuestion): ChipText & { all: string } {
  const out = new Set(notThrough ?? NOT_BETWEEN);
  const typesOf = (family: string) => relationshipTypeIds.filter((t) => relationshipType(t).family === family);
  const whole = families.filter((f) => typesOf(f).every((t) => out.has(t)));
  const single = relationshipTypeIds
    .filter((t) => out.has(t) && !whole.includes(relationshipType(t).family))
    .map((t) => relationshipType(t).chartLabel);
  const names = [...whole, ...single];
  const changed = out.size !== NOT_BETWEEN.length || !NOT_BETWEEN.every((t) => out.has(t));
  if (names.length === 0) return { text: 'every tie counts', all: 'nothing', changed };
  return { text: `not counted: ${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`, all: names.join(', '), changed };
}

function count(n: number | undefined, one: string, more: string): string | undefined {
  return n === undefined ? undefined : `${n} ${n === 1 ? one : more}`;
}
