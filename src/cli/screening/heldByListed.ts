import { asOf, type OwnershipAnswer } from '../../model';
import type { GraphStore } from '../../store';

/** Someone of a case whom those that may be on a list hold, by the 50 per cent rule, or may hold. */
export interface HeldEntity {
  readonly entity: string;
  readonly answer: OwnershipAnswer;
}

interface HeldAnswer {
  readonly held: HeldEntity[];
  /** Entities below them that were not asked about, since there are too many. */
  readonly notAsked: number;
}

/** How many entities below listed ones are asked about. */
const MOST_ASKED = 5000;
const STAKES = [{ type: 'owns', forward: true }, { type: 'partnerIn', forward: true }] as const;

/**
 * Who below the listed counts as held by them, or may: in the order in which they are reached. Those that may be listed themselves are
 * left out. Throws as `owners` does.
 */
export async function heldByListed(store: GraphStore, listed: readonly string[], date: string | undefined): Promise<HeldAnswer> {
  const below = await belowOf(store, listed);
  const held: HeldEntity[] = [];
  for (const entity of below.slice(0, MOST_ASKED)) {
    const answer = await store.owners({ entity, filter: {}, listed: [...listed], ...(date === undefined ? {} : { asOf: asOf(date) }) });
    if (answer.listed!.answer !== 'no') held.push({ entity, answer });
  }
  return { held, notAsked: Math.max(0, below.length - MOST_ASKED) };
}

/** How many of those that one holds are asked for at a time. */
const PAGE = 10_000;

/** Everybody that one has a stake in, however many they are. */
async function heldBy(store: GraphStore, entity: string): Promise<string[]> {
  const held: string[] = [];
  for (;;) {
    const { entities, more } = await store.neighbours({ entity, kinds: STAKES, limit: PAGE, without: held });
    // The first is the entity itself.
    held.push(...entities.slice(1).map(({ id }) => id));
    if (more === 0) return held;
  }
}

/** Everybody below some entities along stakes, breadth first, without these. */
async function belowOf(store: GraphStore, listed: readonly string[]): Promise<string[]> {
  const reached = new Set(listed);
  for (const entity of reached) for (const id of await heldBy(store, entity)) reached.add(id);
  return [...reached].slice(new Set(listed).size);
}
