import { citedSources, type CallOptions, type DatasetPart, type Filter } from '../model';
import { AmbiguousNameError, resolveEntity, type GraphStore } from '../store';
import { markedPart } from './markedRecords';
import { idFrom, idText, quoted } from './quotation';

/** What a picture is to show: the routes between two entities, or some entities and what ties them. By id. */
export type PictureRequest =
  | { readonly from: string; readonly to: string; readonly routes: number }
  | { readonly only: readonly string[] };

export interface DrawnPicture {
  readonly png: Uint8Array;
  readonly title: string;
  readonly entities: number;
  readonly relationships: number;
  readonly sources: number;
}

/** What tools are asked about: a store, and who draws from it. */
export interface McpDataset {
  readonly store: GraphStore;
  /** Undefined where there is no route to draw. */
  draw(request: PictureRequest): Promise<DrawnPicture | undefined>;
}

/** What a tool cannot answer, in a sentence for whoever asked. Texts of the dataset in it are marked. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** The id of the entity that an argument means. Throws RefusedError with the candidates, and UnknownEntityError. */
export async function partyIn({ store }: McpDataset, text: string, options: CallOptions): Promise<string> {
  try {
    return (await resolveEntity(store, idFrom(text), options)).id;
  } catch (error) {
    if (!(error instanceof AmbiguousNameError)) throw error;
    const candidates = error.candidates.map(({ id, name }) => `${idText(id)} (${quoted(name, 200)})`).join('; ');
    const several = error.candidates[0]?.score === 1;
    throw new RefusedError(
      `${several ? 'Several are called so' : 'Nothing is called exactly so; these come nearest'}. Give the id of the one that is meant: `
      + `${candidates}.`,
    );
  }
}

export function partiesIn(dataset: McpDataset, texts: readonly string[], options: CallOptions): Promise<string[]> {
  return Promise.all(texts.map((text) => partyIn(dataset, text, options)));
}

/** All relationships between some entities, denied ones too, marked. */
export async function partAmong({ store }: McpDataset, ids: Iterable<string>, options: CallOptions): Promise<DatasetPart> {
  return markedPart(await store.part({ ids: [...new Set(ids)] }, options));
}

/** Some records and the sources that they cite, marked. */
export async function partOf(
  { store }: McpDataset, ids: { entities: Iterable<string>; relationships: Iterable<string> }, options: CallOptions,
): Promise<DatasetPart> {
  const [entities, relationships] = await Promise.all([
    store.entities({ ids: [...new Set(ids.entities)] }, options), store.relationships({ ids: [...new Set(ids.relationships)] }, options),
  ]);
  const sources = await store.sources({ ids: [...citedSources([...entities, ...relationships])] }, options);
  return markedPart({ entities, relationships, sources });
}

/** Who answers for the sources that a filter names, marked, by their ids. */
export async function publishersIn({ store }: McpDataset, filter: Filter, options: CallOptions): Promise<(source: string) => string> {
  const sources = await store.sources({ ids: [...(filter.sources ?? []), ...(filter.withoutSources ?? [])] }, options);
  const publishers = new Map(sources.map((s) => [s.id, quoted(s.publisher)]));
  return (id) => publishers.get(id) ?? quoted(id);
}
