import { expect, test } from 'vitest';
import { z } from 'zod';
import { PatternSizeError, SearchSizeError } from '../analysis';
import type { DatasetReader } from './memory/datasetReader';
import { question } from './question';
import { TooMuchAskedError } from './storeError';

const asked = (error: Error) =>
  question('What?', z.strictObject({}), () => Promise.reject(error)).answer(undefined as unknown as DatasetReader, {}, {});

test('a search that the data are too large for is too much asked, whatever else fails is what it was', async () => {
  for (const error of [new PatternSizeError(9), new SearchSizeError('there is too much')]) {
    await expect(asked(error)).rejects.toThrow(TooMuchAskedError);
    await expect(asked(error)).rejects.toThrow(error.message);
  }
  const other = new RangeError('defect');
  await expect(asked(other)).rejects.toBe(other);
});
