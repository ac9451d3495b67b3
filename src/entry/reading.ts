import type { Amount, EntityType, RelationshipType, Share, Stance } from '../model';

/** A stretch of the line: from its first character to behind its last, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An entity as a line may name it. */
export interface NamedEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
}

/** Who goes by exactly this name, alias or (behind an @) id, in any script. What is not known yet is `undefined`, and counts as nobody. */
export interface Lexicon {
  named(name: string): readonly NamedEntity[] | undefined;
}

/** An end as the line names it: somebody who is there, or a new entity of a type that was typed or guessed. */
export type EndRead = Span & { readonly name: string } & (
    { readonly known: NamedEntity } | { readonly known?: undefined; readonly type: EntityType; readonly guessed: boolean }
  );

/** What of the line became what. */
interface Understood extends Span {
  readonly what:
    | 'subject' | 'verb' | 'object' | 'type' | 'share' | 'amount' | 'dates' | 'stance' | 'locator' | 'indirect' | 'role' | 'made' | 'quote'
    | 'statement' | 'happened';
  /** What was taken from it: "from 2008-12 to 2015", "at most 10 %". */
  readonly says: string;
}

/** What of the line was not understood, or cannot be, and why. */
export interface Doubt extends Span {
  readonly message: string;
}

/** What a reader found so far, in the order in which it came to it. */
export interface Findings {
  readonly parts: Understood[];
  readonly doubts: Doubt[];
}

/** What a line says besides who and what: of the tie or entity, and of the claim. */
export interface Said {
  readonly share?: Share;
  readonly amount?: Amount;
  readonly start?: string;
  readonly end?: string;
  readonly indirect?: true;
  readonly role?: string;
  /** A verb of its own, which no type has. */
  readonly label?: string;
  readonly stance: Stance;
  readonly locator?: string;
  readonly quote?: string;
  readonly statement?: string;
  readonly made?: string;
}

/** One source saying one thing about a tie, first end first, or about one entity. */
export type ClaimRead = { readonly said: Said } & (
  | {
      readonly kind: 'tie';
      readonly subject: EndRead;
      readonly object: EndRead;
      readonly type: RelationshipType;
      readonly forward: boolean;
    }
  | { readonly kind: 'entity'; readonly subject: EndRead }
);

/** A claim line as it was read: every character but blanks and punctuation is part of what was understood or of a doubt. */
export interface ClaimLine {
  readonly text: string;
  readonly parts: readonly Understood[];
  readonly doubts: readonly Doubt[];
  /** What Enter enters; absent where the line does not say who does what to whom. */
  readonly claim?: ClaimRead;
}
