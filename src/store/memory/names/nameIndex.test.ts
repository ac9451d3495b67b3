import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, soundOf, type Entity } from '../../../model';
import { namesOf } from './foldedNames';
import { NameIndex, type NameHit } from './nameIndex';
import { mistakesAllowed, mistakesIn, nameScore } from './nameScore';

const entity = (id: string, ...[name, ...aliases]: string[]): Entity => ({ id, type: 'company', name: name!, aliases });
const built = (entities: readonly Entity[]) =>
  NameIndex.build({ entityCount: entities.length, entities: async (at) => at.map((i) => entities[i]!) });
const all = { limit: 1000, admits: () => true, tieBreak: (a: number, b: number) => a - b };

/** The same answer by comparing every name with the query. */
function bruteForce(entities: readonly Entity[], text: string): NameHit[] {
  const query = foldText(text);
  if (query === '') return [];
  const asked = query.split(' ');
  const together = asked.join('');
  const terms = (e: Entity) =>
    namesOf(e)
      .map(foldText)
      .filter((name) => name !== '')
      .flatMap((name) => [...name.split(' '), name.replaceAll(' ', '')]);
  const words = (e: Entity) => namesOf(e).map(foldText).flatMap((name) => name.split(' '));
  const spelled = (word: string, e: Entity) =>
    terms(e).some((term) => term.startsWith(word) || mistakesIn(word, term) <= mistakesAllowed(word));
  const sounding = (word: string, e: Entity) => words(e).some((other) => other !== '' && soundOf(other) === soundOf(word));
  const wholly = entities.filter(
    (e) => asked.every((word) => spelled(word, e)) || asked.every((word) => sounding(word, e)) || spelled(together, e),
  );
  const answering = wholly.length > 0 ? wholly : entities.filter((e) => asked.some((word) => spelled(word, e)));
  const hits = answering.map((e) => bestName(entities.indexOf(e), e, query)).filter((hit) => hit.score > 0);
  return hits.sort((a, b) => b.score - a.score || a.entity - b.entity);
}

function bestName(index: number, e: Entity, query: string): NameHit {
  const scored = namesOf(e).map((matched) => ({
    entity: index, matched, score: foldText(matched) === '' ? 0 : nameScore(query, foldText(matched)),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best));
}

describe('searching for a name', () => {
  test('finds what comparing every name finds, in the same order and with the same scores', async () => {
    const word = fc.oneof(
      fc.constantFrom('koryo', 'goryeo', 'link', 'koryolink', 'kim', 'gim', 'post', '12', '123456', 'électro'),
      fc.string({ unit: fc.constantFrom(...'korgyelint1'), minLength: 1, maxLength: 7 }),
    );
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const named = fc.array(name, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(named, { minLength: 1, maxLength: 12 }),
        fc.array(name, { minLength: 1, maxLength: 8 }),
        async (names, queries) => {
          const entities = names.map((own, i) => entity(String(i), ...own));
          const index = await built(entities);
          for (const query of queries) expect(await index.find(query, all), query).toEqual(bruteForce(entities, query));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives no more than are wanted, the best of those that are admitted', async () => {
    const index = await built(['Elm Shipping', 'Elm', 'Elm Port', 'Elm Holding'].map((name, i) => entity(String(i), name)));
    const hits = await index.find('elm', { ...all, limit: 2, admits: (e) => e !== 1 });
    expect(hits.map((hit) => hit.entity)).toEqual([2, 3]);
  });

  test('of short words that allow no mistake puts the name first that has fewer when all are written together', async () => {
    const short = [entity('two', 'Kin Elm Ac'), entity('one', 'Kim Elm Ac')];
    const hits = await (await built(short)).find('kim elm ab', all);
    expect(hits.map((hit) => hit.entity)).toEqual([1, 0]);
    expect(hits).toEqual(bruteForce(short, 'kim elm ab'));
  });

  test('finds each of many different words that one begins or sounds like', async () => {
    const different = Array.from({ length: 500 }, (_, i) => entity(String(i), `Kelmar${i} Port`));
    const index = await built(different);
    expect(await index.find('kelmar', all)).toHaveLength(500);
    expect(await index.find('gelmar499', all)).toEqual(bruteForce(different, 'gelmar499'));
  });

  test('of a text of hundreds of words the first ones count', async () => {
    const index = await built([entity('a', 'Elm Port'), entity('b', 'Oak')]);
    const hits = await index.find(`elm ${'port '.repeat(40)}oak`, all);
    expect(hits[0]).toMatchObject({ entity: 0, matched: 'Elm Port' });
  });

  test('is not upset by a name that is one word of a million letters', async () => {
    const index = await built([entity('a', 'kel'.repeat(400_000)), entity('b', 'Elk')]);
    expect((await index.find('kele', all)).map((hit) => hit.entity)).toEqual([]);
    expect((await index.find('kelkel', all)).map((hit) => hit.entity)).toEqual([0]);
  });

  test('that is cancelled while it is under way rejects with the reason', async () => {
    const index = await built(Array.from({ length: 200_000 }, (_, i) => entity(String(i), `Elm Port ${i}`)));
    const controller = new AbortController();
    const reason = new Error('another letter was typed');
    const found = index.find('elm port one', all, { signal: controller.signal, onProgress: () => controller.abort(reason) });
    await expect(found).rejects.toBe(reason);
  });
});
