import { intervalBounds, isoOf, shareBounds, type Dataset, type Day, type Issue, type Relationship } from '../../model';

interface Stake {
  readonly at: number;
  readonly relationship: Relationship;
  readonly from: Day;
  readonly to: Day;
  readonly least: number;
}

/**
 * Where the least that stakes of one type in one entity can be adds up to more than 100 % at a date at which all
 * of them certainly held (a stake without a start is taken to have been held all along, one with an end not on that
 * day, on which it may have been handed over). A holder counts once, with its largest stake: others of the same holder
 * are the same stake, as another source or register has it. Indirect stakes are left out, since they sum up direct ones.
 * One issue for an entity and type, at the first such date. Cost O(stakes²) for an entity's stakes, in the worst case.
 */
export function* shareIssues({ relationships }: Dataset): Generator<Issue> {
  const byHeld = new Map<string, Stake[]>();
  relationships.forEach((relationship, at) => {
    if (relationship.share === undefined || relationship.indirect || (relationship.type !== 'owns' && relationship.type !== 'partnerIn'))
      return;
    const key = `${relationship.type} ${relationship.to}`;
    const stakes = byHeld.get(key) ?? [];
    stakes.push(stakeOf(relationship, at));
    byHeld.set(key, stakes);
  });
  for (const stakes of byHeld.values()) {
    const issue = excess(stakes);
    if (issue) yield issue;
  }
}

function stakeOf(relationship: Relationship, at: number): Stake {
  const { start, end } = intervalBounds(relationship);
  return {
    at,
    relationship,
    from: relationship.start === undefined ? -Infinity : start.latest,
    to: end.earliest,
    least: shareBounds(relationship.share).min,
  };
}

function excess(stakes: readonly Stake[]): Issue | undefined {
  for (const { from: day } of [...stakes].sort((a, b) => a.from - b.from)) {
    const held = largestByHolder(stakes.filter((s) => s.from <= day && day < s.to));
    const sum = held.reduce((n, s) => n + s.least, 0);
    if (sum > 100 + 1e-6) return excessIssue(held, sum, day);
  }
  return undefined;
}

function largestByHolder(stakes: readonly Stake[]): Stake[] {
  const byHolder = new Map<string, Stake>();
  for (const stake of stakes) {
    const { from } = stake.relationship;
    if (stake.least > (byHolder.get(from)?.least ?? -1)) byHolder.set(from, stake);
  }
  return [...byHolder.values()];
}

function excessIssue(held: readonly Stake[], sum: number, day: Day): Issue {
  const who = held.map((s) => `${s.relationship.from} ${s.least} %`).join(', ');
  const when = Number.isFinite(day) ? `on ${isoOf(day)}` : 'at one time';
  return {
    code: 'shares-above-100',
    severity: 'warning',
    at: `relationships[${held[0]!.at}].share`,
    value: `${Math.round(sum * 100) / 100} %`,
    message: `The shares in "${held[0]!.relationship.to}" ${when} add up to more than 100 %: ${who}.`,
    hint: 'Date the stakes so that one follows the other, correct a share, or leave the contradiction with the claims that make it.',
  };
}
