import type { Entity, Relationship } from '../../model';
import { asList, asObject, asText, type Json } from '../records';
import { entityTypeOfWord, isoDateOf, shareOf } from '../words';
import { type DatasetBuilder, idOf, keptProperties } from '../builder';
import { categoryOf, positionReading, saysPast, type CategoryReading } from './categories';
import { claimOfDatabase, claimOfPage } from './claims';
import { pageOf, relationshipPage, typeOfPage, type Page } from './page';

/** Types of LittleSis that say what an organization is, folded; the first that fits. */
const KINDS: readonly (readonly [RegExp, Entity['type']])[] = [
  [/^(government ?body|gse|government ?advisory ?body)$/, 'publicBody'],
  [
    /^(business|private ?company|public ?company|law ?firm|lobbying ?firm|public ?relations ?firm|consulting ?firm|media ?org(anization)?)$/,
    'company',
  ],
];

/** Reads entities and relationships of the database, with or without the envelope of its API. */
export class RecordReader {
  /** Whether there were relationships, whose ends the database names by number only. */
  usesIds = false;
  readonly #named = new Map<string, Page>();

  constructor(readonly builder: DatasetBuilder) {}

  read(value: unknown, at: string): void {
    const json = asObject(value);
    const attributes = { ...asObject(json?.attributes) };
    const flat: Json = json?.attributes === undefined ? (json ?? {}) : { ...attributes, id: attributes.id ?? json.id };
    const links = asObject(json?.links) ?? {};
    if (asText(flat.entity1_id) !== undefined || asText(flat.entity2_id) !== undefined) this.#readRelationship(flat, links, at);
    else if (asText(flat.id) !== undefined && asText(flat.name) !== undefined) this.#readEntity(flat, links, at);
    else
      this.builder.warn(
        'not-a-record', at, 'This is neither an entity with id and name nor a relationship with two entities; it was not read.',
        'Correct or remove it.', JSON.stringify(value),
      );
  }

