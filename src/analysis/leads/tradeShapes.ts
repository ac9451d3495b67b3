import { boundsOf, compareText, groupedBy, UNKNOWN_END, type Relationship, type RelationshipType } from '../../model';
import { listed, named, type CodedShape, type FoundLead } from './lead';
import { startOf } from './ownershipShapes';

const TRADE: readonly RelationshipType[] = ['supplies', 'builds', 'provides'];
const AWARD: readonly RelationshipType[] = ['supplies', 'builds', 'contracts', 'operates', 'finances'];
const OFFICE: readonly RelationshipType[] = ['directs', 'represents', 'trusteeOf'];
/** From so many on, an officer or address is told. */
const MANY = 3;
/** Days before a listing within which an end is told. */
const BEFORE = 183;

/** Who is under sanctions, with the ties that say so. */
function listings(relationships: readonly Relationship[]): ReadonlyMap<string, Relationship[]> {
  return groupedBy(
    relationships.filter((r) => r.type === 'sanctions'),
    (r) => r.to,
  );
}

/** Cost O(relationships). */
export const onlyListedCustomer: CodedShape = {
  id: 'only-listed-customer',
  title: 'A supplier whose only customer is listed',
  rule: 'All that a party is recorded to supply, build or serve goes to one customer, and that one is under sanctions.',
  innocent: 'The data may know one customer only because somebody looked at that one.',
  find({ relationships }) {
    const listed = listings(relationships);
    return [
      ...groupedBy(
        relationships.filter((r) => TRADE.includes(r.type)),
        (r) => r.from,
      ),
    ].flatMap(([supplier, sales]): FoundLead[] => {
      const customers = [...new Set(sales.map((r) => r.to))];
      const ban = customers.length === 1 ? listed.get(customers[0]!) : undefined;
      return ban
        ? [
            {
              says: ['All that ', named(supplier), ' is recorded to supply goes to ', named(customers[0]!), ', which is listed.'],
              relationships: [...sales, ...ban],
            },
          ]
        : [];
    });
  },
};

/** Cost O(relationships). */
export const youngParty: CodedShape = {
  id: 'younger-than-its-contract',
  title: 'A party younger than what it won',
  rule: 'A party began to supply, build, operate, finance or contract before it is recorded to have been founded.',
  innocent: 'A predecessor may have signed, or one of the two dates is that of a registration.',
  find(ground) {
    return ground.relationships
      .filter((r) => AWARD.includes(r.type))
      .flatMap((r) =>
        [r.from, ...(r.type === 'contracts' ? [r.to] : [])].flatMap((party): FoundLead[] => {
          const [founded, began] = [startOf(ground, party), r.start === undefined ? undefined : boundsOf(r.start)];
          if (!founded || !began || founded.earliest <= began.latest) return [];
          const other = party === r.from ? r.to : r.from;
          return [
            {
              says: [
                named(party),
                ` was founded (${ground.entities.get(party)!.start}) after its tie to `,
                named(other),
                ` began (${r.start}).`,
              ],
              relationships: [r],
            },
          ];
        }),
      );
  },
};

/** Cost O(relationships log). */
export const oneForMany: CodedShape = {
  id: 'one-for-many',
  title: 'One officer, agent or address for many',
  rule: `One party directs, represents or is trustee of ${MANY} bodies or more, or is the address of ${MANY}.`,
  innocent: 'Formation agents, group directors and business centres have many by their trade.',
  find({ relationships, entities }) {
    // Where things other than bodies are, or are active, is a town or a country, no address.
    const towns = new Set(
      relationships
        .filter((r) => r.type === 'activeIn' || (r.type === 'locatedIn' && !isBody(entities.get(r.from)?.type)))
        .map((r) => r.to),
    );
    const offices = groupedBy(
      relationships.filter((r) => OFFICE.includes(r.type)),
      (r) => r.from,
    );
    const seats = groupedBy(
      relationships.filter((r) => r.type === 'locatedIn' && isBody(entities.get(r.from)?.type) && !towns.has(r.to)),
      (r) => r.to,
    );
    const told = (one: string, list: readonly Relationship[], end: 'from' | 'to', verb: string): FoundLead[] => {
      const many = [...new Set(list.map((r) => r[end]))].sort(compareText);
      return many.length < MANY ? [] : [{ says: [named(one), verb, ...listed(many), '.'], relationships: list }];
    };
    return [
      ...[...offices].flatMap(([one, list]) => told(one, list, 'to', ' directs, represents or is trustee of ')),
      ...[...seats].flatMap(([one, list]) => told(one, list, 'from', ' is where these have their seat: ')),
    ];
  },
};

function isBody(type: string | undefined): boolean {
  return type === 'company' || type === 'jointVenture' || type === 'organization';
}

/** Cost O(ties of the listed). */
export const endedBeforeListing: CodedShape = {
  id: 'ended-before-listing',
  title: 'What ended just before a listing',
  rule: `A tie of a party ended at most ${BEFORE} days before that party came under sanctions; both dates are known to the month.`,
  innocent: 'Trade with somebody who is about to be listed often ends for the same reasons for which they are listed.',
  find({ relationships }) {
    const precise = (date: string | undefined) =>
      date === undefined || date === UNKNOWN_END || date.length < 7 ? undefined : boundsOf(date);
    const ended = relationships.filter((r) => r.type !== 'sanctions' && r.type !== 'exempts' && precise(r.end));
    return [...listings(relationships)].flatMap(([party, bans]) =>
      bans.flatMap((ban) => {
        const day = precise(ban.start);
        return !day
          ? []
          : ended
              .filter((r) => r.from === party || r.to === party)
              .flatMap((r): FoundLead[] => {
                const end = precise(r.end)!;
                if (end.earliest > day.latest || day.earliest - end.latest > BEFORE) return [];
                const other = r.from === party ? r.to : r.from;
                return [
                  {
                    says: [
                      'A tie of ',
                      named(party),
                      ' to ',
                      named(other),
                      ` ended (${r.end}) before `,
                      named(ban.from),
                      ` listed it (${ban.start}).`,
                    ],
                    relationships: [r, ban],
                  },
                ];
              });
      }),
    );
  },
};
