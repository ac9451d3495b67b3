import { inTurns, Turns, type CallOptions, type TimelineAnswer, type TimelineQuestion } from '../../model';
import { OUT, type CompiledFilter, type EntityIndex, type RelationshipIndex } from '../../graph';
import { timelineSteps } from '../../analysis';
import type { DatasetReader } from './datasetReader';

/** How many ties are looked at before the clock is. */
const BATCH = 4096;

/** What happened when to some entities. Throws `UnknownEntityError` and `TooMuchAskedError`. */
export async function timelineIn(reader: DatasetReader, asked: TimelineQuestion, options: CallOptions): Promise<TimelineAnswer> {
  const rows = new Set(asked.entities.map((id) => reader.index.knownEntity(id)));
  const compiled = await reader.compiled(asked.filter, options);
  const admitted = await tiesOf(reader, rows, asked, compiled, options);
  const { verdicts } = compiled;
  const strongest = admitted.sort((a, b) => verdicts[a]! - verdicts[b]! || a - b).slice(0, asked.limit).sort((a, b) => a - b);
  const part = await reader.partOf([...rows].sort((a, b) => a - b), strongest, options);
  return inTurns(timelineSteps({ ...part, more: admitted.length - strongest.length }, asked.filter), options);
}

/** The admitted ties between those that have a row, or of all at them. Cost O(their degrees). */
async function tiesOf(
  { index, table }: DatasetReader, rows: ReadonlySet<EntityIndex>, asked: TimelineQuestion, filter: CompiledFilter, options: CallOptions,
): Promise<RelationshipIndex[]> {
  const { starts, stops, neighbours, ties } = index.adjacency;
  const only = asked.relationships && new Set(asked.relationships.map((id) => table.relationshipIndexOf(id)));
  const all = (asked.ties ?? (rows.size === 1 ? 'all' : 'among')) === 'all';
  const turns = new Turns({ signal: options.signal });
  const found = new Set<RelationshipIndex>();
  let looked = 0;
  for (const entity of rows) {
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
      if (++looked % BATCH === 0 && turns.over) await turns.next();
      const [other, relationship] = [neighbours[slot]!, ties[slot]! >>> 1];
      if (filter.verdicts[relationship]! >= OUT.status || (only && !only.has(relationship))) continue;
      if (rows.has(other) || (all && filter.admitsEntity(other))) found.add(relationship);
    }
  }
  return [...found];
}
