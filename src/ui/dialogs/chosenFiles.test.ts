import { expect, it } from 'vitest';
import { chosenFiles } from './chosenFiles';

it('files chosen as a folder keep their paths, and what is hidden there stays out', () => {
  const at = (path: string) => Object.defineProperty(new File(['1'], path.split('/').at(-1)!), 'webkitRelativePath', { value: path });
  expect(chosenFiles([at('case/a.csv'), at('case/.DS_Store')]).map((f) => f.name)).toEqual(['case/a.csv']);
  expect(chosenFiles([new File(['1'], 'b.csv')]).map((f) => f.name)).toEqual(['b.csv']);
});
