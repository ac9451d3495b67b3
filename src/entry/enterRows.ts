import {
  contentText, editKey, NO_EDITS, put, sameContent, tieWords, withEdits, type Claim, type DatasetPart, type Edit, type Edits,
  type Entity, type Relationship, type Source,
} from '../model';
import { enterClaim, freeId, slugOf } from './enterClaim';
import type { ClaimRead, EndRead, Lexicon } from './reading';

/** What entering rows must know of what is there. */
export interface RowsContext {
  /** What a row cites that names no source of its own. */
  readonly source: Source;
  readonly lexicon: Lexicon;
  /** The record of an entity that goes by a name of the rows. */
  entity(id: string): Entity | undefined;
  /** The relationships between two such entities, in either direction. */
  ties(a: string, b: string): readonly Relationship[];
  /** A source that is there and says the same of itself. */
  sourceLike(source: Source): Source | undefined;
  isTaken(list: 'sources' | 'entities' | 'relationships', id: string): boolean;
}

/** What becomes of a row: new, one claim more for what is there, one that says otherwise, or nothing, since it is unclear who is meant. */
export type RowVerdict = 'new' | 'known' | 'contradicting' | 'unclear';

/** A row of what was pasted, in words. */
export interface RowRead {
  readonly verdict: RowVerdict;
  readonly says: string;
  /** What it contradicts, or why it is unclear. */
  readonly because?: string;
}

/** What pasted rows make of a dataset. */
export interface RowsEntered {
  readonly edits: readonly Edit[];
  readonly rows: readonly RowRead[];
}

/**
 * Enters what a table was read as: entities and ties, each as the claim line enters it, all of them one upon the other. Whoever goes by a
 * name that is there is who is meant; where several do, the row is left out and told. Pure. Cost O(rows · ties between two).
 */
export function enterRows(rows: DatasetPart, context: RowsContext): RowsEntered {
  return new RowsEntry(rows, context).entered();
}

/** Who is meant by an entity of the rows: an id of the data, or why nobody. */
type Meant = { readonly id: string } | { readonly unclear: string };

class RowsEntry {
  #edits: Edits = NO_EDITS;
  readonly #rows: RowRead[] = [];
  readonly #meant = new Map<string, Meant>();
  readonly #sources = new Map<string, Source>();

  constructor(
    readonly given: DatasetPart,
    readonly context: RowsContext,
  ) {}

  entered(): RowsEntered {
    for (const source of this.given.sources) this.#sources.set(source.id, this.#sourceOf(source));
    const tied = new Set(this.given.relationships.flatMap((r) => [r.from, r.to]));
    for (const entity of this.given.entities) this.#enterEntity(entity, tied.has(entity.id));
    for (const relationship of this.given.relationships) this.#enterTie(relationship);
    return { edits: [...this.#edits.values()], rows: this.#rows };
  }

  /** A source that a row names: the one that is there, or a new one under an id of its own. */
  #sourceOf(source: Source): Source {
    const known = this.context.sourceLike(source);
    if (known) return known;
    return { ...source, id: freeId(slugOf(`${source.publisher} ${source.title}`, 'source'), (id) => this.#isTaken('sources', id)) };
  }

  #enterEntity(row: Entity, tied: boolean): void {
    const named = this.context.lexicon.named(row.name) ?? [];
    const known = named.find((n) => n.id === row.id) ?? (named.length === 1 ? named[0] : undefined);
    if (!known && named.length > 1) {
      const unclear = `${named.length} entities are called “${row.name}”: ${named.map((n) => n.id).join(', ')}.`;
      this.#meant.set(row.id, { unclear });
      if (!tied) this.#rows.push({ verdict: 'unclear', says: row.name, because: unclear });
      return;
    }
    const before = known && this.#entity(known.id);
    if (!before) return this.#newEntity(row, tied);
    this.#meant.set(row.id, { id: before.id });
    const { next, against } = completed(before, row);
    const claimed = this.#withClaims(next, row.claims);
    if (!sameContent(claimed, before)) this.#put(put('entities', claimed));
    if (!tied || against.length > 0)
      this.#rows.push({
        verdict: against.length > 0 ? 'contradicting' : 'known', says: row.name,
        ...(against.length > 0 ? { because: against.join(' ') } : {}),
      });
  }

  #newEntity(row: Entity, tied: boolean): void {
    const id = freeId(slugOf(row.name), (wanted) => this.#isTaken('entities', wanted));
    this.#meant.set(row.id, { id });
    const { claims, ...fields } = row;
    this.#put(put('entities', this.#withClaims({ ...fields, id }, claims)));
    if (!tied) this.#rows.push({ verdict: 'new', says: row.name });
  }

  /** An entity with the claims of its row, each of them once. */
  #withClaims(entity: Entity, claims: readonly Claim[] = []): Entity {
    const cited = claims.map((claim) => this.#cited(claim));
    const fresh = cited.filter((claim) => !(entity.claims ?? []).some((c) => sameContent(c, claim)));
    return fresh.length === 0 ? entity : { ...entity, claims: [...(entity.claims ?? []), ...fresh] };
  }

  /** A claim with the source that is meant, which comes along where it is not there. */
  #cited(claim: Claim): Claim {
    const source = this.#sources.get(claim.source) ?? this.context.source;
    if (!this.#isTaken('sources', source.id)) this.#put(put('sources', source));
    return { ...claim, source: source.id };
  }

