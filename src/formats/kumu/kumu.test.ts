import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset, type Dataset } from '../../model';
import { guessFormat, readFile } from '..';
import { kumuMeaning, kumuValues } from './columns';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const said = ({ relationships }: Dataset) =>
  relationships.map((r) => `${r.from} ${r.type}${r.label ? ` “${r.label}”` : ''} ${r.to}${r.role ? ` (${r.role})` : ''}`);

test.each(['harbour.json', 'blueprint.json'])('%s is known by its content and gives a sound dataset', async (name) => {
  expect(guessFormat(golden(name))?.id).toBe('kumu');
  expect(readDataset((await readFile(golden(name))).dataset).issues.filter((i) => i.severity === 'error')).toEqual([]);
});

describe('a project of Kumu', async () => {
  const { dataset, report, perspectives } = await readFile(golden('harbour.json'));

  test('becomes a dataset with its title; elements keep what Kumu knows of them', () => {
    expect(dataset).toMatchObject({ title: 'Harbour', summary: 'Ties around a port' });
    expect(dataset!.entities).toEqual([
      {
        id: 'elem-1', type: 'person', name: 'Olga Oak', summary: 'Owner of **ports**',
        properties: { 'element type': 'Person', tags: ['vip', 'owner'], 'home address': '1 Quay', typeGuessedFrom: 'element type' },
      },
      { id: 'elem-2', type: 'company', name: 'Elm Port Ltd', start: '2001-05' },
      { id: 'elem-3', type: 'organization', name: '42', properties: { 'element type': 'Stakeholder', typeUnknown: true } },
      { id: 'elem-9', type: 'organization', name: 'elem-9', properties: { notInFile: true } },
    ]);
  });

  test('keeps directions, types, labels and loops of connections', () => {
    expect(said(dataset!)).toEqual([
      'elem-1 owns elem-2', 'elem-2 connectedWith “trusts” elem-3', 'elem-1 connectedWith elem-3', 'elem-3 linkedTo elem-3',
      'elem-3 linkedTo elem-9',
    ]);
    expect(dataset!.relationships.map((r) => r.properties)).toEqual([
      { 'power score': 8, type: 'Owns', label: '60 percent', typeGuessedFrom: 'type' },
      { delayed: true },
      { type: '+', mutual: true },
      { reversed: true },
      undefined,
    ]);
    expect(dataset!.relationships.every((r) => r.claims.length === 1 && r.claims[0]!.stance === 'asserts')).toBe(true);
  });

  test('gives each map as a view, the default one first', () => {
    expect(perspectives).toEqual([
      { id: 'map-b2', title: 'Owners', summary: 'Who owns the port\n\n## Notes', positions: { 'elem-1': { x: -10, y: 20 } } },
      {
        id: 'map-a1', title: 'Everyone', summary: 'The map “Everyone”, as Kumu lays it out.',
        positions: { 'elem-1': { x: 1, y: -2 }, 'elem-2': { x: 3.5, y: 4 } },
      },
    ]);
  });

  test('says what it did not express, and what is private there', () => {
    expect(report.notExpressed).toEqual({ 'curves of connections': 1, loops: 1, 'styles of perspectives': 1 });
    expect(report.issues.map((i) => i.code)).toEqual([
      'reversed', 'private-fields', 'type-unknown', 'type-guessed', 'verb-guessed', 'dangling-end',
    ]);
  });
});

test('a blueprint names its elements by their labels', async () => {
  const { dataset } = await readFile(golden('blueprint.json'));
  expect(dataset!.entities).toMatchObject([
    { type: 'person', name: 'Olga Oak', properties: { tags: ['vip', 'owner'] } }, { type: 'company', properties: { berths: 4 } },
    { name: 'Ash Club', properties: { notInFile: true } },
  ]);
  expect(said(dataset!)).toEqual(['Olga Oak directs Elm Port Ltd (director)', 'Elm Port Ltd meets Ash Club']);
});

describe('the columns of Kumu', () => {
  test.each([
    ['elements', 'Label', 'name'],
    ['elements', 'Element Type', 'type'],
    ['elements', 'Description', 'summary'],
    ['elements', 'Tags', 'property'],
    ['elements', 'Power Score', 'property'],
    ['elements', 'constructor', 'property'],
    ['connections', 'FROM', 'from'],
    ['connections', 'To', 'to'],
    ['connections', 'Direction', 'directed'],
    ['connections', 'Type', 'relationshipType'],
    ['connections', 'Label', 'label'],
    ['connections', 'Description', 'property'],
  ] as const)('of its %s: %s', (sheet, header, meaning) => expect(kumuMeaning(sheet, header)).toBe(meaning));

  test('hold several values with bars between them', () => {
    expect(kumuValues(' vip | owner|')).toEqual(['vip', 'owner']);
  });
});
