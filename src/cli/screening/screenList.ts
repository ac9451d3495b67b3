import { Matcher } from '../../analysis';
import { inTurns, type Entity, type MatchAnswer, type Steps } from '../../model';
import type { OpenStore } from '../openStore';
import { eachEntity } from './eachEntity';

/** Whether an entity is a party or thing that a list may name; places and events of one name are not thereby the same. */
export function isScreened({ type }: Pick<Entity, 'type'>): boolean {
  return type !== 'place' && type !== 'event';
}

/** Of one list: who of a case (`a`) may be whom on it (`b`), best first, and how many entities it has. */
interface ListAnswer extends MatchAnswer {
  readonly entities: number;
}

/**
 * Compares the entities of a case with a list. The list goes past twice and is not held, so its size costs time alone; memory is that of
 * the case, and of the words that the list's names are made of.
 */
export async function screenList(
  screened: readonly Entity[], list: OpenStore, options: { threshold: number; limit: number }, onProgress: (done: number) => void,
): Promise<ListAnswer> {
  const matcher = new Matcher(options);
  await inTurns(each(screened, (entity) => matcher.addBase(entity)));
  const size = list.reading?.dataset.entities.length ?? list.table!.entityCount;
  let [past, entities] = [0, 0];
  for await (const some of eachEntity(list)) {
    await inTurns(each(some.filter(isScreened), (entity) => matcher.count(entity)));
    onProgress((past += some.length) / size / 2);
  }
  await inTurns(matcher.build());
  for await (const some of eachEntity(list)) {
    const compared = some.filter(isScreened);
    entities += compared.length;
    await inTurns(each(compared, (entity) => matcher.compare(entity)));
    onProgress((past += some.length) / size / 2);
  }
  return { ...matcher.answer(), entities };
}

function* each(entities: readonly Entity[], work: (entity: Entity) => void): Steps<void> {
  for (const entity of entities) {
    work(entity);
    yield;
  }
}
