import { heldIn, shareBounds, shareText, type Holding, type Period, type Relationship, type ShareBounds } from '../../model';

const RECORDS_A_STAKE: ReadonlySet<Relationship['type']> = new Set<Relationship['type']>(['owns', 'partnerIn']);

/**
 * The stakes that relationships record at a date, holders in order of id.
 *
 * A holding that only possibly held at the date counts from 0 to its share. Where several relationships record one
 * holder's stake, those with a share decide and their bounds are joined; where none has a share it is unknown, 0–100.
 * Then each unknown or bounded share is narrowed by the rule that all holders together have at most 100 per cent.
 * Control without a share is no holding. Cost O(r log r) in the relationships given.
 */
export function holdingsOf(relationships: readonly Relationship[], asOf?: Period): Holding[] {
  const byPair = new Map<string, Relationship[]>();
  for (const r of relationships) {
    if (!RECORDS_A_STAKE.has(r.type) || (asOf && heldIn(r, asOf) === 'no')) continue;
    const pair = JSON.stringify([r.from, r.to]);
    byPair.set(pair, [...(byPair.get(pair) ?? []), r]);
  }
  const holdings = [...byPair.values()].map((records) => joined(records, asOf));
  holdings.sort((a, b) => compare(a.held, b.held) || compare(a.holder, b.holder));
  return narrowed(holdings);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function joined(records: readonly Relationship[], asOf?: Period): Holding {
  const direct = records.filter((r) => !r.indirect);
  const counted = direct.length > 0 ? direct : records;
  const known = counted.filter((r) => r.share !== undefined);
  const bounds = (known.length > 0 ? known : counted).map((r) => {
    const { min, max } = shareBounds(r.share);
    return { min: asOf && heldIn(r, asOf) === 'possibly' ? 0 : min, max };
  });
  const share = { min: Math.min(...bounds.map((b) => b.min)), max: Math.max(...bounds.map((b) => b.max)) };
  return {
    holder: records[0]!.from,
    held: records[0]!.to,
    share,
    recorded: share,
    indirect: direct.length === 0,
    relationships: counted.map((r) => r.id).sort(compare),
  };
}

/** What is left for each holder once the others have what is certainly theirs. An indirect stake lies within others' and takes nothing away. */
function narrowed(holdings: readonly Holding[]): Holding[] {
  const certain = new Map<string, number>();
  for (const h of holdings) if (!h.indirect) certain.set(h.held, (certain.get(h.held) ?? 0) + h.share.min);
  return holdings.map((h) => {
    const others = (certain.get(h.held) ?? 0) - (h.indirect ? 0 : h.share.min);
    const room = h.indirect ? 100 : Math.max(0, 100 - others);
    return { ...h, share: { min: h.share.min, max: Math.max(h.share.min, Math.min(h.share.max, room)) } };
  });
}

/** Shares are read from documents that round to two places: sums within this of a threshold count as at it. */
export const ROUNDING = 0.005;

/** Whether the holders of an entity certainly have more than 100 per cent together. */
export function isOver100(holdings: readonly Holding[], held: string): boolean {
  const sum = holdings.filter((h) => h.held === held && !h.indirect).reduce((total, h) => total + h.share.min, 0);
  return sum > 100 + ROUNDING;
}

/** "75 %", "0–25 %"; at most two decimals. */
export function boundsText({ min, max }: ShareBounds): string {
  const rounded = (n: number) => Math.round(n * 100) / 100;
  return shareText({ min: rounded(min), max: rounded(max) });
}
