import type { PerspectiveChart, Position } from '../../model';
import type { Reading, ReadOptions } from '../format';
import { addViews, DatasetBuilder, flattened, positionOf } from '../builder';
import { asList, asObject, asText, type Json } from '../records';
import { decodeLeniently } from '../text';
import { type GraphEdge, GraphReader } from '../graphs';
import { type Fields, relationshipTypeOfWord } from '../words';
import { kumuMeaning, kumuValues, type KumuSheet } from './columns';
import { readProject, type Project, type ProjectRecord } from './project';

/** What stands beside the attributes of an element or connection; with a blueprint, everything else is one. */
const FRAME: ReadonlySet<string> = new Set(['_id', 'id', 'attributes', 'from', 'to', 'direction', 'reversed', 'delayed']);

/** Reads a project of Kumu, or a blueprint, in which elements and connections are plain and connections name elements by label. */
export async function readKumu(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('kumu', options);
  const { text, issue } = decodeLeniently(bytes);
  if (issue) builder.add(issue);
  const reader = new ProjectReader(await readProject(text, builder), builder);
  const reading = await reader.read();
  options.onProgress?.(1);
  return reading;
}

/** Elements and connections on their way into the dataset, maps on theirs into views. */
class ProjectReader {
  readonly #graph: GraphReader;
  readonly #byId = new Map<string, string>();
  /** Blueprints name elements by label; where two have one, the first is meant. */
  readonly #byLabel = new Map<string, string>();

  constructor(
    readonly project: Project,
    readonly builder: DatasetBuilder,
  ) {
    this.#graph = new GraphReader(builder);
  }

  async read(): Promise<Reading> {
    const { head, elements, connections, loops, perspectives, attributes } = this.project;
    const [title, summary] = [asText(head.name), asText(head.description)];
    if (title) this.#graph.about({ title });
    for (const [i, record] of elements.entries()) {
      this.#element(record);
      await this.builder.nextTurn(0.6 + (i / elements.length) * 0.2);
    }
    for (const [i, record] of connections.entries()) {
      this.#connection(record);
      await this.builder.nextTurn(0.8 + (i / connections.length) * 0.2);
    }
    this.#views();
    if (loops.length > 0) this.builder.miss('loops', loops.length);
    if (perspectives.length > 0) this.builder.miss('styles of perspectives', perspectives.length);
    const secret = attributes.flatMap(({ json }) => (json.private === true ? (asText(json.name) ?? []) : []));
    if (secret.length > 0)
      this.builder.warn(
        'private-fields',
        'attributes',
        `Kumu keeps ${secret.length} fields of this project private: ${secret.join(', ').slice(0, 200)}. They were read like the others.`,
        'Take them out before you pass the data on.',
        String(secret.length),
      );
    return this.#graph.reading({ ...(title ? { title } : {}), ...(summary ? { summary } : {}) });
  }

