import { citedSources, type Dataset, type DatasetPart, type Relationship, type Source } from '../../model';
import type { GraphIndex } from '../../graph';

/** The records behind the integers of an index: lookups by id, and parts of the dataset that are whole in themselves. */
export class Records {
  private relationshipById: Map<string, Relationship> | undefined;
  private readonly sourceAt: Map<string, number>;

  constructor(
    readonly data: Dataset,
    private readonly index: GraphIndex,
  ) {
    this.sourceAt = new Map(data.sources.map((s, i) => [s.id, i]));
  }

  /** In the order asked for; ids that are not there are left out. The table is built when it is first needed. */
  relationships(ids: readonly string[]): Relationship[] {
    this.relationshipById ??= new Map(this.data.relationships.map((r) => [r.id, r]));
    return present(ids.map((id) => this.relationshipById!.get(id)));
  }

  sources(ids: readonly string[]): Source[] {
    return present(ids.map((id) => this.data.sources[this.sourceAt.get(id) ?? -1]));
  }

  /** These entities in the order given, these relationships and the sources that either cite, both in the order of the dataset. */
  part(entities: readonly number[], relationships: Iterable<number>): DatasetPart {
    const part = {
      entities: entities.map((e) => this.data.entities[e]!),
      relationships: ascending(relationships).map((r) => this.data.relationships[r]!),
    };
    const cited = citedSources([...part.entities, ...part.relationships]);
    const sources = ascending(present([...cited].map((id) => this.sourceAt.get(id)))).map((i) => this.data.sources[i]!);
    return { ...part, sources };
  }

  /** The relationships between two of these entities. Cost O(their degrees). */
  between(entities: ReadonlySet<number>): number[] {
    const { starts, neighbours, ties } = this.index.adjacency;
    const found: number[] = [];
    for (const entity of entities) {
      for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
        // The odd slot is the one at its `from`, so that each is found once.
        if ((ties[slot]! & 1) === 1 && entities.has(neighbours[slot]!)) found.push(ties[slot]! >>> 1);
      }
    }
    return found;
  }
}

export function ascending(integers: Iterable<number>): number[] {
  return [...integers].sort((a, b) => a - b);
}

function present<T>(records: readonly (T | undefined)[]): T[] {
  return records.filter((r) => r !== undefined);
}
