import { heavyTailed } from '../../../graph/testing/heavyTailed';
import type { Entity, Relationship, RelationshipType, Source } from '../../../model';
import { makeNamedEntities } from '../../memory/names/makeNamedEntities';

const SEED = 20_190_919;
const BATCH = 10_000;
const SOURCES = 1000;
const TYPES: readonly RelationshipType[] = ['owns', 'owns', 'partnerIn', 'directs', 'supplies', 'memberOf', 'owns'];

/**
 * The records of a made-up company register, one after another: heavy-tailed, with names in three scripts, dates, statuses, shares and a
 * claim each. The same figures give the same records.
 */
export class MadeUpRegister {
  constructor(
    readonly entityCount: number,
    readonly relationshipCount: number,
  ) {}

  sources(): Source[] {
    return Array.from({ length: SOURCES }, (_, i) => ({
      id: `s${i}`, title: `Volume ${i}`, publisher: `Registry ${i % 300}`, kind: i % 2 === 0 ? ('registry' as const) : ('news' as const),
      published: String(2000 + (i % 20)),
    }));
  }

  *entities(): Generator<Entity> {
    for (let first = 0; first < this.entityCount; first += BATCH) {
      const named = makeNamedEntities(Math.min(BATCH, this.entityCount - first), SEED + first / BATCH, 0.3);
      for (const [i, entity] of named.entries()) {
        const e = first + i;
        yield {
          ...entity, id: `e${e}`, jurisdiction: e % 3 === 0 ? 'GB' : 'DE', ...(e % 4 === 0 ? { start: String(1950 + (e % 70)) } : {}),
        };
      }
    }
  }

  *relationships(): Generator<Relationship> {
    const { from, to } = heavyTailed(this.entityCount, this.relationshipCount, SEED);
    for (let r = 0; r < from.length; r++) {
      const type = TYPES[r % TYPES.length]!;
      const start = r % 5 === 0 ? `${1990 + (r % 30)}-0${1 + (r % 9)}` : String(1990 + (r % 30));
      yield {
        id: `r${r}`, type, from: `e${from[r]!}`, to: `e${to[r]!}`, start, ...(r % 6 === 0 ? { end: String(2021 + (r % 4)) } : {}),
        ...(type === 'owns' ? { share: 1 + (r % 60) } : {}),
        claims: [
          {
            source: `s${(r * 7) % SOURCES}`, stance: r % 10 === 9 ? 'alleges' : r % 97 === 0 ? 'denies' : 'asserts',
            ...(r % 8 === 0 ? { locator: `folio ${r % 5000}` } : {}),
          },
        ],
      };
    }
  }
}