  #element({ json, at }: ProjectRecord): void {
    const { fields, known } = this.#fieldsOf(json, 'elements', at);
    const own = asText(json._id) ?? asText(json.id);
    const label = known.get('name');
    if (label === undefined && own === undefined) {
      this.builder.warn('no-name', at, 'This element has neither label nor id; it was not read.', 'Give it a label.', JSON.stringify(json));
      return;
    }
    if (known.has('summary')) fields.set('summary', known.get('summary')!);
    if (known.has('type')) fields.set('element type', known.get('type')!);
    const id = this.#graph.node({ id: own ?? label!, label, fields, at });
    if (own !== undefined && !this.#byId.has(own)) this.#byId.set(own, id);
    if (label !== undefined && !this.#byLabel.has(label)) this.#byLabel.set(label, id);
  }

  #connection({ json, at }: ProjectRecord): void {
    const [from, to] = [asText(json.from), asText(json.to)];
    if (from === undefined || to === undefined) {
      this.builder.warn(
        'missing-end', at, 'This connection names only one end, or none; it was not read.', 'Give it from and to.', from ?? to,
      );
      this.builder.miss('connections without an end');
      return;
    }
    const { fields, known } = this.#fieldsOf(json, 'connections', at);
    const type = known.get('relationshipType');
    const label = known.get('label');
    const telling = type !== undefined && relationshipTypeOfWord(type) !== undefined;
    if (type !== undefined) fields.set('type', type);
    if (telling && label !== undefined) fields.set('label', label);
    if (json.delayed === true) fields.set('delayed', true);
    if (json.reversed === true) {
      fields.set('reversed', true);
      this.builder.warn(
        'reversed', at, 'Kumu marks this connection as reversed; its ends were left as they stand.', 'Check which way it runs.',
      );
    }
    this.#graph.edge({
      id: asText(json._id) ?? asText(json.id), source: this.#entity(from) ?? from, target: this.#entity(to) ?? to,
      label: telling ? undefined : label, direction: this.#direction(json.direction ?? known.get('directed'), at), fields, at,
    });
  }

  #entity(named: string): string | undefined {
    return this.#byId.get(named) ?? this.#byLabel.get(named);
  }

  #direction(value: unknown, at: string): GraphEdge['direction'] {
    const text = asText(value)?.toLowerCase();
    if (text === 'undirected' || text === 'mutual' || text === 'directed' || text === undefined) return text ?? 'directed';
    this.builder.warn(
      'unknown-direction', at, 'Kumu knows the directions directed, undirected and mutual; this connection was read as directed.',
      'Write one of them.', text,
    );
    return 'directed';
  }

  /** The attributes of a record: those that Kumu knows itself by what they mean, the others as fields. */
  #fieldsOf(json: Json, sheet: KumuSheet, at: string): { fields: Fields; known: Map<string, string> } {
    const fields: Fields = new Map();
    const known = new Map<string, string>();
    const plain = Object.entries(json).filter(([name]) => !FRAME.has(name));
    for (const [name, value] of [...Object.entries(asObject(json.attributes) ?? {}), ...plain]) {
      const meaning = kumuMeaning(sheet, name);
      const text = asText(value);
      if (name === '__proto__')
        this.builder.warn('forbidden-field', at, 'A field called "__proto__" was left out.', 'Give it another name.');
      else if (
        ['name', 'type', 'summary', 'relationshipType', 'label', 'directed'].includes(meaning)
        && text !== undefined
        && !known.has(meaning)
      )
        known.set(meaning, text);
      else
        for (const [flat, inner] of flattened(name, name.toLowerCase() === 'tags' && text !== undefined ? kumuValues(text) : value))
          fields.set(flat, inner);
    }
    return { fields, known };
  }

  /** Each map is a view, the one that the project opens with first. */
  #views(): void {
    const first = asText(this.project.head.defaultMap);
    const maps = [...this.project.maps].sort((a, b) => Number(asText(b.json._id) === first) - Number(asText(a.json._id) === first));
    addViews(this.builder, 'maps', maps.map((map, i) => () => this.#viewOf(map, i)));
  }

  #viewOf({ json }: ProjectRecord, index: number): PerspectiveChart {
    const positions = new Map<string, Position>();
    for (const one of asList(json.elements)) {
      const drawn = asObject(one);
      const id = this.#entity(asText(drawn?.element) ?? '');
      const position = positionOf(asObject(drawn?.position)?.x, asObject(drawn?.position)?.y);
      if (id !== undefined && position) positions.set(id, position);
    }
    const curved = asList(json.connections).filter((one) => asObject(one)?.curvature !== undefined).length;
    if (curved > 0) this.builder.miss('curves of connections', curved);
    const title = asText(json.name) ?? (index === 0 ? 'As in the file' : `Map ${index + 1}`);
    return {
      id: asText(json._id) ?? `map-${index + 1}`, title, summary: asText(json.description) ?? `The map “${title}”, as Kumu lays it out.`,
      positions: Object.fromEntries(positions),
    };
  }
}
