import { expect, test } from 'vitest';
import { samplesIn } from './samplesListing';

test('the figures of a listing are understood in the words of each format', () => {
  const listing = [
    '# Samples',
    '- `ftm/a.ijson` 7 B | FtM NDJSON | 475 entities (290 Payment, 185 Person); 290 edge entities; '
    + 'refs 684 resolved/0 dangling | somebody | MIT',
    '- `bods/a.json` 7 B | BODS 0.4 | 7 statements (3 person, 1 entity, 3 relationship); 0 interests with share | somebody',
    '- `bods/b.json` 7 B | BODS 0.1 | 4 statements (1 entityStatement, 2 personStatement, 1 ownershipOrControlStatement); '
    + '1 interests | somebody',
    '- `gleif/lei.xml` 7 B | XML | LEIRecord 13, root LEIData | somebody', '- `gleif/rr-data.json` 7 B | JSON | records 10 | somebody',
    '- `icij/a.zip` 7 B | CSV zip | nodes-entities.csv 24, nodes-officers.csv 4, relationships.csv 108 | somebody',
    '- `gml/a.gml` 7 B | GML | nodes 77, edges 254, directed False | somebody',
    '- `pajek/a.paj` 7 B | Pajek .paj | name=A vertices=25 arcs=322; name=B vertices=18 arcslist=3 edgeslist=30; '
    + 'kind=*partition name=C vertices=18 | somebody',
    '- `pajek/b.net` 7 B | Pajek .net | name=D vertices=41 mode1=26 matrix_rows=26 | somebody',
    '- `cyjs/a.json` 7 B | Cytoscape .js | nodes 161, edges 5845, compound_children 0 | somebody',
    '- `cx2/a.cx2` 7 B | CX 2 | CX 2.0: 6 nodes, 5 edges | somebody', '- `negative/a.cx2` 7 B | CX 2 | CX 1.0: 2 nodes, 1 edges | somebody',
    '- `kumu/a.json` 7 B | Kumu | attributes 11, elements 51, connections 113, loops 0, maps 1 | somebody',
    "- `kumu/a.xlsx` 7 B | workbook | sheets {'Elements': 52, 'Connections': 114} | somebody",
    '- `littlesis/a.json` 7 B | map | nodes 26, edges 37, captions 0, annotations 6 | somebody',
    '- `littlesis/b.json` 7 B | list | type list, items 200 | somebody',
    '- `littlesis/c.csv` 7 B | CSV | 12 rows (incl. any header), 2 columns | somebody',
    '- `other/a.txt` 7 B | text | nodes 77, edges 254 | somebody',
  ].join('\n');
  expect(samplesIn(listing).map((s) => `${s.path} ${s.entities} ${s.relationships}`)).toEqual([
    'ftm/a.ijson 185 394', 'bods/a.json 4 3', 'bods/b.json 3 1', 'gleif/lei.xml 13 0', 'gleif/rr-data.json undefined 10',
    'icij/a.zip 28 108', 'gml/a.gml 77 254', 'pajek/a.paj 43 355', 'pajek/b.net 41 undefined', 'cyjs/a.json 161 5845', 'cx2/a.cx2 6 5',
    'negative/a.cx2 0 0', 'kumu/a.json 51 113', 'kumu/a.xlsx 51 113', 'littlesis/a.json 26 37', 'littlesis/b.json 200 0',
    'littlesis/c.csv 11 0',
  ]);
});
