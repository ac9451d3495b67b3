import { expect, test } from 'vitest';
import { acceptedCandidate } from './acceptedCandidate';

const accept = (service: string, id = 'NK-1') =>
  acceptedCandidate({ id: 'oak', type: 'company' }, { id, name: 'Oak', score: 1 } as never, {
    manifest: { name: 'Register' }, service, on: '2026-11-28', as: 'same',
  });

test('records of two services of one host stay two, and one address with or without a slash behind it is one service', () => {
  const [one, other] = [accept('https://api.example.org/reconcile/people'), accept('https://api.example.org/reconcile/firms')];
  expect(one.entity.id).toMatch(/^api-example-org-\w+-NK-1$/);
  expect(other.entity.id).not.toBe(one.entity.id);
  expect(other.edits[0]!.id).not.toBe(one.edits[0]!.id);
  expect(accept('https://api.example.org/reconcile/people/').entity.id).toBe(one.entity.id);
});

test('records whose ids are too long and begin alike stay two', () => {
  const [a, b] = ['a', 'b'].map((end) => accept('https://api.example.org/', 'x'.repeat(300) + end).entity.id);
  expect(a).not.toBe(b);
  expect(a!.length).toBeLessThanOrEqual(200);
});
