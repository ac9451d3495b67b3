import { describe, expect, test } from 'vitest';
import { DatasetBuilder } from '../builder';
import { GraphReader } from './graphReader';
import type { GraphEdge } from './graphRecord';

function read(...edges: Partial<GraphEdge>[]) {
  const reader = new GraphReader(new DatasetBuilder('graphml', { name: 'ties.graphml' }));
  for (const id of ['a', 'b', 'c']) reader.node({ id, label: `Company ${id}`, fields: new Map([['type', 'company']]), at: 1 });
  for (const edge of edges) reader.edge({ source: 'a', target: 'b', direction: 'directed', fields: new Map(), at: 2, ...edge });
  const { dataset, report } = reader.reading();
  const sources = dataset!.relationships.map((r) => r.claims.map((c) => dataset!.sources.find((s) => s.id === c.source)!));
  return { relationships: dataset!.relationships, sources, report };
}

describe('the fields of an edge', () => {
  test('called connection name its type or are its verb, as in a table', () => {
    const { relationships } = read(
      { fields: new Map([['connection', 'Director']]) },
      { fields: new Map([['Connection', 'Sold condos in tower to']]) },
    );
    expect(relationships).toMatchObject([
      { type: 'directs', role: 'director' },
      { type: 'linkedTo', label: 'Sold condos in tower to' },
    ]);
    expect(relationships[1]!.properties).toBeUndefined();
  });

  test.each<[string, [string, string][], object[]]>([
    [
      'an address',
      [['sources', 'https://news.example/2017/ties']],
      [{ title: 'news.example/2017/ties', publisher: 'news.example', url: 'https://news.example/2017/ties' }],
    ],
    [
      'several addresses',
      [['Source(s)', 'https://a.example/1; https://b.example/2']],
      [{ publisher: 'a.example' }, { publisher: 'b.example' }],
    ],
    [
      'a title with its address and publisher',
      [
        ['source title', 'Who owns B'],
        ['source url', 'https://a.example/1'],
        ['publisher', 'The Courier'],
        ['published', '2009-03'],
      ],
      [{ title: 'Who owns B', publisher: 'The Courier', url: 'https://a.example/1', published: '2009-03' }],
    ],
    ['a title alone', [['sources', 'Annual report 2009']], [{ title: 'Annual report 2009', publisher: 'publisher not stated' }]],
  ])('called sources are the claims: %s', (_, fields, expected) => {
    const { relationships, sources } = read({ label: 'owns', fields: new Map(fields) });
    expect(sources).toMatchObject([expected]);
    expect(sources[0]).toHaveLength(expected.length);
    expect(relationships[0]!.properties).toBeUndefined();
  });

  test('without sources the file is the source, and a field called source is the file’s own', () => {
    const { relationships, sources } = read({
      label: 'owns',
      fields: new Map([
        ['source', 'x'],
        ['publisher', 'P'],
      ]),
    });
    expect(sources).toMatchObject([[{ title: 'ties.graphml' }]]);
    expect(relationships[0]!.properties).toMatchObject({ source: 'x', publisher: 'P' });
  });
});

describe('a verb with markup', () => {
  test('is plain text, and known where its words are', () => {
    const { relationships } = read(
      { label: '<html><b>owns</b></html>' },
      { label: 'sold <i>condos</i> to<br/>friends &amp; kin' },
      { fields: new Map([['relation', '<p>Pays</p>']]) },
    );
    expect(relationships).toMatchObject([{ type: 'owns' }, { type: 'linkedTo', label: 'sold condos to friends & kin' }, { type: 'pays' }]);
  });

  test('is not every text with an angle', () => {
    expect(read({ label: 'is < 25 % owner of' }).relationships[0]!.label).toBe('is < 25 % owner of');
  });
});

test.each(['javascript:alert(1)', 'see the report'])('what stands for the address of a source and is none, %s, is its title', (text) => {
  const { sources } = read({ fields: new Map([['source url', text]]) });
  expect(sources).toMatchObject([[{ title: text }]]);
  expect(sources[0]![0]!.url).toBeUndefined();
});
