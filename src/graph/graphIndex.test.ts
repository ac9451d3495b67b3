import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomPart } from '../analysis/testing/randomPart';
import { intervalBounds, statusOf, type DatasetPart } from '../model';
import { ColumnError, type RelationshipColumns } from './columns';
import type { GraphIndex } from './graphIndex';
import { columnsOf, heavyTailed, indexColumns, indexHeavyTailed } from './testing/heavyTailed';
import { IdTable } from './idTable';
import { buildIndex, DuplicateEntityError, IndexBuilder } from './indexBuilder';
import { UnknownEntityError } from './unknownEntityError';

const company = (id: string) => ({ id, name: id, type: 'company' as const });

describe('an index', () => {
  it('holds of every record what the record says', () => {
    fc.assert(
      fc.property(randomPart, (part) => {
        const index = buildIndex(part);
        part.entities.forEach((e, i) =>
          expect([index.entityIdAt(i), index.entityTypeAt(i), index.entityIndexOf(e.id)]).toEqual([e.id, e.type, i]),
        );
        part.relationships.forEach((r, i) => {
          expect([index.relationshipIdAt(i), index.relationshipTypeAt(i), index.intervalAt(i)]).toEqual([r.id, r.type, intervalBounds(r)]);
          expect(index.statusAt(i)).toBe(statusOf(r.claims, (id) => part.sources.find((s) => s.id === id)));
          expect(index.parts.claims.row(i)).toEqual(r.claims);
        });
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('lists at every entity the relationships that touch it, once each, and which way they run', () => {
    fc.assert(
      fc.property(randomPart, (part) => {
        const index = buildIndex(part);
        const { starts, neighbours, ties } = index.adjacency;
        part.entities.forEach(({ id }, e) => {
          const slots = Array.from({ length: index.degree(e) }, (_, i) => starts[e]! + i);
          const listed = slots.map((s) => [index.relationshipIdAt(ties[s]! >>> 1), (ties[s]! & 1) === 1, index.entityIdAt(neighbours[s]!)]);
          const touching = part.relationships
            .filter((r) => r.from === id || r.to === id)
            .map((r) => [r.id, r.from === id, r.from === id ? r.to : r.from]);
          expect(listed).toEqual(touching);
        });
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('is the same from ids as from the integers that the builder gave for them', () => {
    const made = heavyTailed(500, 900, 1);
    expect(indexHeavyTailed(made, 'ids').adjacency).toEqual(indexHeavyTailed(made, 'integers').adjacency);
  });

  it('is the same from columns as from records', () => {
    const made = heavyTailed(500, 900, 1);
    const [records, columns] = [indexHeavyTailed(made, 'ids'), indexColumns(columnsOf(made))];
    expect(columns.adjacency).toEqual(records.adjacency);
    for (let r = 0; r < 900; r++) {
      const told = (index: GraphIndex) => [
        index.relationshipIdAt(r), index.relationshipTypeAt(r), index.datesAt(r), index.statusAt(r), index.parts.claims.row(r),
      ];
      expect(told(columns)).toEqual(told(records));
    }
    for (let e = 0; e < 500; e++)
      expect([columns.entityIdAt(e), columns.entityTypeAt(e), columns.entityIndexOf(records.entityIdAt(e))]).toEqual([
        records.entityIdAt(e), 'company', e,
      ]);
  });

  it('refuses columns that do not fit together, codes that stand for nothing and ends that are not there', () => {
    const { entities, relationships } = columnsOf(heavyTailed(20, 30, 1));
    const building = (more: Partial<RelationshipColumns>) => () => {
      const builder = new IndexBuilder();
      builder.addEntities(entities);
      builder.addRelationships({ ...relationships, ...more });
    };
    expect(building({})).not.toThrow();
    expect(building({ from: relationships.from.subarray(1) })).toThrow(ColumnError);
    expect(building({ held: { values: [{}], codes: relationships.held.codes } })).toThrow(ColumnError);
    expect(building({ to: relationships.to.map(() => 20) })).toThrow(UnknownEntityError);
    expect(() =>
      indexColumns({ entities: { ...entities, ids: { ...entities.ids, units: entities.ids.units.fill(101) } }, relationships }),
    ).toThrow(DuplicateEntityError);
  });

  it('refuses two entities of one id, and a relationship to an entity that is not there', () => {
    const part = (more: Partial<DatasetPart>): DatasetPart => ({ sources: [], entities: [company('a')], relationships: [], ...more });
    expect(() => buildIndex(part({ entities: [company('a'), company('a')] }))).toThrow(DuplicateEntityError);
    expect(() => buildIndex(part({ relationships: [{ id: 'r', type: 'owns', from: 'a', to: 'b', claims: [] }] }))).toThrow(
      UnknownEntityError,
    );
    expect(() => buildIndex(part({})).knownEntity('b')).toThrow(UnknownEntityError);
  });

  it('refuses a date that no dataset may hold', () => {
    const builder = new IndexBuilder();
    builder.addEntity('a', 'company');
    expect(() => builder.addRelationship('r', 'owns', 'a', 'a', { start: '2003-02-30' }, [])).toThrow(TypeError);
  });
});

describe('a table of ids', () => {
  it('holds many ids, however they are entered, and finds the one that comes twice', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `entity-${i * 7919}`);
    const table = new IdTable(16);
    ids.forEach((id, i) => {
      table.add(id);
      if (i === 1200 || i === 1201) expect(table.enterAll()).toBe(-1);
    });
    expect(table.enterAll()).toBe(-1);
    expect(ids.map((id) => table.indexOf(id))).toEqual(ids.map((_, i) => i));
    expect(table.indexOf('entity-1')).toBe(-1);
    table.add(ids[77]!);
    expect(table.enterAll()).toBe(5000);
  });

  it('gives back every id, whatever its characters, and compares them as strings are compared', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 300, size: 'max' }), (ids) => {
        const table = new IdTable(4);
        const half = ids.length >> 1;
        expect(ids.slice(0, half).map((id) => table.add(id))).toEqual(ids.slice(0, half).map((_, i) => i));
        expect(table.enterAll()).toBe(-1);
        ids.slice(half).forEach((id) => table.add(id));
        expect(table.enterAll()).toBe(-1);
        expect(ids.map((id) => table.indexOf(id))).toEqual(ids.map((_, i) => i));
        expect(ids.map((_, i) => table.ids.at(i))).toEqual(ids);
        for (let i = 1; i < ids.length; i++) expect(Math.sign(table.ids.compare(i - 1, i))).toBe(ids[i - 1]! < ids[i]! ? -1 : 1);
        expect(table.indexOf('an id that is longer than any of them')).toBe(-1);
        for (const id of ids.slice(half)) table.add(id);
        expect(ids.length === 0 || table.enterAll() >= ids.length).toBe(true);
      }),
      { numRuns: 60, seed: 6 },
    );
  });
});
