import type { Dataset, Entity, Relationship, Source } from '../model';
import type { EntityIndex, RelationshipIndex, SourceIndex } from './integers';
import { datasetHead, greatestShare, type DatasetHead, type RecordTable } from './recordTable';

/** The records of a dataset that is at hand as objects. Its tables of ids are built when they are first needed. */
export class DatasetTable implements RecordTable {
  readonly head: DatasetHead;
  #relationshipById: Map<string, number> | undefined;
  readonly #sourceById: Map<string, number>;

  constructor(readonly data: Dataset) {
    this.head = datasetHead(data);
    this.#sourceById = integersOf(data.sources);
  }

  get entityCount(): number {
    return this.data.entities.length;
  }

  get relationshipCount(): number {
    return this.data.relationships.length;
  }

  get sourceCount(): number {
    return this.data.sources.length;
  }

  get entityClaims(): number {
    return this.data.entities.reduce((sum, { claims }) => sum + (claims?.length ?? 0), 0);
  }

  async entities(integers: readonly EntityIndex[]): Promise<Entity[]> {
    return integers.map((i) => this.data.entities[i]!);
  }

  async relationships(integers: readonly RelationshipIndex[]): Promise<Relationship[]> {
    return integers.map((i) => this.data.relationships[i]!);
  }

  async sources(integers: readonly SourceIndex[]): Promise<Source[]> {
    return integers.map((i) => this.data.sources[i]!);
  }

  relationshipIndexOf(id: string): RelationshipIndex {
    this.#relationshipById ??= integersOf(this.data.relationships);
    return this.#relationshipById.get(id) ?? -1;
  }

  sourceIndexOf(id: string): SourceIndex {
    return this.#sourceById.get(id) ?? -1;
  }

  greatestShareAt(relationship: RelationshipIndex): number {
    return greatestShare(this.data.relationships[relationship]!);
  }
}

function integersOf(records: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(records.map(({ id }, i) => [id, i]));
}
