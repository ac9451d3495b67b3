import { expect, test } from 'vitest';
import { integrityIssues } from '../../model';
import { generatedChart } from './generatedChart';

test('a generated chart is whole, and the same for the same seed alone', () => {
  const { part, positions } = generatedChart(60, 1);
  expect([part.entities.length, part.relationships.length, positions.size]).toEqual([60, 96, 60]);
  expect(integrityIssues({ format: 'throughline/1', id: 'x', title: 'x', ...part }).filter((i) => i.severity === 'error')).toEqual([]);
  expect(part.relationships.every((r) => r.from !== r.to)).toBe(true);
  expect(generatedChart(60, 1)).toEqual({ part, positions });
  expect(generatedChart(60, 2).part).not.toEqual(part);
});
