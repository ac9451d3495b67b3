import { expect, test } from 'vitest';
import type { DatasetPart, Entity } from '../../model';
import { namedAllTheSame } from './namedAllTheSame';

const entity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({ id, type: 'company', name, ...more });
const orascom = entity('orascom', 'Orascom Telecom', { aliases: ['OTH'] });
const loxley = entity('loxley', 'Loxley');
const unicom = entity('unicom', '中国联通');

const drawn: DatasetPart = {
  entities: [entity('cheo', 'CHEO', { summary: 'A network.' }), entity('owner', 'Orascom Telecom Media')],
  relationships: [{
    id: 't', type: 'owns', from: 'owner', to: 'cheo',
    claims: [{ source: 's', stance: 'asserts', statement: 'It bought the share of orascom telecom in 2011.' }],
  }],
  sources: [{ id: 's', title: 'How Loxley left', publisher: 'P', kind: 'news' }],
};

test('who is hidden and stands in what a claim says, or in the title of a source, is named', () => {
  expect(namedAllTheSame(drawn, [loxley, orascom, unicom])).toEqual([loxley, orascom]);
});

test('a longer name of somebody drawn is no naming of who is hidden', () => {
  const without = {
    ...drawn,
    relationships: drawn.relationships.map((r) => ({
      ...r, claims: [{ source: 's', stance: 'asserts' as const, statement: 'Orascom Telecom Media bought it.' }],
    })),
  };
  expect(namedAllTheSame(without, [orascom])).toEqual([]);
});

test.each([
  ['a summary', { entities: [entity('cheo', 'CHEO', { summary: 'Once of OTH.' })] }, [orascom]],
  ['a role', { relationships: [{ ...drawn.relationships[0]!, claims: [], role: 'for Loxley' }], sources: [] }, [loxley]],
  ['a property', { entities: [entity('cheo', 'CHEO', { properties: { remark: ['with 中国联通公司'] } })] }, [unicom]],
  ['an address', { sources: [{ ...drawn.sources[0]!, title: 'Report', url: 'https://x.example/loxley-leaves' }] }, [loxley]],
] satisfies [string, Partial<DatasetPart>, Entity[]][])('in %s as well', (_, change, named) => {
  expect(namedAllTheSame({ entities: [], relationships: [], sources: [], ...change }, [orascom, loxley, unicom])).toEqual(named);
});
