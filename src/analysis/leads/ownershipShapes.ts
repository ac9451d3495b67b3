import { boundsOf, compareText, groupedBy, recordsStake, shareBounds, UNKNOWN_END, type DayRange, type Relationship } from '../../model';
import { listed, named, type CodedShape, type FoundLead, type LeadGround } from './lead';

const holds = (r: Relationship) => (recordsStake(r.type) || r.type === 'controls') && r.from !== r.to;

/** Longer circles are not looked for. */
const LONGEST_CIRCLE = 6;
/** Days between an end and a start that are told. */
const WITHIN = 31;

/** The shortest circle through each entity, each circle once, by its ids from the least on. Breadth first; cost O(entities · ties). */
export const circleOfOwners: CodedShape = {
  id: 'circle-of-owners',
  title: 'A circle of owners',
  rule: 'Entities hold one another in a circle, so that it stands open who owns them in the end.',
  innocent: 'Cross-holdings are usual in some countries and groups; stakes may also have held at different times.',
  find({ relationships }) {
    const below = groupedBy(relationships.filter(holds), (r) => r.from);
    const circles = new Map<string, FoundLead>();
    for (const start of [...below.keys()].sort(compareText)) {
      const circle = circleFrom(start, below);
      if (circle && circle.every((r) => r.from >= start))
        circles.set(circle.map((r) => r.id).join(' '), {
          says: [...listed(circle.map((r) => r.from)), ' hold one another in a circle.'],
          relationships: circle,
        });
    }
    return [...circles.values()];
  },
};

function circleFrom(start: string, below: ReadonlyMap<string, readonly Relationship[]>): Relationship[] | undefined {
  const reached = new Map<string, Relationship[]>([[start, []]]);
  for (const [at, way] of reached) {
    if (way.length === LONGEST_CIRCLE) return undefined;
    for (const r of below.get(at) ?? []) {
      if (r.to === start) return [...way, r];
      if (!reached.has(r.to)) reached.set(r.to, [...way, r]);
    }
  }
  return undefined;
}

/** Stakes in one entity of which one ends when another begins. Cost O(stakes in one entity squared). */
export const handedOver: CodedShape = {
  id: 'handed-over',
  title: 'A stake that changed hands within days',
  rule: `A stake in an entity ended, and another holder’s began within ${WITHIN} days; both dates are known to the month.`,
  innocent: 'Groups reorganize, and every sale has a seller and a buyer at one time. Look at who stands behind both.',
  find({ relationships }) {
    const byHeld = groupedBy(
      relationships.filter((r) => recordsStake(r.type)),
      (r) => r.to,
    );
    return [...byHeld.values()].flatMap((stakes) =>
      stakes.flatMap((sold) =>
        stakes.flatMap((bought): FoundLead[] => {
          if (sold.from === bought.from || !meets(monthOf(sold.end), monthOf(bought.start))) return [];
          return [
            {
              says: [
                named(sold.from),
                ' gave up a stake in ',
                named(sold.to),
                ` (${sold.end}), and `,
                named(bought.from),
                ` took one (${bought.start}).`,
              ],
              relationships: [sold, bought],
            },
          ];
        }),
      ),
    );
  },
};

function monthOf(date: string | undefined): DayRange | undefined {
  return date === undefined || date === UNKNOWN_END || date.length < 7 ? undefined : boundsOf(date);
}

function meets(end: DayRange | undefined, start: DayRange | undefined): boolean {
  return end !== undefined && start !== undefined && start.earliest - end.latest <= WITHIN && end.earliest - start.latest <= WITHIN;
}

/** Ventures with two partners or more in common. Cost O(partners of a venture squared + pairs). */
export const samePartners: CodedShape = {
  id: 'same-partners',
  title: 'Two ventures with the same partners',
  rule: 'Two ventures have two partners or more in common, under different names.',
  innocent: 'Partners who work well together found more than one company, one for each licence or field.',
  find({ relationships }) {
    const stakes = groupedBy(
      relationships.filter((r) => recordsStake(r.type)),
      (r) => r.to,
    );
    const ventures = [...stakes].filter(([, list]) => new Set(list.map((r) => r.from)).size >= 2).sort(([a], [b]) => compareText(a, b));
    return ventures.flatMap(([a, inA], i) =>
      ventures.slice(i + 1).flatMap(([b, inB]): FoundLead[] => {
        const common = [...new Set(inA.map((r) => r.from))].filter((id) => inB.some((r) => r.from === id)).sort(compareText);
        if (common.length < 2) return [];
        return [
          {
            says: [...listed(common), ' are partners both in ', named(a), ' and in ', named(b), '.'],
            relationships: [...inA, ...inB].filter((r) => common.includes(r.from)),
          },
        ];
      }),
    );
  },
};

/** Holders that hold half or more only together with those that they hold. Cost O(stakes · affiliates). */
export const controlByAffiliates: CodedShape = {
  id: 'control-by-affiliates',
  title: 'Control that only affiliates make up',
  rule: 'No stake comes to half by itself, but one holder and those whom it holds by more than half have half or more together.',
  innocent: 'Groups spread stakes for tax and financing; the sum may also mix times.',
  find({ relationships }) {
    const stakes = relationships.filter((r) => recordsStake(r.type) && r.share !== undefined && r.end === undefined);
    const held = groupedBy(
      stakes.filter((r) => shareBounds(r.share).min > 50),
      (r) => r.from,
    );
    return [...groupedBy(stakes, (r) => r.to).values()].flatMap((inOne) => {
      if (inOne.some((r) => shareBounds(r.share).min >= 50)) return [];
      return [...new Set([...inOne.map((r) => r.from), ...held.keys()])].sort(compareText).flatMap((holder): FoundLead[] => {
        const links = held.get(holder) ?? [];
        const group = new Set([holder, ...links.map((r) => r.to)]);
        const theirs = inOne.filter((r) => group.has(r.from));
        const sum = theirs.reduce((total, r) => total + shareBounds(r.share).min, 0);
        if (theirs.length < 2 || sum < 50) return [];
        const used = links.filter((r) => theirs.some((stake) => stake.from === r.to));
        return [
          {
            says: [named(holder), ' and those whom it holds have ', `${sum} % of `, named(inOne[0]!.to), ' together.'],
            relationships: [...theirs, ...used],
          },
        ];
      });
    });
  },
};

/** Entities that are looked up by those of a ground. */
export function startOf({ entities }: LeadGround, id: string): DayRange | undefined {
  const start = entities.get(id)?.start;
  return start === undefined ? undefined : boundsOf(start);
}
