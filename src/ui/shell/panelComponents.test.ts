import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PANELS } from '../../workspace';

test.each(Object.entries(PANELS))('the panel %s has its component where the table says', (_id, { component }) => {
  expect(existsSync(join(import.meta.dirname, '..', `${component}.tsx`))).toBe(true);
});
