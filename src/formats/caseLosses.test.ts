import { describe, expect, test } from 'vitest';
import { chartDocument, type CaseChart, type Dataset } from '../model';
import { formats } from './registry';
import { readFile } from './readFile';
import { harbourCase } from './testing/harbourCase';

const { entities } = harbourCase;
const noted: Dataset = {
  ...harbourCase,
  notes: [{ id: 'n1', text: 'Ask the register.', entity: entities[0]!.id }, { id: 'n2', text: 'Ask the port.', entity: entities[1]!.id }],
};
const chart = chartDocument.parse({
  entities: [entities[0]!.id], positions: { [entities[0]!.id]: { x: 0, y: 0 } }, pinned: [], hidden: [], expanded: {}, layout: 'organic',
});
const charts: CaseChart[] = ['Main', 'Other', 'Third'].map((name) => ({ name, chart }));

describe.each(formats.filter((f) => f.write))('a case that is written as $id', (format) => {
  test('has its notes and charts in the file, or counted as lost', async () => {
    const { bytes, issues } = await format.write!(noted, { charts });
    const reading = format.writeOnly ? undefined : await readFile(bytes, { format: format.id, name: `case${format.extensions[0]}` });
    const lost = (code: string) => Number(issues.find((i) => i.code === code)?.value ?? 0);
    expect((reading?.dataset?.notes?.length ?? 0) + lost('lost-notes')).toBe(2);
    expect((reading?.charts?.length ?? 0) + lost('lost-charts')).toBe(3);
  });
});
