import { freeId, guessType, slugOf } from '../../entry';
import { put, type Entity, type Position } from '../../model';
import { withPart } from '../chart';
import type { Session } from '../session';
import { edit } from './edit';
import { placeBeside } from './placeBeside';

/** A new entity as it is typed, and where on the chart it is to stand; its type is guessed by its name where it is left out. */
export interface NewEntity extends Partial<Omit<Entity, 'id' | 'name'>> {
  readonly name: string;
  readonly at?: Position | undefined;
}

/** How many numbers behind an id are looked at for one that is free. */
const MOST_NUMBERS = 40;

/** Adds an entity to the data and the chart as one step, and selects it. Who goes by its name already is told, and is not merged. */
export async function addEntity(session: Session, { name, at, type, ...fields }: NewEntity): Promise<void> {
  const namesakes = (await session.opened().search({ text: name, limit: 3 })).filter((hit) => hit.score === 1);
  const wanted = slugOf(name);
  const numbered = [wanted, ...Array.from({ length: MOST_NUMBERS }, (_, n) => `${wanted}-${n + 2}`)];
  const taken = new Set((await session.opened().entities({ ids: numbered })).map((e) => e.id));
  const entity: Entity = { id: freeId(wanted, (id) => taken.has(id)), type: type ?? guessType(name), name, ...fields };
  const { chart } = session.get();
  const place = placeBeside(chart.positions.values(), at ?? [...chart.positions.values()].at(-1), [entity.id]);
  edit(session, `Add ${name}`, [put('entities', entity)], {
    chart: withPart(chart, { entities: [entity], relationships: [] }, at ? new Map([[entity.id, at]]) : place),
    selection: { kind: 'entity', id: entity.id },
  });
  session.set({ editing: undefined });
  if (namesakes.length > 0)
    session.notify('info', `Another entity is called “${namesakes[0]!.name}” already (${namesakes[0]!.id}). The new one is ${entity.id}.`);
}
