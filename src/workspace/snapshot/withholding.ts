import type { Snapshot } from '../../model';
import {
  findWithheld, giveaways, isAddress, saidWithheld, spellingsIn, withheldSnapshot, type TellingText, type Withheld,
} from '../../publish';
import { MemoryStore } from '../../store';

/** What somebody withholds on the screen, and what became of the texts that name it. */
export interface Withholding {
  readonly withheld: readonly Withheld[];
  /** Texts as they were rewritten, by their place. */
  readonly rewritten: Readonly<Record<string, string>>;
  /** Places of texts that are left out. */
  readonly leftOut: readonly string[];
  /** Whether the file says that something is withheld. */
  readonly said?: boolean;
}

/** What is published under a withholding. */
export interface WithheldPublication {
  readonly snapshot: Snapshot;
  /** The texts that name something withheld and were neither rewritten nor left out. */
  readonly undecided: readonly TellingText[];
  readonly telling: readonly TellingText[];
  /** What could still give something away, in sentences. */
  readonly warnings: readonly string[];
  /** Throws `StillToldError` where the bytes of a file hold something that is withheld. */
  refuseTelling(bytes: Uint8Array): void;
}

/** A file would hold what is withheld. */
class StillToldError extends Error {
  override readonly name = 'StillToldError';
  constructor(name: string, place: string) {
    super(`The file would hold “${name}”, which is withheld (${place}). Nothing was saved.`);
  }
}

/** A snapshot without what is withheld. The page loads this when something is withheld, and not before. */
export async function withheldPublication(
  whole: Snapshot, { withheld, rewritten, leftOut, said }: Withholding,
): Promise<WithheldPublication> {
  const taken = await withheldSnapshot(whole, withheld, (dataset) => MemoryStore.open(dataset), new Map(Object.entries(rewritten)));
  const spelled = spellingsIn(whole.dataset, withheld);
  const decided = new Set(leftOut);
  return {
    snapshot: said ? saidWithheld(taken.snapshot) : taken.snapshot, telling: taken.telling,
    undecided: taken.telling.filter(({ place, text, instead }) => !decided.has(place) && !isRewritten(rewritten[place], instead, text)),
    warnings: giveaways(whole.dataset, withheld, taken.withheld),
    refuseTelling: (bytes) => {
      const [found] = findWithheld(bytes, spelled);
      if (found) throw new StillToldError(found.name, found.place);
    },
  };
}

/** Whether somebody's own words stand in place of a text, and tell nothing; in place of an address another one. */
function isRewritten(words: string | undefined, instead: string | undefined, text: string): boolean {
  const isOfItsKind = !isAddress(text) || isAddress(words?.trim());
  return words !== undefined && words.trim() !== text && instead === words.trim() && isOfItsKind;
}
