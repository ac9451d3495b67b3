import { describe, expect, test } from 'vitest';
import { entityTypeIds, entityTypes, relationshipType, relationshipTypeIds } from '../../model';
import { entityTypeOfFields, entityTypeOfWord } from './entityTypeOfWord';
import { endsAsRead, relationshipTypeOfFields, relationshipTypeOfWord } from './relationshipTypeOfWord';

describe('a word for what something is', () => {
  test('is known by the catalogue, however it is spelt', () => {
    for (const id of entityTypeIds) for (const word of [id, id.toUpperCase(), entityTypes[id].label, entityTypes[id].plural]) expect([word, entityTypeOfWord(word)]).toEqual([word, id]);
  });

  test.each([
    ['Company', 'company'], ['COUNTRIES', 'place'], ['organisation', 'organization'], ['LegalEntity', 'organization'], ['natural_person', 'person'],
    ['Offshore shell company', 'company'], ['Employment agency', 'publicBody'], ['Vessel', 'asset'], ['Behörde (Ministry)', 'publicBody'],
  ] as const)('%s', (word, type) => expect(entityTypeOfWord(word)).toBe(type));

  test.each(['', '4', 'blue', '__proto__', 'constructor', 'x'.repeat(10_000)])('nothing is made of “%s”', (word) => expect(entityTypeOfWord(word)).toBeUndefined());

  test('in a field is a guess that is recorded; the id of a type is none', () => {
    expect(entityTypeOfFields(new Map([['Node Type', 'Person']]))).toEqual({ type: 'person', field: 'Node Type', properties: { typeGuessedFrom: 'Node Type' } });
    expect(entityTypeOfFields(new Map([['category', 'Person'], ['type', 'jointVenture']]))).toEqual({ type: 'jointVenture', stated: 'type', properties: {} });
    expect(entityTypeOfFields(new Map([['class', '3'], ['colour', 'person']]))).toEqual({ type: 'organization', properties: { typeUnknown: true } });
  });
});

describe('a word for a tie', () => {
  test('is known by the catalogue, both ways', () => {
    for (const id of relationshipTypeIds) {
      const { verb, past, inverse, inversePast, directed } = relationshipType(id);
      for (const word of [id, verb, past]) expect([word, relationshipTypeOfWord(word)]).toEqual([word, { type: id, turned: false }]);
      for (const word of [inverse, inversePast]) expect([word, relationshipTypeOfWord(word)]).toEqual([word, { type: id, turned: directed && word !== verb && word !== past }]);
    }
  });

  test.each([
    ['OWNED_BY', 'owns', true], ['Subsidiary of', 'owns', true], ['works for', 'employs', true], ['Directorship', 'directs', false], ['married to', 'family', false], ['related to', 'linkedTo', false], ['mentioned in', 'documents', true],
  ] as const)('%s', (word, type, turned) => expect(relationshipTypeOfWord(word)).toEqual({ type, turned }));

  test('for an office or kinship is the role too', () => {
    expect(relationshipTypeOfWord('is a Director of')).toEqual({ type: 'directs', turned: false, role: 'director' });
    expect(relationshipTypeOfWord('wife')).toEqual({ type: 'family', turned: false, role: 'wife' });
  });

  test('turned changes the ends', () => {
    expect(endsAsRead(relationshipTypeOfWord('owned by')!, 'a', 'b')).toEqual({ from: 'b', to: 'a' });
  });

  test('in a field is a guess that is recorded, and what is not known keeps its own words', () => {
    expect(relationshipTypeOfFields(new Map([['label', 'likes'], ['type', 'Directed'], ['weight', '4']]))).toEqual({ type: 'linkedTo', turned: false, label: 'likes', field: 'label', properties: {} });
    expect(relationshipTypeOfFields(new Map([['predicate', 'likes'], ['kind', 'supplier of']]))).toEqual({ type: 'supplies', turned: false, field: 'kind', properties: { typeGuessedFrom: 'kind' } });
    expect(relationshipTypeOfFields(new Map([['Predicate', 'owned by'], ['type', 'controls']]))).toEqual({ type: 'controls', turned: false, stated: 'type', properties: {} });
    expect(relationshipTypeOfFields(new Map([['label', '1.0'], ['name', 'related to']]))).toEqual({ type: 'linkedTo', turned: false, properties: {} });
  });
});
