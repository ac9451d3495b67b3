import type { CallOptions, Filter } from '../../model';
import { questions, type DatasetReader, type NeighbourQuestion, type TieKindsQuestion } from '../../store';
import type { DatabaseReader } from '../reading/databaseReader';

export async function answerNeighbours(reader: DatabaseReader, asked: NeighbourQuestion, options: CallOptions) {
  return questions.neighbours.answer(await star(reader, asked.entity, asked.filter), asked, options);
}

export async function answerTieKinds(reader: DatabaseReader, asked: TieKindsQuestion, options: CallOptions) {
  return questions.tieKinds.answer(await star(reader, asked.entity, asked.filter), asked, options);
}

/** An entity with its relationships and who is at their other ends. */
async function star(reader: DatabaseReader, id: string, filter: Filter = {}): Promise<DatasetReader> {
  const centre = (await reader.known([id])).get(id)!;
  return reader.partWith(await reader.ties(filter, (values) => [`a.entity = ${values.add(centre)}`]), [centre]);
}
