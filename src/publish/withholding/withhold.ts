import {
  entityTypes, groundedPart, withOrigins, type Claim, type Dataset, type DatasetPart, type Entity, type Note, type Properties,
  type Relationship, type Source,
} from '../../model';
import { spellingFinder, spellingsOfEntity, spellingsOfSource, spellingsOfTie, type Finding, type Spelled } from './spellings';
import { spellingsOfField, withoutFields } from './withheldFields';

type WithheldKind = 'entity' | 'relationship' | 'source';

/** What is withheld: taken out, or under another name. A tie has no name and is always taken out. */
export interface Withheld {
  readonly kind: WithheldKind;
  readonly id: string;
  /** The name that it is published under, the same everywhere. */
  readonly as?: string | undefined;
  /** Only this field of it is taken out (`withholdableFields`). */
  readonly field?: string | undefined;
}

/** A text in which something withheld is named. It is not published as it is. */
export interface TellingText {
  /** Where it stands: `relationships/hop-1/claims/0/statement`. */
  readonly place: string;
  readonly text: string;
  /** Whose spelling was found, and which. */
  readonly found: Finding<Withheld>;
  /** What is published in its place; nothing where it is left out. */
  readonly instead?: string;
}

/** What a text is replaced by where its words were rewritten, by its place. */
export type Rewritten = ReadonlyMap<string, string>;

/** A dataset as it may be published, and how its records were called before. */
export interface WithheldDataset {
  readonly dataset: Dataset;
  /** The texts that were left out, replaced or rewritten, in the order of the dataset. */
  readonly telling: readonly TellingText[];
  /** By which id an entity, tie or source goes; undefined for what was taken out. */
  idOf(kind: WithheldKind, id: string): string | undefined;
  /** What a text beside the dataset is published as; undefined where it names something withheld and was not rewritten. */
  textOf(place: string, text: string): string | undefined;
}

/** The spellings of what is withheld, as the dataset has them. */
export function spellingsIn({ entities, relationships, sources }: DatasetPart, withheld: readonly Withheld[]): Spelled<Withheld>[] {
  const spelled = <R extends { id: string }>(kind: WithheldKind, records: readonly R[], spell: (record: R) => Omit<Spelled<Withheld>,
    'of'>) => {
    const byId = new Map(records.map((r) => [r.id, r]));
    return withheld.flatMap((of) => {
      const record = of.kind === kind ? byId.get(of.id) : undefined;
      return record ? [{ of, ...(of.field === undefined ? spell(record) : spellingsOfField(record as never, of.field)) }] : [];
    });
  };
  return [
    ...spelled('entity', entities, spellingsOfEntity), ...spelled('source', sources, spellingsOfSource),
    ...spelled('relationship', relationships, spellingsOfTie),
  ];
}

/**
 * A dataset without what is withheld. What is taken out goes with its ties, claims and notes; a tie that only a withheld source
 * spoke of goes as well. What has another name keeps its type, dates and ties. Every text in which a spelling is found is rewritten as
 * it is given, or left out; a field that must be there gets a neutral text. Ids that tell a name are replaced, and such records stand
 * last, so that their order tells nothing. `spelled` are the spellings of what is withheld, where that is not all in the dataset. Cost
 * O(spellings × words).
 */
export function withhold(
  dataset: Dataset, asked: readonly Withheld[], rewritten: Rewritten = new Map(),
  spelled: readonly Spelled<Withheld>[] = spellingsIn(dataset, asked),
): WithheldDataset {
  const find = spellingFinder(spelled);
  const withheld = asked.filter((one) => one.field === undefined);
  const kept = withoutTakenOut(withoutFields(dataset, asked), withheld);
  const renamed = withoutOriginNames(kept, withheld);
  const ids = neutralIds(kept, renamed, (text) => find(text) !== undefined);
  const texts = new PublishedTexts(find, rewritten);
  const by = new Map(renamed.map((w) => [`${w.kind}/${w.id}`, w.as]));
  const gone = new Set(withheld.filter((w) => w.as === undefined).map((w) => `${w.kind}/${w.id}`));
  const writing = writingOf(texts, ids, (kind, id) => by.get(`${kind}/${id}`));
  return {
    dataset: groundedPart({
      ...headOf(kept, texts),
      sources: inNeutralOrder(kept.sources, writing.source), entities: inNeutralOrder(kept.entities, writing.entity),
      relationships: inNeutralOrder(kept.relationships, writing.relationship),
      ...(kept.notes ? { notes: kept.notes.flatMap(writing.note) } : {}),
    }),
    telling: texts.telling,
    idOf: (kind, id) => (gone.has(`${kind}/${id}`) ? undefined : ids[kind].get(id)),
    textOf: (place, text) => texts.optional(place, text),
  };
}

