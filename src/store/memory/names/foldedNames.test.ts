import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, type Entity } from '../../../model';
import { FoldedNames } from './foldedNames';

const entity = (name: string, more: Partial<Entity> = {}): Entity => ({ id: 'e', type: 'company', name, ...more });

/** The folded names of each entity. */
function folded(entities: readonly Entity[]): string[][] {
  const names = new FoldedNames();
  for (const one of entities) names.add(one);
  names.finish();
  const { entityOffsets } = names;
  return entities.map((_, e) =>
    Array.from({ length: entityOffsets[e + 1]! - entityOffsets[e]! }, (_, i) => names.nameAt(entityOffsets[e]! + i)),
  );
}

test('a name, an alias and an identifier are folded, and what says the same twice is there once', () => {
  const panda = entity('Panda Électronique', {
    shortName: 'PANDA', aliases: ['panda electronique', '熊猫'], identifiers: [{ scheme: 'lei', value: '5493-00X' }],
  });
  expect(folded([panda, entity('★'), entity('Elm')])).toEqual([['panda electronique', 'panda', 'xiongmao', '5493 00x'], [], ['elm']]);
});

test('names are folded as foldText folds them, whatever is in them', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }),
    fc.string({ unit: fc.constantFrom('a', 'B', '7', "'", '`', '’', ' ', '-', 'é', 'Ж', '华') }),
  );
  fc.assert(fc.property(fc.array(name, { maxLength: 30 }), (names) => {
    const expected = names.map((text) => [foldText(text)].filter((text) => text !== ''));
    expect(folded(names.map((text) => entity(text)))).toEqual(expected);
  }));
});

test('among many words the same one is found again', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => entity(`Word${i} shared`));
  const names = new FoldedNames();
  for (const one of [...many, ...many]) names.add(one);
  expect(names.words.length).toBe(20_001);
});
