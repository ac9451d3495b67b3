import { describe, expect, test } from 'vitest';
import { runForJson as run, testFolder } from '../testing/run';

const { at, file } = testFolder('convert');

describe('convert', () => {
  test('the case goes out as FollowTheMoney and comes back with its ties', async () => {
    const ftm = at('case.ftm.json');
    expect(await run('convert', 'graph-data/north-korea-telecom.json', ftm)).toMatchObject({
      code: 0, out: expect.stringContaining('FollowTheMoney'),
    });
    const { code, json } = await run('info', ftm, '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ format: 'ftm', relationshipTypes: { owns: expect.any(Number), partnerIn: expect.any(Number) } });
    expect(await run('trace', 'Huawei', 'Koryolink', '--data', ftm)).toMatchObject({ code: 0 });
  });

  test.each(['case.bods.json', 'case.ftm.json', 'case.gexf', 'case.csv.zip'])(
    'says what it wrote, which is what a reader finds in it: %s',
    async (name) => {
      const figures = async (path: string) => {
        const { entities, relationships, claims, sources } = (await run('info', path, '--json')).json();
        return `${entities} entities, ${relationships} relationships, ${claims} claims, ${sources} sources`;
      };
      const { out } = await run('convert', 'graph-data/north-korea-telecom.json', at(name));
      const [before, after] = [await figures('graph-data/north-korea-telecom.json'), await figures(at(name))];
      expect(out).toContain(`read back, it holds ${after}`);
      expect(out.includes(`The dataset has ${before}.`)).toBe(before !== after);
    },
  );

  test('of a format that is not read, says what the dataset has and that the file was not read back', async () => {
    const { out } = await run('convert', 'graph-data/north-korea-telecom.json', at('case.dot'));
    expect(out).toMatch(
      /: Graphviz.*; it cannot be read back to count what it holds\. The dataset has \d+ entities, \d+ relationships, \d+ claims, \d+ sources\.$/,
    );
  });

  test('an ending that no format has is misuse, a file that cannot be read the answer no', async () => {
    expect(await run('convert', 'graph-data/north-korea-telecom.json', at('case.xyz'))).toMatchObject({
      code: 2, err: expect.stringContaining('--to'),
    });
    expect(await run('convert', file('nonsense.txt', 'nothing here'), at('out.ftm.json'))).toMatchObject({ code: 1 });
  });
});
