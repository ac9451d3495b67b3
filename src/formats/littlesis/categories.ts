import type { RelationshipType } from '../../model';

/** What a category of LittleSis is here. */
export interface CategoryReading {
  readonly type: RelationshipType;
  /** The second entity is where the verb starts from. */
  readonly turned?: boolean;
  readonly label?: string;
  readonly role?: string;
  /** The type follows from a word only. */
  readonly guessed?: boolean;
}

/**
 * The twelve categories, by their number in the database. The first entity is who holds the position, studies, is a
 * member, gives, lobbies, owns, or is the child organization; the second is the other side.
 */
const CATEGORIES: Readonly<Record<string, CategoryReading & { readonly name: string }>> = {
  1: { name: 'position', type: 'linkedTo', label: 'holds a position at' },
  2: { name: 'education', type: 'linkedTo', label: 'studied at' },
  3: { name: 'membership', type: 'memberOf' },
  4: { name: 'family', type: 'family' },
  5: { name: 'donation', type: 'finances', label: 'donates to' },
  6: { name: 'transaction', type: 'contracts', label: 'does business with' },
  7: { name: 'lobbying', type: 'linkedTo', label: 'lobbies' },
  8: { name: 'social', type: 'connectedWith', label: 'knows socially' },
  9: { name: 'professional', type: 'partnersWith' },
  10: { name: 'ownership', type: 'owns' },
  11: { name: 'hierarchy', type: 'controls', turned: true, role: 'parent organization' },
  12: { name: 'generic', type: 'connectedWith' },
};

const BY_NAME = new Map(Object.values(CATEGORIES).map((category) => [category.name, category]));

/** Titles of those who direct what they have a position at. "Former" and its like are none: a tie that is past must not read as present. */
const DIRECTS =
  /\b(?:director|board|trustee|chair(?:man|woman|person)?|president|ceo|cfo|coo|chief|executive|partner|founder|governor|treasurer|secretary|head|manager)\b/i;
const PAST = /\b(?:former|formerly|ex|previous|past|late)\b/i;

/** The category of this number; undefined where there is none. */
export function categoryOf(id: string): CategoryReading | undefined {
  return Object.hasOwn(CATEGORIES, id) ? CATEGORIES[id] : undefined;
}

/** The category that a line is labelled with, as Oligrapher labels lines of which nobody said more. */
export function categoryNamed(label: string): CategoryReading | undefined {
  return BY_NAME.get(label.trim().toLowerCase());
}

/** What the database marks of a position; undefined where it does not say. */
interface PositionMarks {
  readonly board: boolean | undefined;
  readonly executive: boolean | undefined;
  readonly employee: boolean | undefined;
}

/**
 * What a position is: the database's own marks decide; where there are none, the title, which is a guess;
 * a position that nobody describes stays one.
 */
export function positionReading(title: string | undefined, { board, executive, employee }: PositionMarks): CategoryReading {
  if (board || executive) return { type: 'directs' };
  if (employee) return { type: 'employs', turned: true };
  const denied = board === false && executive === false;
  return !denied && title !== undefined && DIRECTS.test(title) && !PAST.test(title) ? { type: 'directs', guessed: true } : CATEGORIES[1]!;
}

/** Whether words say that what they describe is past. */
export function saysPast(words: string): boolean {
  return PAST.test(words);
}