/** The records that stay, with the claims that stay. */
function withoutTakenOut(dataset: Dataset, withheld: readonly Withheld[]): Dataset {
  const out = (kind: WithheldKind) => new Set(withheld.filter((w) => w.kind === kind && w.as === undefined).map((w) => w.id));
  const [entities, ties, sources] = [out('entity'), out('relationship'), out('source')];
  const among = (claims: readonly Claim[]) => claims.filter((c) => !sources.has(c.source));
  const relationships = dataset.relationships
    .filter((r) => !ties.has(r.id) && !entities.has(r.from) && !entities.has(r.to))
    .filter((r) => r.claims.length === 0 || among(r.claims).length > 0)
    .map((r) => ({ ...r, claims: among(r.claims) }));
  const left = dataset.entities.filter((e) => !entities.has(e.id)).map((e) => (e.claims ? { ...e, claims: among(e.claims) } : e));
  const there = { entity: new Set(left.map((e) => e.id)), relationship: new Set(relationships.map((r) => r.id)) };
  const cited = (records: readonly { claims?: readonly Claim[] | undefined }[]) =>
    new Set(records.flatMap((r) => (r.claims ?? []).map((c) => c.source)));
  const [before, after] = [cited([...dataset.entities, ...dataset.relationships]), cited([...left, ...relationships])];
  const sourceOf = new Map(dataset.sources.map((s) => [s.id, s]));
  const behind = withOrigins(after, (id) => sourceOf.get(id));
  const about = (id: string | undefined, known: ReadonlySet<string>) => id === undefined || known.has(id);
  return {
    ...dataset, relationships, entities: left,
    sources: dataset.sources.filter((s) => behind.has(s.id) || (!sources.has(s.id) && !before.has(s.id))),
    ...(dataset.notes
      ? { notes: dataset.notes.filter((n) => about(n.entity, there.entity) && about(n.relationship, there.relationship)) } : {}),
  };
}

/** What stands for an origin that is taken out: without it, its copies would count as independent of one another. */
const NAMELESS_ORIGIN = 'A source that is withheld';

function withoutOriginNames({ sources }: Dataset, withheld: readonly Withheld[]): Withheld[] {
  const kept = new Set(sources.map((s) => s.id));
  return withheld.map((w) => (w.kind === 'source' && w.as === undefined && kept.has(w.id) ? { ...w, as: NAMELESS_ORIGIN } : w));
}

type Ids = Readonly<Record<WithheldKind, ReadonlyMap<string, string>>>;

const NEUTRAL = /^withheld-(?:entity|relationship|source|note)-\d+$/;

/** Ids that tell nothing: of what has another name, of ties at it, and of all whose id holds a spelling. */
function neutralIds({ entities, relationships, sources }: Dataset, withheld: readonly Withheld[], tells: (text: string) => boolean): Ids {
  const named = new Set(withheld.filter((w) => w.as !== undefined).map((w) => `${w.kind}/${w.id}`));
  const all = <R extends { id: string }>(kind: WithheldKind, records: readonly R[], also: (record: R) => boolean = () => false) => {
    const taken = new Set(records.map((r) => r.id));
    let n = 0;
    const fresh = () => {
      do n += 1;
      while (taken.has(`withheld-${kind}-${n}`));
      return `withheld-${kind}-${n}`;
    };
    return new Map(records.map((r) => [r.id, named.has(`${kind}/${r.id}`) || also(r) || tells(r.id) ? fresh() : r.id]));
  };
  const atNamed = (r: Relationship) => named.has(`entity/${r.from}`) || named.has(`entity/${r.to}`);
  return { entity: all('entity', entities), relationship: all('relationship', relationships, atNamed), source: all('source', sources) };
}

