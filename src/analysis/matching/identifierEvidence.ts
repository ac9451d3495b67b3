import type { Comparable, ComparableNumber } from './comparable';
import type { Evidence } from './evidence';

const SAME_STRONG = 14;
/** The same number in a national scheme, where the country of one is not known. */
const SAME_SOMEWHERE = 7;
const SAME_UNKNOWN = 4;
/** What each further number that agrees adds. */
const FURTHER = 2;
const DIFFERENT_SINGLE = -9;
const DIFFERENT_REGISTER = -3;
/** A number that more entities than this have tells no two of them apart: branches under one number, a placeholder. */
const SHARED_BY_MANY = 4;

/**
 * What the identifiers say: numbers that agree, the strongest in full and further ones a little;
 * and schemes of one number a party that differ.
 */
export function identifierEvidence(a: Comparable, b: Comparable): Evidence[] {
  if (a.numbers.length === 0 || b.numbers.length === 0) return [];
  const agreeing = a.numbers.flatMap((x) => b.numbers.flatMap((y) => (x.shared === y.shared ? agreement(x, y, a.person || b.person) : [])));
  const distinct = [...new Map(agreeing.sort((x, y) => y.weight - x.weight).map((e) => [e.say(), e])).values()];
  return [
    ...distinct.map((evidence, i) => (i === 0 ? evidence : { ...evidence, weight: Math.min(FURTHER, evidence.weight) })),
    ...differences(a, b),
  ];
}

function agreement(x: ComparableNumber, y: ComparableNumber, person: boolean): Evidence[] {
  const weight = agreementWeight(x, y);
  if (weight === 0) return [];
  const many = x.shared.entities > SHARED_BY_MANY;
  const label = x.scheme.label;
  const said = x.scheme.personal || person ? `Both have the same ${label}` : `Both have the ${label} ${x.written}`;
  return [{
    kind: 'identifier', weight: many ? weight / 3 : weight, strong: !many && weight === SAME_STRONG,
    say: () => (many ? `${said}, as ${x.shared.entities - 2} others have.` : `${said}.`),
  }];
}

function agreementWeight(x: ComparableNumber, y: ComparableNumber): number {
  if (x.scheme.scope === 'unknown' || y.scheme.scope === 'unknown') return SAME_UNKNOWN;
  if (x.scheme.scope === 'world') return SAME_STRONG;
  if (x.country === undefined || y.country === undefined) return SAME_SOMEWHERE;
  return x.country === y.country ? SAME_STRONG : 0;
}

function differences(a: Comparable, b: Comparable): Evidence[] {
  const families = [...new Set(a.numbers.filter((x) => x.scheme.single).map((x) => x.scheme.family))];
  return families.flatMap((family) => {
    const of = (one: Comparable) => one.numbers.filter((x) => x.scheme.single && x.scheme.family === family);
    const [mine, theirs] = [of(a), of(b)];
    if (theirs.length === 0 || mine.some((x) => theirs.some((y) => x.shared === y.shared))) return [];
    const [x, y] = [mine[0]!, theirs.find((other) => other.named === mine[0]!.named) ?? theirs[0]!];
    const national = x.scheme.scope === 'country';
    if (national && (x.named !== y.named || x.country !== y.country)) return [];
    return [{
      kind: 'identifier' as const, weight: national ? DIFFERENT_REGISTER : DIFFERENT_SINGLE,
      say: () => differenceSentence(x, y, a.person || b.person),
    }];
  });
}

function differenceSentence(x: ComparableNumber, y: ComparableNumber, person: boolean): string {
  const { label, personal } = x.scheme;
  return personal || person
    ? `The one has another ${label} than the other.`
    : `The one has the ${label} ${x.written}, the other ${y.written}.`;
}
