import { boundsOf, compareText, type Relationship, type RelationshipType } from '../../model';
import { monthOf } from './dates';
import { groupedInSteps } from './grouping';
import { listed, named, type CodedShape, type LeadGround } from './lead';

const TRADE: readonly RelationshipType[] = ['supplies', 'builds', 'provides'];
const AWARD: readonly RelationshipType[] = ['supplies', 'builds', 'contracts', 'operates', 'finances'];
const OFFICE: readonly RelationshipType[] = ['directs', 'represents', 'trusteeOf'];
/** From so many on, an officer or address is told. */
const MANY = 3;
/** Days before a listing within which an end is told. */
const BEFORE = 183;
/** How many relationships are looked at in a step. */
const BATCH = 1000;

/** Who is under sanctions, with the ties that say so. */
const underSanctions = (r: Relationship) => (r.type === 'sanctions' ? r.to : undefined);

/** Cost O(relationships). */
export const onlyListedCustomer: CodedShape = {
  id: 'only-listed-customer',
  title: 'A supplier whose only customer is listed',
  rule: 'All that a party is recorded to supply, build or serve goes to one customer, and that one is under sanctions.',
  innocent: 'The data may know one customer only because somebody looked at that one.',
  *find({ relationships }) {
    const bans = yield* groupedInSteps(relationships, underSanctions);
    const sold = yield* groupedInSteps(relationships, (r) => (TRADE.includes(r.type) ? r.from : undefined));
    for (const [supplier, sales] of sold) {
      const customer = sales[0]!.to;
      const ban = bans.get(customer);
      if (ban && sales.every((r) => r.to === customer))
        yield {
          says: ['All that ', named(supplier), ' is recorded to supply goes to ', named(customer), ', which is listed.'],
          relationships: [...sales, ...ban],
        };
      yield;
    }
  },
};

/** Cost O(relationships). */
export const youngParty: CodedShape = {
  id: 'younger-than-its-contract',
  title: 'A party younger than what it won',
  rule: 'A party began to supply, build, operate, finance or contract before it is recorded to have been founded.',
  innocent: 'A predecessor may have signed, or one of the two dates is that of a registration.',
  *find({ relationships, entities }) {
    for (const [i, r] of relationships.entries()) {
      if (i % BATCH === BATCH - 1) yield;
      if (!AWARD.includes(r.type) || r.start === undefined) continue;
      const began = boundsOf(r.start);
      for (const party of r.type === 'contracts' ? [r.from, r.to] : [r.from]) {
        const founded = startOf(entities, party);
        if (!founded || !began || founded.earliest <= began.latest) continue;
        const other = party === r.from ? r.to : r.from;
        yield {
          says: [
            named(party), ` was founded (${entities.get(party)!.start}) after its tie to `, named(other), ` began (${r.start}).`,
          ],
          relationships: [r],
        };
      }
    }
  },
};

function startOf(entities: LeadGround['entities'], id: string) {
  const start = entities.get(id)?.start;
  return start === undefined ? undefined : boundsOf(start);
}

/** Cost O(relationships log). */
export const oneForMany: CodedShape = {
  id: 'one-for-many',
  title: 'One officer, agent or address for many',
  rule: `One party directs, represents or is trustee of ${MANY} bodies or more, or is the address of ${MANY}.`,
  innocent: 'Formation agents, group directors and business centres have many by their trade.',
  *find({ relationships, entities }) {
    // Where things other than bodies are, or are active, is a town or a country, no address.
    const isSeat = (r: Relationship) => r.type === 'locatedIn' && isBody(entities.get(r.from)?.type);
    const towns = yield* groupedInSteps(relationships, (r) =>
      r.type === 'activeIn' || (r.type === 'locatedIn' && !isSeat(r)) ? r.to : undefined,
    );
    const offices = yield* groupedInSteps(relationships, (r) => (OFFICE.includes(r.type) ? r.from : undefined));
    const seats = yield* groupedInSteps(relationships, (r) => (isSeat(r) && !towns.has(r.to) ? r.to : undefined));
    for (const [groups, end, verb] of [
      [offices, 'to', ' directs, represents or is trustee of '], [seats, 'from', ' is where these have their seat: '],
    ] as const) {
      for (const [one, list] of groups) {
        const many = [...new Set(list.map((r) => r[end]))].sort(compareText);
        yield many.length < MANY ? undefined : { says: [named(one), verb, ...listed(many), '.'], relationships: list };
      }
    }
  },
};

function isBody(type: string | undefined): boolean {
  return type === 'company' || type === 'jointVenture' || type === 'organization';
}

/** Cost O(relationships + ties of the listed · times they were listed). */
export const endedBeforeListing: CodedShape = {
  id: 'ended-before-listing',
  title: 'What ended just before a listing',
  rule: `A tie of a party ended at most ${BEFORE} days before that party came under sanctions; both dates are known to the month.`,
  innocent: 'Trade with somebody who is about to be listed often ends for the same reasons for which they are listed.',
  *find({ relationships }) {
    const bans = yield* groupedInSteps(relationships, underSanctions);
    const ended = (r: Relationship) => r.type !== 'sanctions' && r.type !== 'exempts' && monthOf(r.end) !== undefined;
    const from = yield* groupedInSteps(relationships, (r) => (bans.has(r.from) && ended(r) ? r.from : undefined));
    const to = yield* groupedInSteps(relationships, (r) => (bans.has(r.to) && r.from !== r.to && ended(r) ? r.to : undefined));
    for (const [party, list] of bans) {
      for (const ban of list) {
        const day = monthOf(ban.start);
        if (!day) continue;
        for (const r of [...(from.get(party) ?? []), ...(to.get(party) ?? [])]) {
          const end = monthOf(r.end)!;
          if (end.earliest > day.latest || day.earliest - end.latest > BEFORE) continue;
          yield {
            says: [
              'A tie of ', named(party), ' to ', named(r.from === party ? r.to : r.from), ` ended (${r.end}) before `, named(ban.from),
              ` listed it (${ban.start}).`,
            ],
            relationships: [r, ban],
          };
        }
        yield;
      }
    }
  },
};
