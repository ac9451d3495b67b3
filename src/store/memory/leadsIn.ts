import { leadSteps, patternSteps, rulesOf, type FoundByPattern } from '../../analysis';
import { inTurns, Turns, type CallOptions, type LeadsAnswer, type LeadsQuestion, type PatternQuestion } from '../../model';
import type { DatasetReader } from './datasetReader';
import { patternGroundIn } from './patternsIn';

/** How many relationships are judged before the clock is looked at. */
const BATCH = 4096;

/** What of the data deserves a second look, over the records of all that the filter admits. Throws TooMuchAskedError. */
export async function leadsIn(reader: DatasetReader, asked: LeadsQuestion, options: CallOptions): Promise<LeadsAnswer> {
  const { index } = reader;
  const { admits } = await reader.compiled(asked.filter, options);
  const turns = new Turns({ signal: options.signal });
  const admitted: number[] = [];
  for (let r = 0; r < index.relationshipCount; r++) {
    if (r % BATCH === 0 && turns.over) await turns.next();
    if (admits(r)) admitted.push(r);
  }
  const ends = index.ends();
  const entities = [...new Set(admitted.flatMap((r) => [ends[r * 2]!, ends[r * 2 + 1]!]))].sort((a, b) => a - b);
  const part = await reader.partOf(entities, admitted, options);
  const byPattern: FoundByPattern[] = [];
  for (const rule of rulesOf(asked)) {
    const question: PatternQuestion = {
      from: rule.from,
      to: rule.to,
      pattern: rule.pattern,
      maxHops: rule.maxHops,
      k: asked.limit,
      filter: asked.filter,
      avoid: [],
      places: false,
    };
    const { from, to, shares } = await patternGroundIn(reader, question, options);
    byPattern.push(await reader.searches.run(() => inTurns(patternSteps(index, question, { from, to, shares }), options)));
  }
  const ground = { entities: new Map(part.entities.map((e) => [e.id, e])), relationships: part.relationships };
  return inTurns(leadSteps(ground, part.sources, asked, byPattern), options);
}
