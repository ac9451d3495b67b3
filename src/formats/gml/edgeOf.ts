import type { DatasetBuilder } from '../builder';
import { edgeEnds, type GraphEdge } from '../graphs';
import type { GmlGraph, GmlRecord } from './gmlRecords';
import { fieldsOf, takeText, takeUnread, valueIn } from './gmlValues';
import { idIn } from './nodeOf';

/** Whether a graph says so far that it is directed; undefined while it says nothing. */
export function directednessOf(graph: GmlGraph): boolean | undefined {
  const value = valueIn(graph.entries, 'directed');
  return value === undefined ? undefined : isYes(String(value));
}

/**
 * The edge of a record; undefined, reported, where it lacks an end. A graph that says nothing is undirected, by the specification;
 * an edge may say otherwise for itself.
 */
export function edgeOf({ entries, line, graph }: GmlRecord, builder: DatasetBuilder): GraphEdge | undefined {
  const fields = fieldsOf(entries);
  const hint = 'Give it a source and a target.';
  const ends = edgeEnds(takeText(fields, 'source'), takeText(fields, 'target'), line, builder, hint);
  if (!ends) return undefined;
  const own = takeText(fields, 'id');
  const told = takeText(fields, 'directed');
  const label = takeText(fields, 'label', 'LabelGraphics.text');
  takeUnread(fields, builder);
  const directed = told === undefined ? directednessOf(graph) ?? false : isYes(told);
  return {
    id: own === undefined ? undefined : idIn(graph, own), source: idIn(graph, ends.source), target: idIn(graph, ends.target), label,
    direction: directed ? 'directed' : 'undirected', fields, at: line,
  };
}

function isYes(text: string): boolean {
  return !/^(?:0|false|no)$/i.test(text);
}
