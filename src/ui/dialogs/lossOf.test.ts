import { expect, it } from 'vitest';
import { formats } from '../../formats';
import { smallDataset } from '../testing/testDataset';
import { lossOf } from './lossOf';

it('a loss says of how many records, and not the format once more', async () => {
  const bods = formats.find((f) => f.id === 'bods')!;
  const { issues } = await bods.write!(smallDataset);
  const losses = issues.map(lossOf);
  expect(losses.length).toBeGreaterThan(0);
  for (const loss of losses) {
    expect(loss.records).toBeGreaterThan(0);
    expect(loss.what).not.toContain('could not hold');
  }
});

it('an issue in other words is shown as it stands', () => {
  expect(lossOf({ code: 'x', severity: 'warning', at: '(file)', message: 'The picture is not in it.', hint: 'Save an image.' })).toEqual({
    what: 'The picture is not in it.', hint: 'Save an image.', at: '(file)',
  });
});
