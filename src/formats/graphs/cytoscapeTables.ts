import { relationshipTypeIds, type RelationshipType } from '../../model';
import type { Fields } from '../words';
import type { GraphEdge } from './graphRecord';
import { asText } from '../records';

/** Where Cytoscape keeps names and interactions in its tables of nodes and edges, and repeats them. */
const NAMES = ['name', 'shared_name', 'shared name'] as const;
const INTERACTIONS = ['interaction', 'shared_interaction', 'shared interaction'] as const;
/** Fields in which a file says whether an edge has a direction. */
const DIRECTED = ['directed', 'isdirected', 'isDirected', 'is_directed'] as const;

/** Takes the name of a node, wherever it stands; a name that differs stays a field, and so does one of blanks alone, once. */
export function takeName(fields: Fields): string | undefined {
  const name = NAMES.map((field) => asText(fields.get(field))).find((text) => text !== undefined);
  dropNames(fields, name, name === undefined ? NAMES.slice(1) : NAMES);
  return name;
}

function dropNames(fields: Fields, name: string | undefined, among: readonly string[] = NAMES): void {
  for (const field of among) if (asText(fields.get(field)) === name) fields.delete(field);
}

/**
 * Takes the verb and direction of an edge. The interaction stays a field, which may name the type, unless the type is
 * stated, as our own writers do: then it is the verb beside it. "A (verb) B" as the name of an edge says nothing new. An
 * edge runs from source to target unless the file says that it has no direction: Cytoscape draws arrows by style only.
 */
export function takeTie(fields: Fields): Pick<GraphEdge, 'label' | 'direction'> {
  const interaction = INTERACTIONS.map((field) => asText(fields.get(field))).find((text) => text !== undefined);
  for (const field of INTERACTIONS.slice(1)) if (fields.get(field) === fields.get('interaction')) fields.delete(field);
  const name = asText(fields.get('name')) ?? asText(fields.get('shared name'));
  if (name !== undefined && interaction !== undefined && name.includes(` (${interaction}) `)) dropNames(fields, name);
  return { label: takeVerb(fields), direction: takeDirection(fields) };
}

function takeVerb(fields: Fields): string | undefined {
  const interaction = fields.get('interaction');
  if (typeof interaction !== 'string' || !relationshipTypeIds.includes(fields.get('type') as RelationshipType)) return undefined;
  fields.delete('interaction');
  return interaction;
}

function takeDirection(fields: Fields): GraphEdge['direction'] {
  const told = DIRECTED.find((name) => fields.get(name) === false || fields.get(name) === true);
  if (told === undefined) return 'directed';
  const directed = fields.get(told) === true;
  fields.delete(told);
  if (directed) return 'directed';
  const mutual = fields.get('mutual') === true;
  if (mutual) fields.delete('mutual');
  return mutual ? 'mutual' : 'undirected';
}