  #enterTie(row: Relationship): void {
    const [from, to] = [this.#meant.get(row.from), this.#meant.get(row.to)];
    const nameOf = (id: string) => this.given.entities.find((e) => e.id === id)?.name ?? id;
    const says = tieWords(row, true, 'reported', nameOf);
    const unclear = [from, to].find((end) => end === undefined || 'unclear' in end);
    if (!from || !to || 'unclear' in from || 'unclear' in to) {
      this.#rows.push({ verdict: 'unclear', says, because: unclear && 'unclear' in unclear ? unclear.unclear : 'One end is missing.' });
      return;
    }
    const claims: readonly Partial<Claim>[] = row.claims.length > 0 ? row.claims : [{}];
    const entered = claims.map((claim) => this.#enterClaim(row, claim, from.id, to.id));
    const added = entered.find((one) => !one.existing);
    const twin = added && this.#ties(from.id, to.id).find((r) => r.type === row.type && r.id !== added.about.id);
    const verdict = twin ? 'contradicting' : added ? 'new' : 'known';
    const words = (r: Relationship) => tieWords(r, true, 'reported', (id) => this.#entity(id)?.name ?? id);
    this.#rows.push({ verdict, says, ...(twin ? { because: `The tie that is there says otherwise: ${words(twin)}.` } : {}) });
  }

  #enterClaim(row: Relationship, { source: cited, stance = 'asserts', ...said }: Partial<Claim>, from: string, to: string) {
    const source = (cited === undefined ? undefined : this.#sources.get(cited)) ?? this.context.source;
    const read: ClaimRead = {
      kind: 'tie', subject: this.#end(from), object: this.#end(to), type: row.type, forward: true,
      said: {
        stance, ...picked(row, ['share', 'amount', 'start', 'end', 'role', 'label']), ...(row.indirect ? { indirect: true as const } : {}),
        ...picked(said, ['locator', 'quote', 'statement', 'made']),
      },
    };
    const entered = enterClaim(read, {
      source, hasSource: this.#isTaken('sources', source.id), entity: (id) => this.#entity(id), ties: this.#ties(from, to),
      isTaken: (list, id) => this.#isTaken(list, id),
    });
    for (const edit of entered.edits) this.#put(withProperties(edit, entered.about.id, row));
    return entered;
  }

  #end(id: string): EndRead {
    const { name, type } = this.#entity(id)!;
    return { from: 0, to: 0, name, known: { id, name, type } };
  }

  #entity(id: string): Entity | undefined {
    const edit = this.#edits.get(editKey('entities', id));
    return edit ? (edit.record as Entity) : this.context.entity(id);
  }

  /** The ties between two as they are by now. */
  #ties(a: string, b: string): Relationship[] {
    const now = new Map(this.context.ties(a, b).map((r) => [r.id, r]));
    for (const { list, record } of this.#edits.values()) {
      if (list !== 'relationships' || record === null) continue;
      if ((record.from === a && record.to === b) || (record.from === b && record.to === a)) now.set(record.id, record);
    }
    return [...now.values()];
  }

  #isTaken(list: 'sources' | 'entities' | 'relationships', id: string): boolean {
    return this.#edits.has(editKey(list, id)) || this.context.isTaken(list, id);
  }

  #put(edit: Edit): void {
    this.#edits = withEdits(this.#edits, [edit]);
  }
}

/** Those of some fields that a record has. */
function picked<T extends object, K extends keyof T>(record: T, fields: readonly K[]): { [F in K]?: NonNullable<T[F]> } {
  return Object.fromEntries(fields.flatMap((field) => (record[field] === undefined ? [] : [[field, record[field]]]))) as never;
}

/** A tie with what the row says besides and no claim line can say. */
function withProperties(edit: Edit, id: string, { properties }: Relationship): Edit {
  if (edit.list !== 'relationships' || edit.record === null || edit.id !== id || properties === undefined) return edit;
  return put('relationships', { ...edit.record, properties: { ...properties, ...edit.record.properties } });
}

/** How fields are called where a row says otherwise than what is there. */
const FIELDS = { jurisdiction: 'country', start: 'beginning', end: 'end', summary: 'summary', shortName: 'short name' } as const;

/** An entity with what a row knows besides; where both say something, what is there stays, and the difference is told. */
function completed(before: Entity, row: Entity): { next: Entity; against: string[] } {
  const against: string[] = [];
  let next = before;
  for (const field of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
    const said = row[field];
    if (said === undefined) continue;
    if (before[field] === undefined) next = { ...next, [field]: said };
    else if (before[field] !== said) against.push(`The ${FIELDS[field]} of ${before.name} is ${before[field]}; the row says ${said}.`);
  }
  const names = [row.name, ...(row.aliases ?? [])].filter((name) => name !== before.name && !(before.aliases ?? []).includes(name));
  if (names.length > 0) next = { ...next, aliases: [...(before.aliases ?? []), ...names] };
  const known = new Set((before.identifiers ?? []).map(contentText));
  const identifiers = (row.identifiers ?? []).filter((one) => !known.has(contentText(one)));
  if (identifiers.length > 0) next = { ...next, identifiers: [...(before.identifiers ?? []), ...identifiers] };
  if (row.properties) next = { ...next, properties: { ...row.properties, ...before.properties } };
  return { next, against };
}
