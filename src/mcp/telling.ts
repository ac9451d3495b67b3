import type { z } from 'zod';
import {
  countedClaims, isReading,
  type Claim, type DatasetPart, type Entity, type Relationship, type Source, type Spoken,
} from '../model';
import { plainText, sentencesOf, type Sentences } from '../wording';
import { idText, quoted } from './quotation';
import type { evidencedTie, namedEntity, toldClaim, toldSource, toldTie, typedEntity } from './shapes';

type Told<Shape extends z.ZodType> = z.output<Shape>;

/** How many claims of each stance stand beside a tie, so that no number of allegations crowds a denial out. */
const CLAIMS_OF_A_STANCE = 3;

/** Tells what a part holds, in the shapes of answers; the part must be marked (`markedPart`). */
export class Telling {
  readonly sentences: Sentences;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly relationships: ReadonlyMap<string, Relationship>;
  private readonly sources: ReadonlyMap<string, Source>;
  private readonly cited = new Set<string>();

  /** Sources that `spoken` sets aside are told nowhere, and tenses are of the time that it looks at. */
  constructor(readonly part: DatasetPart, private readonly spoken: Spoken = {}) {
    this.sentences = sentencesOf(part, { filter: spoken });
    this.entities = new Map(part.entities.map((e) => [e.id, e]));
    this.relationships = new Map(part.relationships.map((r) => [r.id, r]));
    this.sources = new Map(part.sources.map((s) => [s.id, s]));
  }

  readonly nameOf = (id: string): string => this.entities.get(id)?.name ?? quoted(id);
  readonly publisherOf = (id: string): string => this.sources.get(id)?.publisher ?? quoted(id);

  named(id: string): Told<typeof namedEntity> {
    return { id: idText(id), name: this.nameOf(id) };
  }

  typed({ id, type, name }: Pick<Entity, 'id' | 'type' | 'name'>): Told<typeof typedEntity> {
    return { id: idText(id), name, type };
  }

  tie(id: string): Told<typeof toldTie> {
    const relationship = this.relationships.get(id)!;
    return {
      id: idText(id), type: relationship.type, sentence: plainText(this.sentences.relationship(id)),
      status: this.sentences.statusOf(id)!, said: this.countsOf(countedClaims(relationship, this.spoken)),
    };
  }

  evidenced(id: string): Told<typeof evidencedTie> {
    const claims = countedClaims(this.relationships.get(id)!, this.spoken);
    const told = claims.filter((c, i) => claims.slice(0, i).filter((d) => d.stance === c.stance).length < CLAIMS_OF_A_STANCE);
    return {
      ...this.tie(id), claims: told.map((c) => this.claim(c)),
      ...(told.length < claims.length ? { moreClaims: claims.length - told.length } : {}),
    };
  }

  claim({ stance, source, statement, quote, locator, made }: Claim): Told<typeof toldClaim> {
    this.cited.add(source);
    return {
      stance, source: idText(source), ...(statement ? { statement } : {}), ...(quote ? { quote } : {}), ...(locator ? { locator } : {}),
      ...(made ? { made } : {}), ...(this.isReading({ source }) ? { reading: true as const } : {}),
    };
  }

  private countsOf(claims: readonly Claim[]): Told<typeof toldTie>['said'] {
    const counts = { asserts: 0, alleges: 0, denies: 0, questions: 0, readings: 0 };
    for (const claim of claims) counts[this.isReading(claim) ? 'readings' : claim.stance]++;
    return counts;
  }

  private isReading(claim: Pick<Claim, 'source'>): boolean {
    return isReading(claim, (id) => this.sources.get(id));
  }

  /** The sources of the claims that were told so far, in the order of the part. */
  citedSources(): Told<typeof toldSource>[] {
    return this.part.sources.filter((s) => this.cited.has(s.id)).map(sourceTold);
  }
}

export function sourceTold({ id, title, publisher, author, kind, published, url, reliability }: Source): Told<typeof toldSource> {
  return {
    id: idText(id), title, publisher, ...(author ? { author } : {}), kind, ...(published ? { published } : {}), ...(url ? { url } : {}),
    ...(reliability ? { reliability } : {}),
  };
}

/** A stretch of a list, and where the next one begins. */
export function pageOf<T>(
  all: readonly T[], skip: number, limit: number,
): { items: readonly T[]; page: { shown: number; of: number; next?: number } } {
  const items = all.slice(skip, skip + limit);
  const end = skip + items.length;
  return { items, page: { shown: items.length, of: all.length, ...(end < all.length && items.length > 0 ? { next: end } : {}) } };
}
