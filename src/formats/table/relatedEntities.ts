import { permits, type Claim, type Entity, type Relationship, type RelationshipType } from '../../model';
import type { DatasetBuilder } from '../builder';
import type { EntityRegister } from './entityRegister';
import type { MappedRow } from './mappedRow';
import type { ColumnMapping, TableOptions } from './mapping';
import { shareOfRow } from './rowFigures';

/** What a list of entities says of a tie to another one: in the row of the one, by the id or name of the other. */
interface Said {
  readonly id: string;
  readonly key: string;
  readonly column: ColumnMapping;
  readonly share: Relationship['share'];
  readonly claims: readonly Claim[];
  readonly at: string;
}

/** Cells that say that there is no other entity, where no entity has such an id. */
const NONE = /^(?:0|-+|–|none|n\/?a|null|nil|self)$/i;

/**
 * The ties that columns of lists of entities name ("parent_id", "owner"). They are read when all lists are:
 * a row may name one that comes later.
 */
export class RelatedEntities {
  readonly #said: Said[] = [];

  constructor(
    readonly options: TableOptions,
    readonly register: EntityRegister,
    readonly builder: DatasetBuilder,
  ) {}

  /** Remembers what a row says of its entity. */
  add(row: MappedRow, { id }: Entity, claims: readonly Claim[]): void {
    const columns = row.columns.of('related');
    if (columns.length === 0) return;
    const { share } = shareOfRow(row, this.options);
    for (const column of columns) for (const key of row.list(column)) this.#said.push({ id, key, column, share, claims, at: row.at });
  }

  /** Makes relationships of what was remembered. */
  finish(): void {
    for (const one of this.#said.splice(0)) {
      const known = this.register.find(one.key);
      if (known?.id === one.id) this.builder.miss('rows that name themselves as the related entity');
      else if (known || !NONE.test(one.key)) this.#tie(one);
    }
  }

  #tie({ id, key, column, share, claims, at }: Said): void {
    const wanted = column.relationshipType ?? 'linkedTo';
    const other = this.register.end({
      key, isId: false, name: '', type: this.options.entityType, typeIsDefault: true, relationship: wanted,
      side: column.turned ? 'to' : 'from', at,
    });
    const [from, to] = column.turned ? [id, other] : [other, id];
    const type = this.#fitting(wanted, from, to);
    const label = type === wanted ? {} : { label: column.column.trim() || wanted };
    const stake = share === undefined ? {} : { share };
    this.builder.addRelationship(
      {
        id: this.builder.freshRelationshipId(`${from.slice(0, 80)}-${type}-${to.slice(0, 80)}`), type, from, to, ...stake,
        ...(type === 'family' ? { role: 'parent' } : label), claims: [...claims],
      },
      at,
    );
  }

  /** What does not fit the types of both is a mere link under the header of its column; the parent of a person is family. */
  #fitting(type: RelationshipType, from: string, to: string): RelationshipType {
    const [a, b] = [this.register.typeGiven(from), this.register.typeGiven(to)];
    if (a === undefined || b === undefined || permits(type, a, b)) return type;
    return a === 'person' && b === 'person' && type === 'owns' ? 'family' : 'linkedTo';
  }
}
