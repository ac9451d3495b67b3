import type { z } from 'zod';
import { entityTypeIds, entityTypes, type CallOptions, type EntityType } from '../model';
import { API_VERSION } from '../registers';
import type { GraphStore } from '../store';
import { extend } from './extend';
import { ALL_PROPERTIES } from './properties';
import { extensionQuery, queryBatch } from './protocol';
import { previewText } from './previewText';
import { reconcile } from './reconcile';

/** A request to the service; `path` begins below its own ("" or "/suggest/entity"), parameters are of the address and of a form. */
interface ServiceRequest {
  /** Where the client reached the service, without a slash at the end: what it says of itself are addresses below this. */
  readonly address: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
}

/** What the service answers: JSON, or plain text for a person. */
export type ServiceAnswer =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly text: string };

export type ReconciliationService = (request: ServiceRequest, options?: CallOptions) => Promise<ServiceAnswer>;

/** What the service is of: the id and title of a dataset. */
interface ServiceIdentity {
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

/** How many suggestions are given at a time. */
const SUGGESTIONS = 20;

/**
 * A store as a service of the Reconciliation Service API 0.2: manifest, queries, suggestions, preview and data extension. It has no state
 * and no JSONP, which any page could read. Rejects only where the store itself fails.
 */
export function reconciliationService(store: GraphStore, identity: ServiceIdentity): ReconciliationService {
  return async ({ method, address, path, parameters }, options = {}) => {
    if (method !== 'GET' && method !== 'POST') return refused(405, 'Ask with GET or POST.');
    if (path === '' || path === '/') return atRoot(store, manifestOf(identity, address), parameters, options);
    if (method !== 'GET') return refused(405, 'Ask this with GET.');
    const prefix = parameters.get('prefix') ?? '';
    const from = Math.max(0, Math.min(1000, Number(parameters.get('cursor') ?? 0) || 0));
    switch (path) {
      case '/suggest/entity':
        return { status: 200, json: { result: await suggestedEntities(store, prefix, from, options) } };
      case '/suggest/type':
        return { status: 200, json: { result: fitting(TYPES, prefix, from) } };
      case '/suggest/property':
        return { status: 200, json: { result: fitting(ALL_PROPERTIES, prefix, from) } };
      case '/properties':
        return { status: 200, json: proposed(parameters) };
      case '/preview':
        return preview(store, parameters.get('id') ?? '', options);
      default:
        return refused(404, 'There is nothing at this path. The manifest says what there is.');
    }
  };
}

async function atRoot(
  store: GraphStore, manifest: object, parameters: URLSearchParams, options: CallOptions,
): Promise<ServiceAnswer> {
  const [queries, extension] = [parameters.get('queries'), parameters.get('extend')];
  if (queries !== null) {
    const batch = parsed(queryBatch, queries);
    return 'error' in batch ? refused(400, batch.error) : { status: 200, json: await reconcile(store, batch.value, options) };
  }
  if (extension !== null) {
    const asked = parsed(extensionQuery, extension);
    return 'error' in asked ? refused(400, asked.error) : { status: 200, json: await extend(store, asked.value, options) };
  }
  return { status: 200, json: manifest };
}

function parsed<T>(shape: z.ZodType<T>, text: string): { value: T } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { error: `The question is not JSON: ${(error as Error).message}` };
  }
  const { data, error } = shape.safeParse(value);
  if (!error) return { value: data };
  return { error: error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'question'}: ${message}.`).join(' ') };
}

const TYPES = entityTypeIds.map((id) => ({ id, name: entityTypes[id].label, description: `All ${entityTypes[id].plural}.` }));
/** What tables are most often of. */
const DEFAULT_TYPES: readonly EntityType[] = ['company', 'person', 'organization', 'publicBody', 'jointVenture'];

function manifestOf({ id, title, version }: ServiceIdentity, address: string) {
  const suggest = (what: string) => ({ service_url: address, service_path: `/suggest/${what}` });
  return {
    versions: [API_VERSION],
    name: title,
    identifierSpace: `urn:throughline:dataset:${encodeURIComponent(id)}`,
    schemaSpace: 'urn:throughline:catalogue',
    serviceVersion: version,
    view: { url: `${address}/preview?id={{id}}` },
    preview: { url: `${address}/preview?id={{id}}`, width: 420, height: 240 },
    defaultTypes: DEFAULT_TYPES.map((type) => ({ id: type, name: entityTypes[type].label })),
    suggest: { entity: suggest('entity'), property: suggest('property'), type: suggest('type') },
    extend: {
      propose_properties: { service_url: address, service_path: '/properties' },
      property_settings: [
        {
          name: 'limit', label: 'How many', type: 'number', default: 0,
          help_text: 'How many values of one row at most; 0 for all.',
        },
        {
          name: 'status', label: 'Which ties', type: 'select', default: 'asserted',
          help_text: 'A tie that is no more than alleged, disputed or denied is given as a text that says so, and never as an entity.',
          choices: [
            { value: 'asserted', name: 'confirmed and reported' },
            { value: 'all', name: 'alleged, disputed and denied too, in words' },
          ],
        },
      ],
    },
  };
}

function fitting<T extends { readonly id: string; readonly name: string }>(all: readonly T[], prefix: string, from: number): T[] {
  const wanted = prefix.toLowerCase();
  const begins = (text: string) => [text.toLowerCase(), ...text.toLowerCase().split(/[\s-]/)].some((word) => word.startsWith(wanted));
  return all.filter(({ id, name }) => begins(id) || begins(name)).slice(from, from + SUGGESTIONS);
}

async function suggestedEntities(store: GraphStore, prefix: string, from: number, options: CallOptions) {
  if (prefix.trim() === '') return [];
  const hits = await store.search({ text: prefix.slice(0, 500), limit: from + SUGGESTIONS }, options);
  return hits.slice(from).map(({ id, name, type, matched, jurisdiction }) => ({
    id, name,
    description: [entityTypes[type].label, jurisdiction, matched === name ? undefined : `“${matched}”`].filter(Boolean).join(', '),
    notable: [{ id: type, name: entityTypes[type].label }],
  }));
}

function proposed(parameters: URLSearchParams) {
  const [type, limit] = [parameters.get('type'), Number(parameters.get('limit') ?? 0)];
  const most = Number.isFinite(limit) && limit > 0 ? Math.floor(limit) : ALL_PROPERTIES.length;
  return { ...(type === null ? {} : { type }), limit: most, properties: ALL_PROPERTIES.slice(0, most) };
}

async function preview(store: GraphStore, id: string, options: CallOptions): Promise<ServiceAnswer> {
  const text = await previewText(store, id, options);
  return text === undefined ? refused(404, 'There is no such entity.') : { status: 200, text };
}

function refused(status: number, error: string): ServiceAnswer {
  return { status, json: { error } };
}
