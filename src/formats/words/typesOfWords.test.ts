import { describe, expect, test } from 'vitest';
import { entityTypeIds, entityTypes, relationshipType, relationshipTypeIds } from '../../model';
import { entityTypeOfFields, entityTypeOfWord } from './entityTypeOfWord';
import { RELATIONSHIP_WORDS } from './relationshipWords';
import { endsAsRead, relationshipTypeOfFields, relationshipTypeOfWord } from './relationshipTypeOfWord';
import { foldTypeWord } from './wordFold';

describe('a word for what something is', () => {
  test('is known by the catalogue, however it is spelt', () => {
    for (const id of entityTypeIds)
      for (const word of [id, id.toUpperCase(), entityTypes[id].label, entityTypes[id].plural])
        expect([word, entityTypeOfWord(word)]).toEqual([word, id]);
  });

  test.each([
    ['Company', 'company'], ['COUNTRIES', 'place'], ['organisation', 'organization'], ['LegalEntity', 'organization'],
    ['natural_person', 'person'], ['Offshore shell company', 'company'], ['Employment agency', 'publicBody'], ['Vessel', 'asset'],
    ['Behörde (Ministry)', 'publicBody'],
  ] as const)('%s', (word, type) => expect(entityTypeOfWord(word)).toBe(type));

  test.each(['', '4', 'blue', '__proto__', 'constructor', 'x'.repeat(10_000)])('nothing is made of “%s”', (word) =>
    expect(entityTypeOfWord(word)).toBeUndefined(),
  );

  test('in a field is a guess that is recorded; the id of a type is none', () => {
    expect(entityTypeOfFields(new Map([['Node Type', 'Person']]))).toEqual({
      type: 'person', field: 'Node Type', properties: { typeGuessedFrom: 'Node Type' },
    });
    expect(
      entityTypeOfFields(
        new Map([
          ['category', 'Person'], ['type', 'jointVenture'],
        ]),
      ),
    ).toEqual({ type: 'jointVenture', stated: 'type', properties: {} });
    expect(
      entityTypeOfFields(
        new Map([
          ['class', '3'], ['colour', 'person'],
        ]),
      ),
    ).toEqual({ type: 'organization', properties: { typeUnknown: true } });
  });
});

describe('a word of a register', () => {
  test.each([
    ['Eigentümer', 'owns', false],
    ['EIGENTUEMER', 'owns', false],
    ['Beteiligung', 'owns', false],
    ['gehört zu', 'owns', true],
    ['Lieferant', 'supplies', false],
    ['Kunde von', 'supplies', true],
    ['Mitarbeiterin', 'employs', true],
    ['propriétaire', 'owns', false],
    ['fournisseurs', 'supplies', false],
    ['propietaria', 'owns', false],
    ['fornitore', 'supplies', false],
    ['fornecedora', 'supplies', false],
    ['поставщик', 'supplies', false],
    ['Postavshchik', 'supplies', false],
    ['принадлежит', 'owns', true],
    ['供应商', 'supplies', false],
    ['供應商', 'supplies', false],
    ['员工', 'employs', true],
    ['المورد', 'supplies', false],
  ] as const)('%s', (word, type, turned) => expect(relationshipTypeOfWord(word)).toEqual({ type, turned }));

  test.each([
    ['Vorstand', 'directs'],
    ['Gesellschafterin', 'owns'],
    ['Geschäftsführer', 'directs'],
    ['actionnaire', 'owns'],
    ['Administrateur', 'directs'],
    ['socio', 'owns'],
    ['accionistas', 'owns'],
    ['azionista', 'owns'],
    ['amministratore', 'directs'],
    ['sócia-administradora', 'owns'],
    ['учредитель', 'owns'],
    ['Генеральный директор', 'directs'],
    ['股东', 'owns'],
    ['股東', 'owns'],
    ['法定代表人', 'directs'],
    ['مساهم', 'owns'],
    ['المدير العام', 'directs'],
    ['wirtschaftlich Berechtigter', 'controls'],
    ['实际控制人', 'controls'],
  ] as const)('%s is a role, in its own words', (word, type) =>
    expect(relationshipTypeOfWord(word)).toEqual({ type, turned: false, role: word }),
  );

  test.each(['Tochter', 'filiale', 'subsidiary', 'Muster', 'blue', 'ip', 'x'.repeat(10_000)])('“%s” says nothing for certain', (word) =>
    expect(relationshipTypeOfWord(word)).toBeUndefined(),
  );

  test('means one thing in all languages', () => {
    const of = new Map<string, Set<string>>();
    for (const { words, roles } of Object.values(RELATIONSHIP_WORDS)) {
      for (const list of [words, roles])
        for (const [type, all] of Object.entries(list))
          for (const word of all
            .split(/[,<]/)
            .filter((one) => one !== '')
            .map(foldTypeWord))
            of.set(word, (of.get(word) ?? new Set()).add(type));
    }
    expect([...of].filter(([, types]) => types.size > 1).map(([word, types]) => `${word}: ${[...types].join(', ')}`)).toEqual([]);
  });

  test.each([
    ['Unternehmen', 'company'],
    ['natürliche Person', 'person'],
    ['juristische Person', 'organization'],
    ['société anonyme', 'company'],
    ['Société civile', 'company'],
    ['personne morale', 'organization'],
    ['persona física', 'person'],
    ['azienda', 'company'],
    ['pessoa jurídica', 'organization'],
    ['юридическое лицо', 'organization'],
    ['ФИЗИЧЕСКОЕ ЛИЦО', 'person'],
    ['某某投资有限公司', 'company'],
    ['自然人', 'person'],
    ['شركة', 'company'],
    ['الشركة', 'company'],
    ['شخص طبيعي', 'person'],
  ] as const)('%s is a type of entity', (word, type) => expect(entityTypeOfWord(word)).toBe(type));

  test.each(['Venture capitalist', 'Company secretary', 'Member of parliament'])('“%s” is not what one word of it is', (word) =>
    expect(['jointVenture', 'company', 'publicBody']).not.toContain(entityTypeOfWord(word)),
  );
  test('venture capital is no joint venture', () => expect(entityTypeOfWord('Venture Capital')).toBe('organization'));
});

