import { freeId, slugOf } from '../../entry';
import { put, type Edit, type Entity } from '../../model';
import { withPart } from '../chart';
import type { Session } from '../session';
import { edit, recordNow, withClaims } from './edit';
import { placeBeside } from './placeBeside';

/** What of an entity turned out to be another's: the ties, and by their places from 0 the claims and aliases. */
export interface Split {
  readonly id: string;
  readonly name: string;
  readonly ties: readonly string[];
  readonly claims: readonly number[];
  readonly aliases: readonly number[];
}

/** How many numbers behind an id are looked at for one that is free. */
const MOST_NUMBERS = 40;

/** Makes two entities of one, as one step: what is another's goes to a new entity of the same type, which stands beside it. */
export async function splitEntity(session: Session, split: Split): Promise<void> {
  const before = (await recordNow(session, 'entities', split.id)) as Entity | undefined;
  if (!before) return;
  const wanted = slugOf(split.name);
  const numbered = [wanted, ...Array.from({ length: MOST_NUMBERS }, (_, n) => `${wanted}-${n + 2}`)];
  const taken = new Set((await session.opened().entities({ ids: numbered })).map((e) => e.id));
  const id = freeId(wanted, (one) => taken.has(one));
  const [kept, other] = parted(before, split);
  const made: Entity = { ...other, id, type: before.type, name: split.name };
  const ties = await session.opened().relationships({ ids: split.ties });
  const end = (one: string) => (one === split.id ? id : one);
  const edits: Edit[] = [
    put('entities', kept), put('entities', made), ...ties.map((r) => put('relationships', { ...r, from: end(r.from), to: end(r.to) })),
  ];
  const { chart } = session.get();
  const place = placeBeside(chart.positions.values(), chart.positions.get(split.id), [id]);
  session.addRecords({ relationships: ties });
  edit(session, `Split ${before.name}`, edits, {
    chart: withPart(chart, { entities: [made], relationships: [] }, place), selection: { kind: 'entity', id },
  });
  session.set({ editing: undefined });
}

/** What stays of an entity, and what goes with the other. */
function parted(before: Entity, { claims, aliases }: Split): [Entity, Pick<Entity, 'claims' | 'aliases'>] {
  const part = <T>(list: readonly T[] = [], chosen: readonly number[]) => ({
    stay: list.filter((_, i) => !chosen.includes(i)), go: list.filter((_, i) => chosen.includes(i)),
  });
  const [said, names] = [part(before.claims, claims), part(before.aliases, aliases)];
  const { aliases: _aliases, ...rest } = withClaims(before, said.stay);
  return [
    names.stay.length > 0 ? { ...rest, aliases: names.stay } : rest,
    { ...(said.go.length > 0 ? { claims: said.go } : {}), ...(names.go.length > 0 ? { aliases: names.go } : {}) },
  ];
}
