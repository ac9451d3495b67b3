import type { Lexicon, NamedEntity } from '../../entry';
import type { Edits } from '../../model';
import type { CallOptions } from '../../store';
import type { OpenStore } from '../platform';

/** How many names are remembered; a line asks for some dozens. */
const MOST_NAMES = 2000;
/** How many may go by one name, to be chosen from. */
const MOST_NAMESAKES = 9;

/**
 * Who goes by which name in the data as it is now: what a line asks for and is not known yet is asked of the store between two readings of
 * the line.
 */
export class StoreLexicon implements Lexicon {
  private readonly names = new Map<string, readonly NamedEntity[]>();
  private readonly wanted = new Set<string>();

  /** Who was edited or entered since the data were opened, by name: known at once, whatever the store is at. */
  private readonly entered = new Map<string, NamedEntity[]>();

  constructor(
    private readonly store: OpenStore,
    edits: Edits,
  ) {
    for (const { list, record } of edits.values()) {
      if (list !== 'entities' || record === null) continue;
      const { id, name, type } = record;
      this.entered.set(name, [...(this.entered.get(name) ?? []), { id, name, type }]);
    }
  }

  named(name: string): readonly NamedEntity[] | undefined {
    const known = this.names.get(name);
    if (known === undefined) this.wanted.add(name);
    const entered = this.entered.get(name);
    if (!entered) return known;
    return [...entered, ...(known ?? []).filter(({ id }) => !entered.some((e) => e.id === id))];
  }

  /** Asks for all names that were wanted. False where there was none. */
  async learn(ask: CallOptions): Promise<boolean> {
    const names = [...this.wanted];
    this.wanted.clear();
    if (names.length === 0) return false;
    if (this.names.size > MOST_NAMES) this.names.clear();
    await Promise.all(names.map(async (name) => this.names.set(name, await this.asked(name, ask))));
    return true;
  }

  private async asked(name: string, ask: CallOptions): Promise<readonly NamedEntity[]> {
    if (name.startsWith('@')) return this.store.entities({ ids: name.length > 1 && name.length <= 201 ? [name.slice(1)] : [] }, ask);
    if (name.length > 200) return [];
    // A score of 1 is the very name, or the id; whoever is meant by an id says so with an @.
    const hits = await this.store.search({ text: name, limit: MOST_NAMESAKES }, ask);
    return hits
      .filter((h) => h.score === 1 && (h.matched !== h.id || h.name === h.id))
      .map(({ id, name: own, type }) => ({ id, name: own, type }));
  }
}
