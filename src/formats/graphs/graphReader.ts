import { entityTypeIds, relationshipType, type EntityType, type Position, type Relationship, type Source } from '../../model';
import type { Reading } from '../format';
import { type DatasetBuilder, fileAsSource, fileLayout, type Head, idOf, PUBLISHER_NOT_STATED, settleShares } from '../builder';
import type { GraphEdge, GraphNode } from './graphRecord';
import { readGraphEdge } from './readGraphEdge';
import { readGraphNode } from './readGraphNode';

/**
 * Reads nodes and edges of a general graph file into a dataset: every edge is a relationship with a claim whose source is
 * the file, positions become a view to open with, and each kind of guess is told once.
 */
export class GraphReader {
  readonly #positions = new Map<string, Position>();
  readonly #plainlyShared = new Set<string>();
  #guessedTypes = 0;
  #guessedTies = 0;
  #about: Partial<Source> = {};

  constructor(readonly builder: DatasetBuilder) {}

  /** What is known of the file as a source; before the first edge. */
  about(told: Partial<Pick<Source, 'title' | 'author' | 'published'>>): void {
    this.#about = { ...this.#about, ...told };
  }

  /** Adds a node; gives the id of its entity. */
  node(node: GraphNode): string {
    this.builder.rows += 1;
    const entity = readGraphNode(node, this.builder);
    if (entity.properties?.typeGuessedFrom !== undefined) this.#guessedTypes += 1;
    return this.builder.addEntity(entity, node.at);
  }

  edge(edge: GraphEdge): void {
    this.builder.rows += 1;
    const relationship = readGraphEdge(edge, () => ({ source: this.#source(), stance: 'asserts' }), this.builder);
    if (relationship.properties?.typeGuessedFrom !== undefined) this.#guessedTies += 1;
    if (relationship.share !== undefined && !edge.fields.has('shareMin')) this.#plainlyShared.add(relationship.id);
    this.builder.addRelationship(relationship, edge.at);
  }

  /** Where an entity is drawn: the centre of its box, y downwards. */
  place(id: string, position: Position): void {
    this.#positions.set(idOf(id), position);
  }

  reading(head: Head = {}): Reading {
    this.#settleTypes();
    if (this.#plainlyShared.size > 0) settleShares(this.builder);
    this.#tellGuesses();
    if (new Set([...this.#positions.values()].map(({ x, y }) => `${x} ${y}`)).size > 1)
      this.builder.perspectives.push(fileLayout(this.#positions));
    return this.builder.reading(head);
  }

  #source(): string {
    return fileAsSource(this.builder, { publisher: PUBLISHER_NOT_STATED, ...this.#about });
  }

  /**
   * An entity of unknown type that stands where the catalogue has no organization is what the catalogue has there: a relative is a person.
   * Where its ties disagree, nothing is guessed.
   */
  #settleTypes(): void {
    const { entities, relationships } = this.builder;
    const expected = new Map<string, ReadonlySet<EntityType>>();
    for (const r of relationships) {
      for (const end of ['from', 'to'] as const) {
        const types = expectedAt(r, end);
        if (types) expected.set(r[end], new Set(types.filter((type) => expected.get(r[end])?.has(type) ?? true)));
      }
    }
    if (expected.size === 0) return;
    entities.forEach((entity, i) => {
      const types = expected.get(entity.id);
      const type = types && entity.properties?.typeUnknown === true ? entityTypeIds.find((id) => types.has(id)) : undefined;
      if (type === undefined) return;
      const { typeUnknown: _, ...properties } = entity.properties!;
      this.#guessedTypes += 1;
      entities[i] = { ...entity, type, properties: { ...properties, typeGuessedFrom: 'its relationships' } };
    });
  }

  #tellGuesses(): void {
    const { builder } = this;
    const unknown = builder.entities.filter((e) => e.properties?.typeUnknown === true).length;
    if (unknown > 0)
      builder.warn(
        'type-unknown',
        '(file)',
        `Of ${unknown} entities the file does not say in a known word what they are; they stand as organizations, `
        + `marked with the property “typeUnknown”.`,
        'Give nodes an attribute “type”: person, company, place …',
        String(unknown),
      );
    this.#tellGuessed('type-guessed', this.#guessedTypes, 'entities', 'Check them.');
    this.#tellGuessed('verb-guessed', this.#guessedTies, 'relationships', 'Check them, and which way they run.');
  }

  #tellGuessed(code: string, count: number, what: string, hint: string): void {
    if (count === 0) return;
    const message = `The types of ${count} ${what} were guessed from words; the property “typeGuessedFrom” says where.`;
    this.builder.warn(code, '(file)', message, hint, String(count));
  }
}

function expectedAt(r: Relationship, end: 'from' | 'to'): readonly EntityType[] | undefined {
  const ends = relationshipType(r.type)[end];
  return ends === 'any' || ends.includes('organization') ? undefined : ends;
}
