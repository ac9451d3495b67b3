import { expect, it } from 'vitest';
import { reportText } from './reportText';

it('a report as text says the file, its figures and every issue with its place, value and hint', () => {
  const text = reportText({
    file: 'case.json', opened: false, counts: { entities: 3, relationships: 2, claims: 2, sources: 1 },
    issues: [{
      code: 'dangling-end', severity: 'error', at: 'relationships[1].to', value: 'nobody', message: 'No entity has this id.',
      hint: 'Add the entity, or correct the id.',
    }],
  });
  expect(text).toBe(
    'case.json: not opened\n3 entities, 2 relationships, 2 claims, 1 sources\nerror dangling-end at relationships[1].to (nobody): '
    + 'No entity has this id. Add the entity, or correct the id.',
  );
});

it('it names the format, and counts what was kept as properties and what was not expressed', () => {
  const text = reportText({
    file: 'people.ndjson', opened: true, format: 'ftm', keptAsProperties: { weakAlias: 3 }, notExpressed: { topics: 2 }, issues: [],
  });
  expect(text).toContain('people.ndjson: opened, read as FollowTheMoney');
  expect(text).toContain('\nKept as properties: weakAlias (3)\nNot expressed: topics (2)');
});
