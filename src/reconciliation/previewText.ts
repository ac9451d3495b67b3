import { datesText, entityTypes, type CallOptions } from '../model';
import { plainText, sentencesOf } from '../wording';
import type { GraphStore } from '../store';

/** How many ties a preview tells. */
const MOST_TIES = 8;

/** An entity in a few lines of plain text: who it is, and its strongest ties as sentences with their status. */
export async function previewText(store: GraphStore, id: string, options: CallOptions): Promise<string | undefined> {
  const [entity] = await store.entities({ ids: [id] }, options);
  if (!entity) return undefined;
  const part = await store.neighbours({ entity: id, limit: MOST_TIES }, options);
  const sentences = sentencesOf(part);
  const ties = part.relationships.slice(0, MOST_TIES);
  return [
    entity.name,
    [entityTypes[entity.type].label, entity.jurisdiction, datesText(entity)].filter(Boolean).join(' · '),
    ...(entity.aliases?.length ? [`Also: ${entity.aliases.slice(0, MOST_TIES).join(', ')}`] : []),
    ...(entity.identifiers?.length ? [entity.identifiers.slice(0, MOST_TIES).map((i) => `${i.scheme} ${i.value}`).join(', ')] : []),
    ...(entity.summary ? ['', entity.summary] : []),
    ...(ties.length > 0 ? ['', ...ties.map((r) => `${plainText(sentences.relationship(r.id))} [${sentences.statusOf(r.id)}]`)] : []),
    '', `id: ${id}`,
  ].join('\n');
}
