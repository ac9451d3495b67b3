import type { Entity, Relationship } from '../../model';
import { slugOf } from '../text';
import type { DatasetBuilder } from '../builder';
import { claimsOf } from './claims';
import type { RawEntity } from './rawEntity';
import { isAuthority } from './schemaTypes';
import { UnusedValues } from './unusedValues';

/** Who imposed a sanction where the record does not say. */
const UNNAMED = 'unnamed sanctioning authority';

/**
 * Reads sanctions: from the authority, which FollowTheMoney knows by name only, to the entity. An authority whose exact
 * name one single public body or organization of the file has is that one; any other becomes an entity of its own.
 */
export class SanctionReader {
  readonly #bodies = new Map<string, string | null>();
  readonly #made = new Map<string, string>();

  constructor(readonly builder: DatasetBuilder) {}

  /** An entity of the file, all of which have to be known before a sanction is read. */
  know(raw: RawEntity): void {
    if (!isAuthority(raw.schema)) return;
    for (const name of raw.values.get('name') ?? []) this.#bodies.set(name, this.#bodies.has(name) ? null : raw.id);
  }

  read(raw: RawEntity): Relationship[] | undefined {
    const left = new UnusedValues(raw, this.builder);
    const entities = left.take('entity');
    if (entities.length === 0) return undefined;
    const [authority] = left.see('authority');
    if (authority !== undefined) left.takeOne('authority', authority);
    const from = this.#authority(authority ?? UNNAMED, raw);
    const role = left.see('program')[0];
    if (role !== undefined) left.takeOne('program', role);
    const start = left.takeDate('startDate', 'listingDate', 'date');
    const end = left.takeDate('endDate');
    const claims = claimsOf(left, this.builder);
    const said = {
      type: 'sanctions' as const, from, ...(start ? { start } : {}), ...(end ? { end } : {}), ...(role ? { role } : {}), claims,
      ...left.asProperties(),
    };
    return entities.map((to, i) => ({ id: entities.length === 1 ? raw.id : `${raw.id}-${i + 1}`, to, ...said }));
  }

  #authority(name: string, raw: RawEntity): string {
    const known = this.#bodies.get(name) ?? this.#made.get(name);
    if (known) return known;
    const wanted = slugOf(name, 'authority');
    const entity: Entity = {
      id: this.builder.hasEntity(wanted) ? `authority-${wanted}` : wanted, type: 'publicBody', name,
      properties: { madeFrom: 'Sanction:authority' },
    };
    const id = this.builder.addEntity(entity, raw.at);
    this.#made.set(name, id);
    return id;
  }
}
