import { expect, it } from 'vitest';
import { reportText } from './reportText';

it('a report as text says the file, its figures and every issue with its place, value and hint', () => {
  const text = reportText({
    file: 'case.json',
    opened: false,
    counts: { entities: 3, relationships: 2, claims: 2, sources: 1 },
    issues: [{ code: 'dangling-end', severity: 'error', at: 'relationships[1].to', value: 'nobody', message: 'No entity has this id.', hint: 'Add the entity, or correct the id.' }],
  });
  expect(text).toBe(
    'case.json: not opened\n3 entities, 2 relationships, 2 claims, 1 sources\nerror dangling-end at relationships[1].to (nobody): No entity has this id. Add the entity, or correct the id.',
  );
});
