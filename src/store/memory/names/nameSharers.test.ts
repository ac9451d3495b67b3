import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../../../model';
import { FoldedNames } from './foldedNames';
import { makeNamedEntities } from './makeNamedEntities';
import { NamePart } from './namePart';
import { sharersOf } from './nameSharers';

const entities = makeNamedEntities(300, 7, 0.3);
const names = new FoldedNames(entities.length);
for (const entity of entities) names.add(entity);
names.finish();

const place = fc.nat(entities.length - 1);

test('an entity is among those that share a word with its own name, or with one of many', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
      const found = atOnce(sharersOf([new NamePart(names)], places.map((i) => entities[i]!.name)));
      expect(found).toEqual(expect.arrayContaining([...new Set(places)]));
    }),
  );
});

test('a letter left out of a long word does not hide it', () => {
  const latin = entities.flatMap(({ name }, i) => (/^[A-Za-z]{7,} /.test(name) ? [{ name, i }] : []));
  fc.assert(
    fc.property(fc.constantFrom(...latin), fc.nat(5), ({ name, i }, at) => {
      expect(atOnce(sharersOf([new NamePart(names)], [name.slice(0, at + 1) + name.slice(at + 2)]))).toContain(i);
    }),
  );
});

test('nothing shares a word with what nobody is called, or with no words at all', () => {
  expect(atOnce(sharersOf([new NamePart(names)], ['qqqqqqqqqqqqqq', '', '…']))).toEqual([]);
});
