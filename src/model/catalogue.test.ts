import { describe, expect, test } from 'vitest';
import { entityTypeIds, families, permits, relationshipType, relationshipTypeIds } from './index';

describe('the catalogue', () => {
  test('holds every type that the design asks for', () => {
    expect(relationshipTypeIds).toEqual(expect.arrayContaining([
      'owns', 'partnerIn', 'controls', 'directs', 'supplies', 'operates', 'provides', 'intermediaryFor', 'contracts', 'finances',
      'regulates', 'sanctions', 'exempts', 'employs', 'family', 'memberOf', 'locatedIn', 'tookPartIn', 'succeeds', 'sameAs', 'linkedTo',
    ]));
    expect([...entityTypeIds].sort()).toEqual([
      'asset', 'company', 'event', 'jointVenture', 'network', 'organization', 'person', 'place', 'publicBody',
    ]);
  });

  test('gives each family at least one type', () => {
    expect(families.filter((f) => !relationshipTypeIds.some((id) => relationshipType(id).family === f))).toEqual([]);
  });

  test('reads what has no direction the same way from both ends, and may then swap them', () => {
    for (const id of relationshipTypeIds.filter((i) => !relationshipType(i).directed)) {
      const { verb, inverse, past, inversePast, from, to } = relationshipType(id);
      expect([id, inverse, inversePast, to]).toEqual([id, verb, past, from]);
    }
  });

  test('keeps the words for a line short', () => {
    expect(relationshipTypeIds.filter((id) => relationshipType(id).chartLabel.length > 16)).toEqual([]);
  });

  test('permits what makes sense and nothing that does not', () => {
    expect(permits('owns', 'company', 'jointVenture')).toBe(true);
    expect(permits('owns', 'place', 'company')).toBe(false);
    expect(permits('family', 'person', 'person')).toBe(true);
    expect(permits('family', 'person', 'company')).toBe(false);
    expect(permits('locatedIn', 'event', 'place')).toBe(true);
    expect(permits('tookPartIn', 'person', 'place')).toBe(false);
  });

  test('lets anything be linked to anything, so that nothing imported is lost', () => {
    for (const from of entityTypeIds) for (const to of entityTypeIds) expect(permits('linkedTo', from, to)).toBe(true);
  });
});
