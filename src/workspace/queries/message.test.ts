import { afterEach, expect, test, vi } from 'vitest';
import { UnknownEntityError } from '../../store';
import { messageOf } from './message';

afterEach(() => vi.restoreAllMocks());

test('what the engine says never reaches a person; it goes into the log', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let caught: unknown;
  try {
    (undefined as unknown as { x: number }).x.toFixed();
  } catch (error) {
    caught = error;
  }
  expect(messageOf(caught)).toBe('The program made a mistake. Please report this, with the file and what you did.');
  expect(log).toHaveBeenCalledWith(caught);
  expect(messageOf(new TypeError('Failed to fetch'))).toBe('The server cannot be reached. Check that it is running, and try again.');
});

test('what our own errors say reaches the person as it is', () => {
  const error = new UnknownEntityError('nobody');
  expect(messageOf(error)).toBe(error.message);
  expect(messageOf('cancelled')).toBe('cancelled');
});
