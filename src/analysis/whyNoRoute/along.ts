import { affirms, relationshipType, type EntityType, type Family, type RelationshipType, type RouteQuestion } from '../../model';
import type { GraphIndex } from '../../graph';
import { searcherOf, searchFor } from '../routes/findRoutes';
import { tiesBetween } from '../routes/hops';

/** The entities of the best route, and the strongest relationship of each hop; none where there is no route. */
function bestRoute(index: GraphIndex, question: RouteQuestion): { entities: readonly number[]; relationships: number[] } {
  const searcher = searcherOf(index);
  const search = searchFor(index, question);
  const entities = searcher.routes(search).next().value ?? [];
  const steps = searcher.stepsFor(search);
  return { entities, relationships: entities.slice(1).map((to, i) => tiesBetween(index, steps, entities[i]!, to)[0]!.relationship) };
}

/** The sources that affirm or allege the relationships of a question's best route, from end to end. */
export function sourcesAlong(index: GraphIndex, question: RouteQuestion): string[] {
  const claims = bestRoute(index, question).relationships.flatMap((r) => index.parts.claims.row(r));
  return [...new Set(claims.filter(affirms).map((c) => c.source))];
}

/** The types that a question's best route needs; entity types of the entities between its ends. */
export function typesAlong(
  index: GraphIndex, question: RouteQuestion,
): { relationshipTypes: RelationshipType[]; families: Family[]; entityTypes: EntityType[] } {
  const { entities, relationships } = bestRoute(index, question);
  const relationshipTypes = relationships.map((r) => index.relationshipTypeAt(r));
  return {
    relationshipTypes,
    families: relationshipTypes.map((t) => relationshipType(t).family),
    entityTypes: entities.slice(1, -1).map((e) => index.entityTypeAt(e)),
  };
}
