/**
 * The integers of an index and of the records behind it, by what they number. They are told apart in types alone, and on one side: arrays
 * and counters give plain numbers, which are taken for any of them, but one of an entity is never taken for one of a relationship.
 */
export type EntityIndex = number & { readonly numbers?: 'entities' };
export type RelationshipIndex = number & { readonly numbers?: 'relationships' };
export type SourceIndex = number & { readonly numbers?: 'sources' };
