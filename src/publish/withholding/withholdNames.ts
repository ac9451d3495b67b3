import type { Claim, Entity, Properties, Relationship, Snapshot, Source } from '../../model';
import { nameMask } from './nameMask';

/** A snapshot without the names of others, and in how many texts there were some. */
interface Withholding {
  readonly snapshot: Snapshot;
  readonly places: number;
}

/**
 * Takes the names of entities that are not in a snapshot out of all its texts: what claims say, titles of sources,
 * roles, summaries, properties, and ids and addresses that are made of names. Records stay, and so do the publishers of
 * sources: who says something is part of the evidence, and what a tie is worth follows from it.
 */
export function withholdNames(snapshot: Snapshot, everybody: readonly Entity[]): Withholding {
  const shown = new Set(snapshot.dataset.entities.map((entity) => entity.id));
  const mask = nameMask(everybody.filter((entity) => !shown.has(entity.id)), snapshot.dataset.entities);
  let places = 0;
  const masked = (text: string) => {
    const without = mask(text);
    if (without !== text) places += 1;
    return without;
  };
  const names = (text: string) => masked(text) !== text;
  const { dataset, origin, chart: { groups, arrows, ...chart }, ...rest } = snapshot;
  const head = { id: names(dataset.id) ? 'withheld' : dataset.id, title: masked(dataset.title) };
  const sourceIds = new Map(dataset.sources.map(({ id }, i) => [id, names(id) ? `withheld-source-${i + 1}` : id]));
  const tieIds = new Map(dataset.relationships.map(({ id }, i) => [id, names(id) ? `withheld-relationship-${i + 1}` : id]));
  const words = wordsMasked(masked, { sources: sourceIds, records: new Map([...[...shown].map((id) => [id, id] as const), ...tieIds]) });
  return {
    snapshot: {
      ...rest, chart: {
        ...chart, ...(groups ? { groups: groups.map((group) => ({ ...group, name: masked(group.name) })) } : {}),
        ...(arrows ? { arrows: arrows.map((a) => (a.text === undefined ? a : { ...a, text: masked(a.text) })) } : {}),
      },
      origin: { ...origin, id: head.id, title: masked(origin.title) },
      dataset: {
        ...dataset,
        ...head,
        ...(dataset.summary === undefined ? {} : { summary: masked(dataset.summary) }),
        entities: dataset.entities.map(words.entity),
        relationships: dataset.relationships.map((one) => ({ ...words.relationship(one), id: tieIds.get(one.id)! })),
        sources: dataset.sources.map(({ url, archived, file, derivedFrom, ...one }) => ({
          ...words.source(one), id: sourceIds.get(one.id)!, ...(url === undefined || names(url) ? {} : { url }),
          ...(archived === undefined || names(archived) ? {} : { archived }), ...(file === undefined || names(file.name) ? {} : { file }),
          ...(derivedFrom ? { derivedFrom: derivedFrom.map((id) => sourceIds.get(id) ?? id) } : {}),
        })),
      },
    },
    places,
  };
}

/** By which id each record goes that is there. */
interface Ids {
  readonly sources: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, string>;
}

function wordsMasked(masked: (text: string) => string, ids: Ids) {
  const fields = <T extends object>(record: T, keys: readonly (keyof T)[]): T => {
    const found = keys.filter((key) => typeof record[key] === 'string').map((key) => [key, masked(record[key] as string)] as const);
    return { ...record, ...Object.fromEntries(found) };
  };
  const claims = (all: readonly Claim[]): Claim[] =>
    all.map(({ restsOn, ...claim }) => ({
      ...fields(claim, ['statement', 'quote', 'locator']), source: ids.sources.get(claim.source) ?? claim.source,
      ...groundsIn(restsOn, ids),
    }));
  const value = (v: Properties[string]): Properties[string] =>
    typeof v === 'string' ? masked(v) : Array.isArray(v) ? v.map((one) => (typeof one === 'string' ? masked(one) : one)) : v;
  const properties = ({ properties: all }: { properties?: Properties | undefined }) =>
    all ? { properties: Object.fromEntries(Object.entries(all).map(([key, v]) => [key, value(v)])) } : {};
  return {
    entity: (one: Entity): Entity => ({
      ...fields(one, ['summary']), ...(one.claims ? { claims: claims(one.claims) } : {}), ...properties(one),
    }),
    relationship: (one: Relationship): Relationship => ({
      ...fields(one, ['role', 'label']), claims: claims(one.claims), ...properties(one),
    }),
    source: <T extends Omit<Source, 'url' | 'archived' | 'file'>>(one: T): T => fields(one, ['title', 'author']),
  };
}

/** Of what a reading rests on, what is there. */
function groundsIn(grounds: Claim['restsOn'], { sources, records }: Ids): Pick<Claim, 'restsOn'> {
  const there = (grounds ?? []).filter(({ record, source }) => records.has(record) && sources.has(source));
  return there.length > 0
    ? { restsOn: there.map(({ record, source }) => ({ record: records.get(record)!, source: sources.get(source)! })) }
    : {};
}
