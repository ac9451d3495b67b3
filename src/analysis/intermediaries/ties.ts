import { relationshipType, relationshipTypeIds, type IntermediaryQuestion } from '../../model';
import { compileFilter, type GraphIndex } from '../../graph';

/** Who is tied to whom, as a question admits it: its filter, direction, and the entities that may be stepping stones. */
export interface Ties {
  /** Calls `visit` with every entity that a tie leads to from this one (perhaps more than once); stops when it returns true. */
  onward(entity: number, visit: (neighbour: number) => boolean): boolean;
  /** The same against the direction. */
  backward(entity: number, visit: (neighbour: number) => boolean): boolean;
  reversed(): Ties;
}

type Walk = Ties['onward'];

/** The ties that a question admits. Cost O(relationships), to compile the filter. */
export function admittedTies(index: GraphIndex, question: IntermediaryQuestion, from: number, to: number): Ties {
  const { admits } = compileFilter(index, question.filter);
  const mayPass = steppingStones(index, question, from, to, admits);
  const bothWays = Uint8Array.from(relationshipTypeIds, (id) => Number(question.direction === 'any' || !relationshipType(id).directed));
  const { starts, neighbours, ties } = index.adjacency;
  const { relationshipTypeCodes } = index.parts;
  const walk = (wantedSide: 0 | 1): Walk => (entity, visit) => {
    for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
      const tie = ties[slot]!;
      const relationship = tie >> 1;
      if ((tie & 1) !== wantedSide && bothWays[relationshipTypeCodes[relationship]!] === 0) continue;
      const neighbour = neighbours[slot]!;
      if (neighbour !== entity && admits(relationship) && mayPass(neighbour) && visit(neighbour)) return true;
    }
    return false;
  };
  return tiesOf(walk(1), walk(0));
}

function tiesOf(onward: Walk, backward: Walk): Ties {
  return { onward, backward, reversed: () => tiesOf(backward, onward) };
}

/** Which entities a route may pass; its two ends always. */
function steppingStones(index: GraphIndex, question: IntermediaryQuestion, from: number, to: number, admits: (r: number) => boolean): (entity: number) => boolean {
  const avoided = new Set(question.avoid.map((id) => index.entityIndexOf(id)));
  const tooBusy = (entity: number) => question.hub !== undefined && admittedDegree(index, entity, admits) > question.hub;
  return (entity) =>
    entity === from || entity === to ||
    (!avoided.has(entity) && (question.places || index.entityTypeAt(entity) !== 'place') && !tooBusy(entity));
}

function admittedDegree({ adjacency }: GraphIndex, entity: number, admits: (r: number) => boolean): number {
  let degree = 0;
  for (let slot = adjacency.starts[entity]!; slot < adjacency.starts[entity + 1]!; slot++) if (admits(adjacency.ties[slot]! >> 1)) degree++;
  return degree;
}
