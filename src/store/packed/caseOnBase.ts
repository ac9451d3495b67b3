import {
  DATASET_FORMAT, drop, editsByList, put, sameContent,
  type AnyRecord, type Case, type CaseBase, type CaseChart, type Edit, type Edits, type RecordList, type RecordTypes,
} from '../../model';
import { packedIdentity, type ByteSource } from '../../packed';
import type { GraphStore } from '../graphStore';

/** A case stands on another base than the one that is at hand. */
export class OtherBaseError extends Error {
  override readonly name = 'OtherBaseError';
  constructor({ name, bytes }: CaseBase, at: Pick<ByteSource, 'name' | 'size'>) {
    super(
      `The case stands on “${name}” of ${bytes} bytes, and ${at.name === undefined ? 'the file' : `“${at.name}”`} of ${at.size} bytes is `
      + `another, or has been packed anew. Give the file that the case was made on.`,
    );
  }
}

/** Rejects with `OtherBaseError` where a packed file is not the base of a case, and as `openPackedFile`. */
export async function heldToBase(base: CaseBase, source: ByteSource): Promise<void> {
  if (base.bytes !== source.size || base.sha256 !== (await packedIdentity(source))) throw new OtherBaseError(base, source);
}

/** What a case changes in its base: its records but for those that only cite the base, and what it takes away. `store`: the base's. */
export async function editsOfCase(store: GraphStore, { dataset, base }: Case): Promise<Edit[]> {
  const { sources, entities, relationships, notes = [] } = dataset;
  const { without = {} } = base!;
  const ids = (records: readonly AnyRecord[]) => ({ ids: records.map((r) => r.id) });
  return [
    ...others('sources', sources, await store.sources(ids(sources))), ...others('entities', entities, await store.entities(ids(entities))),
    ...others('relationships', relationships, await store.relationships(ids(relationships))),
    ...others('notes', notes, (await store.notes?.()) ?? []),
    ...(['sources', 'entities', 'relationships'] as const).flatMap((list) => (without[list] ?? []).map((id) => drop(list, id))),
  ];
}

function others<L extends RecordList>(list: L, records: readonly RecordTypes[L][], there: readonly RecordTypes[L][]): Edit[] {
  const known = new Map(there.map((r) => [r.id, r]));
  return records.filter((record) => !sameContent(record, known.get(record.id))).map((record) => put(list, record));
}

/**
 * What is laid over a base as a case: what was added or changed, and of the base what that and the charts cite, so that the file is read
 * without its base too. `store` answers with the edits. Rejects with `TooMuchAskedError`.
 */
export async function caseOver(
  store: GraphStore, source: ByteSource, edits: Edits, charts: readonly CaseChart[],
): Promise<Case> {
  const own = editsByList(edits);
  const ids = new Set([
    ...charts.flatMap(({ chart }) => [...chart.entities]), ...own.entities.now.map((e) => e.id),
    ...own.relationships.now.flatMap((r) => [r.from, r.to]),
  ]);
  const part = await store.part({ ids: [...ids] });
  const cited = new Set(part.sources.map((s) => s.id));
  const { id, title, summary, licence } = await store.describe();
  const notes = own.notes.now;
  return {
    dataset: {
      format: DATASET_FORMAT, id, title, ...(summary === undefined ? {} : { summary }), ...(licence === undefined ? {} : { licence }),
      ...part, sources: [...part.sources, ...own.sources.now.filter((s) => !cited.has(s.id))],
      ...(notes.length > 0 ? { notes: [...notes] } : {}),
    },
    charts,
    base: { name: source.name ?? `${id}.throughline`, bytes: source.size, sha256: await packedIdentity(source), ...withoutOf(own) },
  };
}

function withoutOf(own: ReturnType<typeof editsByList>): Pick<CaseBase, 'without'> {
  const gone = (['sources', 'entities', 'relationships'] as const).flatMap((list) =>
    own[list].gone.length > 0 ? [[list, [...own[list].gone].sort()] as const] : [],
  );
  return gone.length > 0 ? { without: Object.fromEntries(gone) } : {};
}
