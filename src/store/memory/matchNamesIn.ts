import { Matcher } from '../../analysis';
import {
  each,
  inTurns,
  type CallOptions,
  type Entity,
  type ListedName,
  type NameCandidate,
  type NamesAnswer,
  type NamesQuestion,
} from '../../model';
import type { DatasetReader } from './datasetReader';

/** How many records are read at a time. */
const BATCH = 2048;

/**
 * Who of the data each name of a list may be: entities that share a telling word with it, weighed as matches of two files are. How rare a
 * word is is reckoned among these. An id in place of a name, or beside it, means that entity. Throws the signal's reason.
 */
export async function matchNamesIn(
  reader: DatasetReader,
  { names, limit, threshold }: NamesQuestion,
  options: CallOptions,
): Promise<NamesAnswer> {
  const index = await reader.nameIndex();
  const { onProgress, ...quiet } = options;
  const sharing = await index.sharing(
    names.map(({ name }) => name),
    options,
  );
  // A name is looked for as two kinds of entity, and its own id may come first: so many of each are enough for `limit` candidates.
  const matcher = new Matcher({ threshold, limitOfEach: 2 * limit + 1 });
  await inTurns(
    each(names.flatMap(asEntities), (entity) => matcher.addBase(entity)),
    quiet,
  );
  for (const pass of ['count', 'compare'] as const) {
    if (pass === 'compare') await inTurns(matcher.build(), quiet);
    for (let first = 0; first < sharing.length; first += BATCH) {
      const records = await reader.table.entities(sharing.slice(first, first + BATCH));
      await inTurns(
        each(records, (entity) => matcher[pass](entity)),
        quiet,
      );
      onProgress?.(0.5 + (0.25 * (first + (pass === 'count' ? 0 : sharing.length))) / sharing.length);
    }
  }
  return { matches: matchesOf(reader, names, matcher, limit) };
}

/** A name as an entity; one whose type is not known may be a person, whose names are compared otherwise, or a thing. */
function asEntities({ name, type, jurisdiction, start }: ListedName, place: number): Entity[] {
  const record = { name, ...(jurisdiction === undefined ? {} : { jurisdiction }), ...(start === undefined ? {} : { start }) };
  if (type !== undefined) return [{ ...record, id: String(place), type }];
  return (['organization', 'person'] as const).map((one) => ({
    ...record,
    id: String(place),
    type: one,
    properties: { typeUnknown: true },
  }));
}

function matchesOf({ index }: DatasetReader, names: readonly ListedName[], matcher: Matcher, limit: number): NamesAnswer['matches'] {
  const found = names.map(() => new Map<string, NameCandidate>());
  for (const { a, b, score, certainty, reasons } of matcher.answer().proposals) {
    const candidates = found[Number(a)]!;
    if (!candidates.has(b)) candidates.set(b, { entity: b, score, certainty, reasons });
  }
  return names.map(({ name, entity }, i) => {
    const best = [...found[i]!.values()];
    const meant = [entity, name].find((id) => id !== undefined && index.entityIndexOf(id) !== -1);
    const others = best.filter((c) => c.entity !== meant);
    return { name, candidates: (meant === undefined ? best : [known(meant, entity === meant), ...others]).slice(0, limit) };
  });
}

function known(entity: string, decided: boolean): NameCandidate {
  const sentence = decided ? 'The list gives its id.' : 'The name is its id.';
  return { entity, score: 0.999, certainty: 'certain', reasons: [{ kind: 'identifier', weight: 14, sentence }] };
}
