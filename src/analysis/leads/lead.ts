import type { CodedLeadShape, Entity, LeadShape, Relationship, SourceOf } from '../../model';

/** What leads are looked for in: entities by id, and relationships that the filter admits, in the order of the dataset. */
export interface LeadGround {
  readonly entities: ReadonlyMap<string, Pick<Entity, 'id' | 'type' | 'start' | 'end'>>;
  readonly relationships: readonly Relationship[];
  readonly sourceOf: SourceOf;
  /** The claims of a relationship that the filter has not set aside. */
  claimsOf(relationship: Relationship): Relationship['claims'];
}

/** Something that fits a shape, before its publishers are counted. */
export interface FoundLead {
  readonly says: (string | { entity: string })[];
  readonly relationships: readonly Relationship[];
}

/** Leads as they are found; steps between them are empty. */
type Finding = Generator<FoundLead | void>;

/** A shape that is looked for in code, since a pattern cannot say it. Cost as its function states; no step takes long. */
export interface CodedShape extends Omit<LeadShape, 'found' | 'complete' | 'cutOff'> {
  readonly id: CodedLeadShape;
  find(ground: LeadGround): Finding;
}

/** An entity in a sentence. */
export const named = (entity: string) => ({ entity });

/** Entities in a sentence: "a, b and c". */
export function listed(ids: readonly string[]): (string | { entity: string })[] {
  return ids.flatMap((id, i) => [...(i === 0 ? [] : [i === ids.length - 1 ? ' and ' : ', ']), named(id)]);
}
