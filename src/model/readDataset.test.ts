import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { integrityIssues, readDataset, shown, type Dataset } from './index';

/** A sound dataset, written as a file would hold it, for each test to spoil in one place. */
function sound() {
  return {
    format: 'throughline/1',
    id: 'case',
    title: 'A case',
    sources: [{ id: 'ap', title: 'Report', publisher: 'Associated Press', kind: 'news', published: '2008-12-15' }],
    entities: [
      { id: 'a', type: 'company', name: 'A', start: '1998', end: '..' },
      { id: 'b', type: 'jointVenture', name: 'B', claims: [{ source: 'ap', stance: 'asserts' }] },
    ],
    relationships: [{
      id: 'a-owns-b', type: 'owns', from: 'a', to: 'b', share: 75, claims: [{ source: 'ap', stance: 'asserts', statement: 'A has 75 %.' }],
    }],
  };
}
type Raw = ReturnType<typeof sound>;
function spoilt(spoil: (data: Record<string, never> & Raw) => void) {
  const data = sound();
  spoil(data as Record<string, never> & Raw);
  return readDataset(data);
}

describe('reading a dataset', () => {
  test('gives it back as it was written where nothing is wrong', () => {
    const data = sound();
    expect(readDataset(data)).toEqual({ dataset: data, issues: [] });
  });

  test('says which field holds which bad value, and what fits', () => {
    const { dataset, issues } = spoilt((d) => { d.entities[0]!.start = '2003-02-30'; });
    expect(dataset).toBeUndefined();
    expect(issues).toEqual([{
      code: 'bad-value', severity: 'error', at: 'entities[0].start', value: '2003-02-30',
      message: 'not a date: write YYYY, YYYY-MM or YYYY-MM-DD, of a day that exists',
      hint: 'Correct the value; graph-data/dataset.schema.json says what fits.',
    }]);
  });

  test('lists every issue, not only the first', () => {
    const { issues } = spoilt((d) => {
      d.entities[0]!.end = '2008-13';
      d.relationships[0]!.share = 120;
      d.relationships[0]!.type = 'swallows';
      d.sources[0]!.kind = 'gossip';
    });
    expect(issues.map((i) => i.at).sort()).toEqual([
      'entities[0].end', 'relationships[0].share', 'relationships[0].type', 'sources[0].kind',
    ]);
  });

  test('names a field that it does not know, and where such things go', () => {
    const { issues } = spoilt((d) => { Object.assign(d.relationships[0]!, { weight: 3 }); });
    expect(issues).toMatchObject([{
      code: 'unknown-field', at: 'relationships[0]', message: 'Unrecognized key: "weight"',
      hint: 'Remove the field, or put it under "properties".',
    }]);
  });

  test('names a field that is missing', () => {
    const { issues } = spoilt((d) => { delete (d.entities[1] as { name?: string }).name; });
    expect(issues).toMatchObject([{ code: 'missing-field', at: 'entities[1].name' }]);
    expect(issues[0]).not.toHaveProperty('value');
  });

  test('does not take another format for its own', () => {
    expect(
      spoilt((d) => {
        d.format = 'throughline/2';
      }).issues,
    ).toMatchObject([{ code: 'bad-value', at: 'format', value: 'throughline/2' }]);
  });

  test.each([[null], [undefined], [3], ['throughline/1'], [[]]])('refuses %j with an issue at the root', (data) => {
    expect(readDataset(data)).toMatchObject({ issues: [{ severity: 'error', at: '(root)' }] });
  });

  test('refuses an address that is not of the web', () => {
    expect(
      spoilt((d) => {
        Object.assign(d.sources[0]!, { url: 'javascript:alert(1)' });
      }).issues,
    ).toMatchObject([{ at: 'sources[0].url', value: 'javascript:alert(1)' }]);
  });

  test('refuses a country that is not a code', () => {
    expect(
      spoilt((d) => {
        Object.assign(d.entities[0]!, { jurisdiction: 'Egypt' });
      }).issues[0]!.message,
    ).toBe('not a country code: write ISO 3166, as KP or US-DE');
  });

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (value, other, third) => {
      for (const data of [
        value, { ...sound(), entities: value }, { ...sound(), relationships: [value, other] }, { ...sound(), sources: [third] },
      ]) {
        const { dataset, issues } = readDataset(data);
        expect(dataset === undefined).toBe(issues.some((i) => i.severity === 'error'));
      }
    }));
  });
});

