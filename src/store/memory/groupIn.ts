import { communityMembersSteps, explainGroupSteps } from '../../analysis';
import { inTurns, partOfWork, type CallOptions, type GroupAnswer, type GroupQuestion } from '../../model';
import { TooMuchAskedError } from '../storeError';
import type { DatasetReader } from './datasetReader';

/**
 * What holds a group together, and who ties it to the rest. Throws UnknownEntityError, and TooMuchAskedError where an overview has fewer
 * groups than the place that is asked for.
 */
export async function groupIn(reader: DatasetReader, { of, filter, limit }: GroupQuestion, options: CallOptions): Promise<GroupAnswer> {
  if ('entities' in of) {
    const members = of.entities.map((id) => reader.index.knownEntity(id));
    return inTurns(explainGroupSteps(reader.index, members, { filter, limit }), options);
  }
  const members = await inTurns(communityMembersSteps(reader.index, filter, of.community), partOfWork(options, 0, 0.8));
  if (!members) throw new TooMuchAskedError(`The overview has fewer than ${of.community + 1} groups under this filter.`);
  return inTurns(explainGroupSteps(reader.index, members, { filter, limit }), partOfWork(options, 0.8, 1));
}
