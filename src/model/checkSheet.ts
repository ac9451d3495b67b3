import { put, type Edit } from './changes';
import { contentText } from './changes/recordLists';
import type { Claim } from './claim';
import type { DatasetPart, Entity, Relationship } from './dataset';
import { statusReader } from './filter';
import { hashOf } from './hash';
import type { Issue } from './issue';
import type { PartialDate } from './partialDate';
import { tieWords, withFullStop } from './sentence';

/** A claim as it is held against its source: one row of the check sheet. Texts are empty where nothing is recorded. */
export interface CheckRow {
  readonly list: 'entities' | 'relationships';
  /** The id of the record, and the place of the claim among its claims, from 0. */
  readonly record: string;
  readonly claim: number;
  /** Tells the claim from the others of its record, and from what it was before it was changed. */
  readonly key: string;
  /** What the record says; of an entity its name. */
  readonly sentence: string;
  readonly statement: string;
  readonly stance: Claim['stance'];
  readonly quote: string;
  /** The id, title and publisher of its source; where the dataset lacks it, its id stands for all. */
  readonly source: string;
  readonly sourceTitle: string;
  readonly publisher: string;
  readonly locator: string;
  readonly link: string;
  readonly archived: string;
  /** The SHA-256 hash of the file that the source was read from. */
  readonly hash: string;
  readonly checkedBy: string;
  readonly checkedOn: PartialDate | '';
}

/** Every claim in a row: those about relationships, then those about entities, in the order of the dataset. Cost O(size of the dataset). */
export function checkRows({ entities, relationships, sources }: DatasetPart): CheckRow[] {
  const names = new Map(entities.map((e) => [e.id, e.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const sourceOf = new Map(sources.map((s) => [s.id, s]));
  const statusOf = statusReader(sources, {});
  const rowsOf = (list: CheckRow['list'], record: Entity | Relationship, sentence: string) => {
    const keys = claimKeys(record.claims ?? []);
    return (record.claims ?? []).map((said, claim): CheckRow => {
      const source = sourceOf.get(said.source);
      return {
        list, record: record.id, claim, key: keys[claim]!, sentence, statement: said.statement ?? '', stance: said.stance,
        quote: said.quote ?? '', source: said.source, sourceTitle: source?.title ?? said.source, publisher: source?.publisher ?? '',
        locator: said.locator ?? '', link: source?.url ?? '', archived: source?.archived ?? '', hash: source?.file?.sha256 ?? '',
        checkedBy: said.checked?.by ?? '', checkedOn: said.checked?.on ?? '',
      };
    });
  };
  return [
    ...relationships.flatMap((r) => rowsOf('relationships', r, withFullStop(tieWords(r, true, statusOf(r), nameOf)))),
    ...entities.flatMap((e) => rowsOf('entities', e, e.name)),
  ];
}

/** A key for each claim of a record, by all that it says but for who checked it; claims that say the same are numbered. */
export function claimKeys(claims: readonly Claim[]): string[] {
  const seen = new Map<string, number>();
  return claims.map(({ checked: _checked, ...said }) => {
    const key = hashOf(contentText(said)).toString(36);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}-${before + 1}`;
  });
}

/** That somebody held a claim against its source, as a sheet says it. */
export interface Tick extends Pick<CheckRow, 'list' | 'record' | 'key'> {
  readonly by: string;
  /** Absent where the sheet names no date. */
  readonly on?: PartialDate;
  /** Where it stands in the sheet. */
  readonly at: string;
}

/** What the ticks of a sheet make of a dataset. */
interface TicksTaken {
  readonly edits: readonly Edit[];
  /** How many claims are checked now that were not, or by somebody else or on another day. */
  readonly taken: number;
  /** Ticks that were not taken, and why. */
  readonly issues: readonly Issue[];
}

/**
 * Takes the ticks of a sheet to the claims that they speak of. A claim that was changed since the sheet was written is another claim, which
 * nobody has checked. A tick without a date is of the day `today`, unless the same person has checked the claim. What a sheet leaves empty
 * is left as it is: nobody takes a tick back by not repeating it.
 */
export function takeTicks(
  { entities, relationships }: Pick<DatasetPart, 'entities' | 'relationships'>, ticks: readonly Tick[], today: PartialDate,
): TicksTaken {
  const records = {
    entities: new Map(entities.map((e) => [e.id, e])), relationships: new Map(relationships.map((r) => [r.id, r])),
  };
  const changed = new Map<string, Edit>();
  const issues: Issue[] = [];
  let taken = 0;
  for (const tick of ticks) {
    const name = `${tick.list}/${tick.record}`;
    const record = (changed.get(name)?.record ?? records[tick.list].get(tick.record)) as Entity | Relationship | undefined;
    const at = record ? claimKeys(record.claims ?? []).indexOf(tick.key) : -1;
    if (!record || at < 0) {
      issues.push(notTaken(tick, record !== undefined));
      continue;
    }
    const claims = record.claims!.map((claim, i) => (i === at ? ticked(claim, tick, today) : claim));
    if (claims[at] === record.claims![at]) continue;
    taken += 1;
    changed.set(name, put(tick.list, { ...record, claims } as never));
  }
  return { edits: [...changed.values()], taken, issues };
}

/** The same claim where it says so already. */
function ticked(claim: Claim, { by, on }: Tick, today: PartialDate): Claim {
  const { checked } = claim;
  const date = on ?? (checked?.by === by ? checked.on : today);
  return checked?.by === by && checked.on === date ? claim : { ...claim, checked: { by, on: date } };
}

function notTaken({ at, record }: Tick, there: boolean): Issue {
  return there
    ? {
        code: 'tick-of-changed-claim', severity: 'warning', at, value: record,
        message: 'This claim was changed or deleted after the sheet was written; the tick was not taken.',
        hint: 'Check the claim as it is now.',
      }
    : {
        code: 'tick-without-record', severity: 'warning', at, value: record,
        message: 'The case has no such record any more; the tick was not taken.', hint: 'Write a new sheet of this case.',
      };
}