function inNeutralOrder<R extends { id: string }>(records: readonly R[], write: (record: R) => R): R[] {
  const written = records.map(write);
  return [...written.filter((r) => !NEUTRAL.test(r.id)), ...written.filter((r) => NEUTRAL.test(r.id))];
}

/** What texts are published as, and which ones told something. */
class PublishedTexts {
  readonly telling: TellingText[] = [];
  private readonly seen = new Map<string, Finding<Withheld> | undefined>();

  constructor(private readonly finds: (text: string) => Finding<Withheld> | undefined, private readonly rewritten: Rewritten) {}

  find(text: string): Finding<Withheld> | undefined {
    if (!this.seen.has(text)) this.seen.set(text, this.finds(text));
    return this.seen.get(text);
  }

  /** The text, what it was rewritten to, or nothing. */
  optional(place: string, text: string): string | undefined {
    const found = this.find(text);
    if (!found) return text;
    const instead = this.rewritten.get(place)?.trim();
    const clean = instead !== undefined && instead !== '' && this.find(instead) === undefined ? instead : undefined;
    this.telling.push({ place, text, found, ...(clean === undefined ? {} : { instead: clean }) });
    return clean;
  }

  /** The same, with a neutral text in place of nothing. */
  required(place: string, text: string, neutral: string): string {
    const published = this.optional(place, text);
    if (published !== undefined) return published;
    this.telling.push({ ...this.telling.pop()!, instead: neutral });
    return neutral;
  }

  fields<T extends object>(place: string, record: T, keys: readonly (keyof T & string)[]): T {
    const next = { ...record };
    for (const key of keys) {
      const value = record[key];
      if (typeof value !== 'string') continue;
      const text = this.optional(`${place}/${key}`, value);
      if (text === undefined) delete next[key];
      else next[key] = text as (T & string)[typeof key];
    }
    return next;
  }

  list(place: string, texts: readonly string[]): string[] {
    return texts.flatMap((text, i) => this.optional(`${place}/${i}`, text) ?? []);
  }

  properties(place: string, all: Properties): Properties {
    const value = (at: string, v: Properties[string]): Properties[string] | undefined => {
      if (Array.isArray(v)) return v.flatMap((one, i) => value(`${at}/${i}`, one) as string ?? []);
      return typeof v === 'string' ? this.optional(at, v) : v;
    };
    return Object.fromEntries(
      Object.entries(all).flatMap(([key, v]) => {
        const text = this.find(key) ? undefined : value(`${place}/${key}`, v);
        return text === undefined ? [] : [[key, text]];
      }),
    );
  }
}

function headOf({ format, id, title, summary, licence }: Dataset, texts: PublishedTexts) {
  return {
    format, id: texts.find(id) ? 'withheld' : id, title: texts.required('title', title, 'A case'),
    ...texts.fields('', { summary, licence }, ['summary', 'licence']),
  };
}

