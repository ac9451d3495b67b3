import { expect, test } from 'vitest';
import type { Dataset } from '../dataset';
import { edited, NO_EDITS, withEdits } from './edits';
import { editsOfReplacements, replacementsIn } from './replacements';

const data: Dataset = {
  format: 'throughline/1', id: 'x', title: 'X', sources: [{ id: 's', title: 'On Oak', publisher: 'Oak Press', kind: 'news' }],
  entities: [
    {
      id: 'oak', type: 'company', name: 'Oak Ltd', aliases: ['Old Oak', 'OAK'],
      claims: [{ source: 's', stance: 'asserts', statement: 'Oak has two cranes.', quote: 'Oak has two' }],
    },
  ],
  relationships: [{ id: 'r', type: 'directs', from: 'oak', to: 'oak', role: 'head of oak', claims: [] }],
};

test('every text of the editor’s own in which something is found is listed with what replaces it, quotes never', () => {
  expect(replacementsIn(data, { find: 'oak', replace: 'Elm$&' }).map(({ id, field, after }) => `${id}.${field}: ${after}`)).toEqual([
    's.title: On Elm$&', 's.publisher: Elm$& Press', 'oak.name: Elm$& Ltd', 'oak.aliases[0]: Old Elm$&', 'oak.aliases[1]: Elm$&',
    'oak.claims[0].statement: Elm$& has two cranes.', 'r.role: head of Elm$&',
  ]);
  expect(replacementsIn(data, { find: 'oak', replace: 'elm', exactly: true }).map((r) => r.field)).toEqual(['role']);
  expect([replacementsIn(data, { find: '', replace: 'x' }), replacementsIn(data, { find: '.*', replace: 'x' })]).toEqual([[], []]);
});

test('those that are chosen are made, several of one record together, and one whose text has changed since is not', () => {
  const found = replacementsIn(data, { find: 'Oak', replace: 'Elm', exactly: true });
  const chosen = found.filter((r) => r.id === 'oak' && r.field !== 'aliases[0]');
  const after = edited(data, withEdits(NO_EDITS, editsOfReplacements(data, chosen)));
  expect(after.entities[0]).toMatchObject({
    name: 'Elm Ltd', aliases: ['Old Oak', 'OAK'], claims: [{ statement: 'Elm has two cranes.', quote: 'Oak has two' }],
  });
  expect(editsOfReplacements(after, chosen)).toEqual([]);
});
