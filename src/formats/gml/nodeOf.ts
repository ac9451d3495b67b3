import type { Position } from '../../model';
import { type DatasetBuilder, positionOf } from '../builder';
import type { GraphNode } from '../graphs';
import type { GmlGraph, GmlRecord } from './gmlRecords';
import { fieldsOf, takeText, takeUnread } from './gmlValues';

/** The id that an id of a graph has in the dataset: those of later graphs are told apart by a prefix. */
export function idIn(graph: GmlGraph, id: string): string {
  return graph.number === 1 ? id : `g${graph.number}-${id}`;
}

/** The node of a record, and the centre of its box where the file draws it. */
export function nodeOf({ entries, line, graph }: GmlRecord, builder: DatasetBuilder): { node: GraphNode; position: Position | undefined } {
  const fields = fieldsOf(entries);
  const own = takeText(fields, 'id');
  const label = takeText(fields, 'label', 'LabelGraphics.text');
  if (own === undefined)
    builder.warn('no-id', line, 'This node has no id, so that no edge leads to it; its label stands for it.', 'Give it an id.', label);
  const position = positionOf(fields.get('graphics.x'), fields.get('graphics.y'));
  if (position) for (const key of ['graphics.x', 'graphics.y']) fields.delete(key);
  takeUnread(fields, builder);
  if (graph.parent !== undefined) fields.set('parent', idIn(graph, graph.parent));
  return { node: { id: idIn(graph, own ?? label ?? 'unnamed'), label, fields, at: line }, position };
}