describe('a word for a tie', () => {
  test('is known by the catalogue, both ways', () => {
    for (const id of relationshipTypeIds) {
      const { verb, past, inverse, inversePast, directed } = relationshipType(id);
      for (const word of [id, verb, past]) expect([word, relationshipTypeOfWord(word)]).toEqual([word, { type: id, turned: false }]);
      for (const word of [inverse, inversePast])
        expect([word, relationshipTypeOfWord(word)]).toEqual([word, { type: id, turned: directed && word !== verb && word !== past }]);
    }
  });

  test.each([
    ['OWNED_BY', 'owns', true], ['Subsidiary of', 'owns', true], ['works for', 'employs', true], ['Directorship', 'directs', false],
    ['married to', 'family', false], ['related to', 'linkedTo', false], ['mentioned in', 'documents', true],
  ] as const)('%s', (word, type, turned) => expect(relationshipTypeOfWord(word)).toEqual({ type, turned }));

  test('for an office or kinship is the role too', () => {
    expect(relationshipTypeOfWord('is a Director of')).toEqual({ type: 'directs', turned: false, role: 'director' });
    expect(relationshipTypeOfWord('wife')).toEqual({ type: 'family', turned: false, role: 'wife' });
  });

  test('turned changes the ends', () => {
    expect(endsAsRead(relationshipTypeOfWord('owned by')!, 'a', 'b')).toEqual({ from: 'b', to: 'a' });
  });

  test('in a field is a guess that is recorded, and what is not known keeps its own words', () => {
    expect(
      relationshipTypeOfFields(
        new Map([
          ['label', 'likes'], ['type', 'Directed'], ['weight', '4'],
        ]),
      ),
    ).toEqual({ type: 'linkedTo', turned: false, label: 'likes', field: 'label', properties: {} });
    expect(
      relationshipTypeOfFields(
        new Map([
          ['predicate', 'likes'], ['kind', 'supplier of'],
        ]),
      ),
    ).toEqual({ type: 'supplies', turned: false, field: 'kind', properties: { typeGuessedFrom: 'kind' } });
    expect(
      relationshipTypeOfFields(
        new Map([
          ['Predicate', 'owned by'], ['type', 'controls'],
        ]),
      ),
    ).toEqual({ type: 'controls', turned: false, stated: 'type', properties: {} });
    expect(
      relationshipTypeOfFields(
        new Map([
          ['label', '1.0'], ['name', 'related to'],
        ]),
      ),
    ).toEqual({ type: 'linkedTo', turned: false, properties: {} });
  });
});
