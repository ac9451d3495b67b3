import { expect, it } from 'vitest';
import { previewTables } from '../../../formats';
import { doubtsOf } from './doubtsOf';

it('a doubt stands at its column, its table or the file', async () => {
  const text = 'Gesellschafter;Gesellschaft;Anteil;seit\nAlder AG;Birch GmbH;0,75;03/04/2011\nCedar KG;Birch GmbH;0,25;05/06/2012\n';
  const preview = await previewTables(new TextEncoder().encode(text), { name: 'anteile.csv' });
  const { file, tables } = doubtsOf(preview);
  expect(preview.doubts.length).toBeGreaterThan(0);
  const all = [...file, ...tables.flatMap((t) => [...t.table, ...[...t.columns.values()].flat()])];
  expect(all.map((d) => d.code).sort()).toEqual(preview.doubts.map((d) => d.code).sort());
  expect(tables[0]!.columns.get(2)?.map((d) => d.code)).toContain('fractions-as-shares');
  expect(tables[0]!.columns.get(3)?.map((d) => d.code)).toContain('ambiguous-dates');
});
