import { describe, expect, test } from 'vitest';
import { boxShapes, entityTypeIds, entityTypes, type Entity } from '../../model';
import { fonts, measureText } from '../text';
import { boxOf, boxParts, detailFor } from './boxOf';

const huawei: Entity = { id: 'huawei', type: 'company', name: 'Huawei Technologies Co., Ltd.', shortName: 'Huawei', jurisdiction: 'CN' };

describe('the box of an entity', () => {
  test('shows the short name, and type and country below it where there is room for a second line', () => {
    expect(boxOf(huawei, 'full')).toMatchObject({ name: ['Huawei'], subtitle: 'company · CN' });
    expect(boxOf(huawei, 'compact').subtitle).toBeUndefined();
  });

  test('a joint venture without a country says its type alone', () => {
    expect(boxOf({ id: 'x', type: 'jointVenture', name: 'CHEO' }, 'full').subtitle).toBe('joint venture');
  });

  test.each(['full', 'compact'] as const)('text and icon of every type stay inside a %s box', (detail) => {
    for (const type of entityTypeIds) {
      const box = { ...boxOf({ id: 'x', type, name: 'Korea Post and Telecommunications Corporation' }, detail), x: 0, y: 0, detail };
      const parts = boxParts(box);
      expect(parts.icon.x - parts.icon.size / 2).toBeGreaterThan(-box.width / 2);
      for (const line of parts.name) {
        expect(line.x + measureText(line.text, parts.nameFont)).toBeLessThan(box.width / 2);
        expect(line.y).toBeLessThan(box.height / 2);
        expect(line.y - parts.nameFont.size * 0.7).toBeGreaterThan(-box.height / 2);
      }
      if (parts.subtitle) expect(parts.subtitle.x + measureText(parts.subtitle.text, fonts.subtitle)).toBeLessThan(box.width / 2);
    }
  });

  test('no compact box is wider than 180 units, however long the name', () => {
    for (const type of entityTypeIds)
      expect(boxOf({ id: 'x', type, name: 'Long name '.repeat(20) }, 'compact').width).toBeLessThanOrEqual(180);
  });

  test('every outline that there is belongs to a type', () => {
    expect(new Set(entityTypeIds.map((type) => entityTypes[type].shape))).toEqual(new Set(boxShapes));
  });

  test('boxes lose their second line on a chart of more than thirty', () => {
    expect([detailFor(30), detailFor(31)]).toEqual(['full', 'compact']);
  });
});