  #readEntity(json: Json, links: Json, at: string): void {
    const { id, name, blurb, url, primary_ext, types, aliases, start_date, end_date, ...rest } = json;
    const page = pageOf(asText(url) ?? asText(links.self));
    const started = this.#date('start_date', start_date, at);
    const ended = this.#date('end_date', end_date, at);
    const others = asList(aliases).flatMap((one) => asText(one) ?? []).filter((one) => one !== asText(name));
    const kind = typeOf(json, page);
    const entity: Entity = {
      id: idOf(asText(id)!),
      type: kind.type,
      name: asText(name)!,
      ...(others.length > 0 ? { aliases: others } : {}),
      ...(started.date ? { start: started.date } : {}),
      ...(ended.date ? { end: ended.date } : {}),
      identifiers: [{ scheme: 'LittleSis', value: asText(id)! }],
      ...(asText(blurb) ? { summary: asText(blurb)! } : {}),
      claims: [page ? claimOfPage(page, this.builder) : claimOfDatabase(this.builder)],
      ...keptProperties(
        Object.entries({ ...rest, types, ...started.kept, ...ended.kept, url: page ? undefined : (asText(url) ?? asText(links.self)) }),
        at, this.builder, kind.more,
      ),
    };
    this.builder.addEntity(entity, at);
  }

  #readRelationship(json: Json, links: Json, at: string): void {
    const { entity1_id, entity2_id, ...about } = json;
    const [first, second] = [asText(entity1_id), asText(entity2_id)];
    if (first === undefined || second === undefined) {
      this.builder.warn(
        'missing-end', at, 'This relationship names one entity only; it was not read.', 'Give it entity1_id and entity2_id.',
        JSON.stringify(json),
      );
      return;
    }
    this.usesIds = true;
    for (const link of ['entity', 'related']) {
      const page = pageOf(asText(links[link]));
      if (page?.id !== undefined) this.#named.set(page.id, page);
    }
    const { turned, ...said } = this.#whatIsSaid(about, at);
    const id = asText(about.id);
    const relationship = {
      id: id ?? this.builder.freshRelationshipId(`${first}-${said.type}-${second}`), from: turned ? second : first,
      to: turned ? first : second, ...said,
    };
    this.builder.addRelationship(relationship, at);
  }

  #whatIsSaid(json: Json, at: string): Omit<Relationship, 'id' | 'from' | 'to'> & { turned: boolean } {
    const {
      id, category_id, description, description1, description2, amount, currency, start_date, end_date, is_current, category_attributes,
      ...rest
    } = json;
    const details: Json = { ...asObject(category_attributes), ...rest };
    const title = [...new Set([asText(description1), asText(description2)].filter((text) => text !== undefined))].join('; ') || undefined;
    const category = this.#category(asText(category_id), title, details, at);
    const started = this.#date('start_date', start_date, at);
    const ended = this.#date('end_date', end_date, at);
    const past = mark(is_current) === false;
    if (past && ended.date === undefined)
      this.builder.miss('that a relationship is past, where its end has no date (its role says “former”)');
    const role = roleOf(title ?? category.role, past && ended.date === undefined);
    const { share, left } = this.#share(details, at);
    const sum = amountOf(amount, currency);
    const page = pageOf(id === undefined ? undefined : relationshipPage(asText(id) ?? ''));
    const unused = {
      ...left, ...(sum ? {} : { amount, currency }), is_current, ...started.kept, ...ended.kept,
      ...(asText(description) === undefined || title?.includes(asText(description)!) ? {} : { description }),
    };
    return {
      turned: category.turned ?? false,
      type: category.type,
      ...(started.date ? { start: started.date } : {}),
      ...(ended.date ? { end: ended.date } : {}),
      ...(share === undefined ? {} : { share }),
      ...(sum ? { amount: sum } : {}),
      ...(role ? { role } : {}),
      ...(category.label ? { label: category.label } : {}),
      claims: [
        asText(id) !== undefined && page
          ? claimOfPage({ ...page, kind: 'relationship', id: asText(id)! }, this.builder)
          : claimOfDatabase(this.builder),
      ],
      ...keptProperties(Object.entries(unused), at, this.builder, category.guessed ? { typeGuessedFrom: 'description1' } : {}),
    };
  }

  #category(id: string | undefined, title: string | undefined, details: Json, at: string): CategoryReading {
    if (id === '1')
      return positionReading(title, {
        board: mark(details.is_board), executive: mark(details.is_executive), employee: mark(details.is_employee),
      });
    const category = id === undefined ? undefined : categoryOf(id);
    if (category) return category;
    this.builder.warn(
      'unknown-category', at, 'This relationship has none of the twelve categories of LittleSis; it was read as a “connected with”.',
      'Give it a category_id from 1 to 12.', id,
    );
    return categoryOf('12')!;
  }

  #share({ percent_stake, ...left }: Json, at: string): { share?: Relationship['share']; left: Json } {
    const text = asText(percent_stake);
    if (text === undefined) return { left };
    const share = shareOf(text);
    if (share !== undefined) return { share, left };
    this.builder.warn(
      'bad-share', at, 'The stake is no share between 0 and 100 per cent; it was kept as a property.', 'Write per cent: 75.', text,
    );
    return { left: { ...left, percent_stake } };
  }

  #date(field: string, value: unknown, at: string): { date?: string; kept: Json } {
    const text = asText(value);
    if (text === undefined) return { kept: {} };
    const { date, whole } = isoDateOf(text);
    if (date === undefined)
      this.builder.warn(
        'bad-date', at, `"${field}" is no date that exists; it was kept as a property.`,
        'Write YYYY, YYYY-MM or YYYY-MM-DD, of a day that exists.', text,
      );
    return { ...(date ? { date } : {}), kept: date !== undefined && (whole || /-00$/.test(text)) ? {} : { [field]: text } };
  }

  /** Whom the file names by number: known by an address, where a relationship gave one. */
  standIn(id: string): Partial<Entity> {
    const page = this.#named.get(id);
    const type = typeOfPage(page);
    return {
      name: page?.name || (/^\d+$/.test(id) ? `LittleSis entity ${id}` : id), ...(type ? { type } : {}),
      ...(/^\d+$/.test(id) ? { identifiers: [{ scheme: 'LittleSis', value: id }] } : {}),
    };
  }
}

/** Yes or no in the spellings of API and bulk data; undefined where nothing is said. */
function mark(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  return value === false || value === 0 || value === '0' || value === 'false' ? false : undefined;
}

function roleOf(title: string | undefined, past: boolean): string | undefined {
  if (!past) return title;
  return title === undefined ? 'former' : saysPast(title) ? title : `former ${title}`;
}

/** LittleSis states sums in dollars where it names no currency. */
function amountOf(amount: unknown, currency: unknown): Relationship['amount'] {
  const value = typeof amount === 'number' ? amount : Number(asText(amount) ?? NaN);
  const code = (asText(currency) ?? 'USD').toUpperCase();
  return Number.isFinite(value) && /^[A-Z]{3}$/.test(code) ? { value, currency: code } : undefined;
}

/**
 * A person or an organization by the database's own word or the page's address;
 * of organizations, companies and state bodies by their further types.
 */
function typeOf(json: Json, page: Page | undefined): { type: Entity['type']; more: NonNullable<Entity['properties']> } {
  const primary = asText(json.primary_ext);
  const types = asList(json.types).flatMap((one) => asText(one)?.toLowerCase() ?? []);
  if (primary === 'Person' || types.includes('person')) return { type: 'person', more: {} };
  for (const [pattern, type] of KINDS) if (types.some((one) => pattern.test(one))) return { type, more: {} };
  if (primary !== undefined || types.length > 0) return { type: 'organization', more: {} };
  const told = typeOfPage(page) ?? entityTypeOfWord(asText(json.type) ?? '');
  return told ? { type: told, more: {} } : { type: 'organization', more: { typeUnknown: true } };
}
