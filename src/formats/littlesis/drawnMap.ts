import { asList, asObject, asText, type Json, jsonRecords } from '../records';

/** A part of a map with the key that it stands under and its place. */
export interface Part {
  readonly key: string;
  readonly json: Json;
  readonly at: string;
}

/** A map of Oligrapher, whatever its version: its parts flat, without the `display` that older versions wrap their looks in. */
export interface DrawnMap {
  readonly nodes: readonly Part[];
  readonly edges: readonly Part[];
  readonly captions: readonly Part[];
  readonly annotations: readonly Part[];
  readonly id?: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: string;
  readonly date?: string;
  /** Parts that are no objects, by their places. */
  readonly strange: readonly string[];
}

/**
 * The map that an object is: `{graph, annotations}` (version 2, and the state of version 3), `{nodes, edges, captions}`
 * itself, or a record of the server with `graph_data` and `annotations_data`, as objects or as JSON texts. Undefined where
 * it is none.
 */
export function mapIn(json: Json, at: string): DrawnMap | undefined {
  const wrapped = asObject(unpacked(json.graph)) ?? asObject(unpacked(json.graph_data));
  const graph = wrapped ?? json;
  if (!isParts(graph.nodes) || (graph.nodes === json.nodes && !isParts(json.edges))) return undefined;
  const attributes = { ...json, ...asObject(json.attributes) };
  const path = wrapped ? `${at}.${json.graph === undefined ? 'graph_data' : 'graph'}` : at;
  const strange: string[] = [];
  const parts = (value: unknown, where: string) => partsOf(value, where, strange);
  const told = (...fields: (string | undefined)[]) => fields.find((one) => one !== undefined);
  const annotations = unpacked(json.annotations_data) ?? asObject(json.annotations)?.list ?? json.annotations ?? graph.annotations;
  const id = told(asText(attributes.id), asText(graph.id));
  const title = told(asText(attributes.title), asText(graph.title));
  const subtitle = told(asText(attributes.subtitle), asText(attributes.description));
  const author = told(asText(asObject(attributes.user)?.name), asText(asObject(attributes.owner)?.name));
  const date = told(asText(attributes.date), asText(attributes.updated_at), asText(attributes.created_at));
  return {
    nodes: parts(graph.nodes, `${path}.nodes`),
    edges: parts(graph.edges, `${path}.edges`),
    captions: parts(graph.captions ?? json.captions, `${path}.captions`),
    annotations: parts(annotations, `${at}.annotations`),
    strange,
    ...(id ? { id } : {}),
    ...(title ? { title } : {}),
    ...(subtitle ? { subtitle } : {}),
    ...(author ? { author } : {}),
    ...(date ? { date } : {}),
  };
}

function isParts(value: unknown): boolean {
  return asObject(value) !== undefined || Array.isArray(value);
}

/** A value that the server keeps as JSON text. Nothing that is read as one record here may nest deeper than any record. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (!/^\s*[{[]/.test(value)) return undefined;
  return value.trimStart().startsWith('[') ? [...jsonRecords(value)].map((record) => record.value) : jsonRecords(value).next().value?.value;
}

function partsOf(value: unknown, path: string, strange: string[]): Part[] {
  const entries: [string, unknown][] = Array.isArray(value)
    ? asList(value).map((one, i) => [String(i), one])
    : Object.entries(asObject(value) ?? {});
  return entries.flatMap(([key, one]) => {
    const json = asObject(one);
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    if (json) return [{ key, json: { ...without(json, 'display'), ...asObject(json.display) }, at }];
    strange.push(at);
    return [];
  });
}

function without({ ...json }: Record<string, unknown>, field: string): Json {
  delete json[field];
  return json;
}