function writingOf(texts: PublishedTexts, ids: Ids, nameOf: (kind: WithheldKind, id: string) => string | undefined) {
  const publishers = new Map<string, string>();
  const publisher = (place: string, name: string) => {
    const neutral = publishers.get(name) ?? `Publisher withheld ${publishers.size + 1}`;
    if (texts.find(name)) publishers.set(name, neutral);
    return texts.required(place, name, neutral);
  };
  const claims = (place: string, all: readonly Claim[]): Claim[] =>
    all.map(({ restsOn, checked, ...claim }, i) => ({
      ...texts.fields(`${place}/claims/${i}`, claim, ['statement', 'quote', 'locator']), source: ids.source.get(claim.source)!,
      ...groundsOf(restsOn, ids), ...checkedOf(`${place}/claims/${i}`, checked),
    }));
  const checkedOf = (place: string, checked: Claim['checked']): Pick<Claim, 'checked'> => {
    const by = checked && texts.optional(`${place}/checked/by`, checked.by);
    return by === undefined ? {} : { checked: { ...checked!, by } };
  };
  const properties = (place: string, { properties: all }: { properties?: Properties | undefined }) =>
    all ? { properties: texts.properties(`${place}/properties`, all) } : {};
  return {
    entity: (one: Entity): Entity => {
      const place = `entities/${one.id}`;
      const as = nameOf('entity', one.id);
      const { id, claims: said, ...rest } = one;
      const written = said ? { claims: claims(place, said) } : {};
      const head = { id: ids.entity.get(id)!, type: one.type };
      if (as !== undefined) return { ...head, name: as, ...datesAndPlace(one), ...written };
      const name = texts.required(`${place}/name`, one.name, `${entityTypes[one.type].label} (name withheld)`);
      return {
        ...texts.fields(place, rest, ['shortName', 'summary']), ...head, name, ...properties(place, one), ...written,
        ...(one.aliases ? { aliases: texts.list(`${place}/aliases`, one.aliases) } : {}),
        ...(one.identifiers ? { identifiers: one.identifiers.flatMap((identifier, n) => {
          const value = texts.optional(`${place}/identifiers/${n}`, identifier.value);
          const scheme = texts.optional(`${place}/identifiers/${n}/scheme`, identifier.scheme);
          return value && scheme ? [{ ...identifier, scheme, value }] : [];
        }) } : {}),
      };
    },
    relationship: (one: Relationship): Relationship => {
      const place = `relationships/${one.id}`;
      return {
        ...texts.fields(place, one, ['role', 'label']), id: ids.relationship.get(one.id)!, from: ids.entity.get(one.from)!,
        to: ids.entity.get(one.to)!, claims: claims(place, one.claims), ...properties(place, one),
      };
    },
    source: (one: Source): Source => {
      const place = `sources/${one.id}`;
      const as = nameOf('source', one.id);
      const id = ids.source.get(one.id)!;
      const { kind, reliability } = one;
      const derived = one.derivedFrom ? { derivedFrom: one.derivedFrom.flatMap((origin) => ids.source.get(origin) ?? []) } : {};
      const said = reliability === undefined ? {} : { reliability };
      if (as !== undefined) return { id, title: as, publisher: as, kind, ...said, ...derived };
      const { file, url, archived, derivedFrom: _ids, ...rest } = texts.fields(place, one, ['author', 'url', 'archived']);
      const fileName = file && texts.optional(`${place}/file`, file.name);
      return {
        ...rest, ...derived, ...(isAddress(url) ? { url } : {}), ...(isAddress(archived) ? { archived } : {}), id,
        title: texts.required(`${place}/title`, one.title, 'Title withheld'),
        publisher: publisher(`${place}/publisher`, one.publisher),
        ...(file && fileName !== undefined ? { file: { ...file, name: fileName } } : {}),
      };
    },
    note: (one: Note): Note[] => {
      const text = texts.optional(`notes/${one.id}`, one.text);
      if (text === undefined) return [];
      const { entity, relationship, ...rest } = texts.fields(`notes/${one.id}`, one, ['by']);
      return [{
        ...rest, text, id: texts.find(one.id) ? `withheld-note-${ids.entity.size + texts.telling.length}` : one.id,
        ...(entity === undefined ? {} : { entity: ids.entity.get(entity)! }),
        ...(relationship === undefined ? {} : { relationship: ids.relationship.get(relationship)! }),
      }];
    },
  };
}

/** Words that somebody wrote in place of an address are none. */
export function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:/.test(text) && URL.canParse(text);
}

/** What stays of an entity under another name, beside its ties and claims. */
function datesAndPlace({ jurisdiction, start, end }: Entity): Pick<Entity, 'jurisdiction' | 'start' | 'end'> {
  return {
    ...(jurisdiction === undefined ? {} : { jurisdiction }), ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
  };
}

/** What a reading rests on, by the ids that are published; `groundedPart` takes out what is not there. */
function groundsOf(restsOn: Claim['restsOn'], { entity, relationship, source }: Ids): Pick<Claim, 'restsOn'> {
  if (!restsOn) return {};
  const grounds = restsOn.flatMap((g) => {
    const [record, of] = [entity.get(g.record) ?? relationship.get(g.record), source.get(g.source)];
    return record === undefined || of === undefined ? [] : [{ record, source: of }];
  });
  return grounds.length === 0 ? {} : { restsOn: grounds };
}
