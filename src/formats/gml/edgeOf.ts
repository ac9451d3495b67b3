import type { DatasetBuilder } from '../builder';
import type { GraphEdge } from '../graphs';
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
  const [source, target] = [takeText(fields, 'source'), takeText(fields, 'target')];
  if (source === undefined || target === undefined) {
    builder.warn(
      'missing-end', line, 'This edge names only one end, or none; it was not read.', 'Give it a source and a target.', source ?? target,
    );
    builder.miss('edges without an end');
    return undefined;
  }
  const own = takeText(fields, 'id');
  const told = takeText(fields, 'directed');
  const label = takeText(fields, 'label', 'LabelGraphics.text');
  takeUnread(fields, builder);
  const directed = told === undefined ? directednessOf(graph) ?? false : isYes(told);
  return {
    id: own === undefined ? undefined : idIn(graph, own), source: idIn(graph, source), target: idIn(graph, target), label,
    direction: directed ? 'directed' : 'undirected', fields, at: line,
  };
}

function isYes(text: string): boolean {
  return !/^(?:0|false|no)$/i.test(text);
}