describe('what a dataset of the right shape may still get wrong', () => {
  test.each(['sources', 'entities', 'relationships'] as const)('an id used twice in %s', (list) => {
    const { dataset, issues } = spoilt((d) => { (d[list] as unknown[]).push(d[list][0]); });
    const again = sound()[list].length;
    expect(dataset).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'duplicate-id', at: `${list}[${again}].id`, message: `${list}[0] has this id already.` }]);
  });

  test('an end that is not there', () => {
    const { dataset, issues } = spoilt((d) => { d.relationships[0]!.to = 'nowhere'; });
    expect(dataset).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'dangling-end', severity: 'error', at: 'relationships[0].to', value: 'nowhere' }]);
  });

  test('both ends that are not there', () => {
    const { issues } = spoilt((d) => { Object.assign(d.relationships[0]!, { from: 'x', to: 'y' }); });
    expect(issues.map((i) => i.at)).toEqual(['relationships[0].from', 'relationships[0].to']);
  });

  test('a source that is not there, of a relationship or of an entity', () => {
    const { issues } = spoilt((d) => {
      d.relationships[0]!.claims[0]!.source = 'afp';
      d.entities[1]!.claims![0]!.source = 'dpa';
    });
    expect(issues.map((i) => [i.code, i.at, i.value])).toEqual([
      ['dangling-source', 'entities[1].claims[0].source', 'dpa'],
      ['dangling-source', 'relationships[0].claims[0].source', 'afp'],
    ]);
  });

  test('ends that the catalogue does not permit are a warning, and the dataset is kept', () => {
    const { dataset, issues } = spoilt((d) => { d.relationships[0]!.type = 'employs'; });
    expect(dataset).toBeDefined();
    expect(issues).toMatchObject([{
      code: 'unusual-ends', severity: 'warning', at: 'relationships[0].type', value: 'employs',
      message: '"employs" does not usually run from a company to a joint venture.',
    }]);
  });

  test('is found in a dataset that was never a file, too', () => {
    const data = sound() as unknown as Dataset;
    expect(integrityIssues(data)).toEqual([]);
    expect(integrityIssues({ ...data, entities: [] }).map((i) => i.code)).toEqual(['dangling-end', 'dangling-end']);
  });
});

describe('a reading of the editor', () => {
  const withReading = (restsOn?: { record: string; source: string }[], kind: string = 'reading') =>
    spoilt((d) => {
      d.sources.push({ id: 'ours', title: 'Our reading', publisher: 'The editor', kind, published: '2026' });
      d.relationships.push({
        id: 'b-owns-a', type: 'owns', from: 'b', to: 'a', share: 5,
        claims: [{ source: 'ours', stance: 'asserts', statement: 'So we infer.', ...(restsOn ? { restsOn } : {}) }],
      });
    }).issues.map((i) => `${i.code} at ${i.at}`);

  test('rests on claims that are there', () => {
    expect(withReading([{ record: 'a-owns-b', source: 'ap' }, { record: 'b', source: 'ap' }])).toEqual([]);
    expect(withReading([{ record: 'a', source: 'ap' }])).toEqual(['dangling-ground at relationships[1].claims[0].restsOn[0]']);
  });

  test('says what it rests on, and nothing else does', () => {
    expect(withReading()).toEqual(['reading-without-grounds at relationships[1].claims[0]']);
    expect(withReading([{ record: 'b', source: 'ap' }], 'news')).toEqual(['grounds-of-source at relationships[1].claims[0].restsOn']);
  });
});

describe('a value as an issue shows it', () => {
  test('is short, and text is shown without quotes', () => {
    expect(shown('2008-13')).toBe('2008-13');
    expect(shown({ min: 5 })).toBe('{"min":5}');
    expect(shown(undefined)).toBe('undefined');
    expect(shown('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
    expect(shown('x'.repeat(80))).toHaveLength(80);
  });
});
