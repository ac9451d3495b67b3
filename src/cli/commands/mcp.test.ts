import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mcpClient } from '../testing/mcpClient';
import { plantedDataset, PLANTED } from '../testing/plantedDataset';
import { testFolder } from '../testing/run';

const folder = testFolder('mcp');
type Mcp = Awaited<ReturnType<typeof mcpClient>>;

/** Everything of an answer that is not marked as quoted. */
const ownWords = (text: string) => text.replace(/⟦[^⟦⟧]*⟧/g, '');

describe('an agent asks about the bundled case', () => {
  let mcp: Mcp;
  const log = folder.at('asked.jsonl');
  beforeAll(async () => void (mcp = await mcpClient('--log', log)));
  afterAll(() => mcp.close());

  test('it is told of every tool with an example, and each example is answered in the shape that is promised', async () => {
    const { tools } = await mcp.client.listTools();
    expect(tools.map((t) => t.name)).toEqual([
      'describe', 'search', 'entity', 'neighbours', 'routes', 'why_no_route', 'between', 'ventures', 'owners', 'claims', 'source',
      'timeline', 'snapshot',
    ]);
    for (const { name, description = '', annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object']);
      const [, example] = /Example: (\{.*\})$/.exec(description)!;
      // The client of the SDK holds the answer to the shape of the tool.
      const answer = await mcp.ask(name, JSON.parse(example!) as object);
      expect(answer, name).toMatchObject({ refused: false });
      expect(JSON.parse(answer.text)).toEqual(answer.told);
    }
  });

  test('a route is never a bare chain: a sentence, its status, its weakest hop, and every hop with claims and sources', async () => {
    const { told } = await mcp.ask('routes', { from: 'Huawei', to: 'Koryolink', limit: 3 });
    const { routes, sources, page } = told as unknown as {
      routes: {
        sentence: string; status: string; weakest: object; together: string;
        chain: { ties: { sentence: string; status: string; claims: { source: string; stance: string }[] }[] }[];
      }[];
      sources: { id: string; publisher: string }[]; page: { shown: number; next?: number };
    };
    expect(page).toEqual({ shown: 3, next: 3 });
    const known = new Set(sources.map((s) => s.id));
    for (const route of routes) {
      expect(route).toMatchObject({ sentence: expect.stringMatching(/^⟦Huawei/), weakest: { status: route.status } });
      for (const hop of route.chain) expect(hop.ties.length).toBeGreaterThan(0);
      const ties = route.chain.flatMap((hop) => hop.ties);
      for (const tie of ties) expect(tie.claims.map((c) => known.has(c.source))).toEqual(tie.claims.map(() => true));
    }
    const disputed = routes.flatMap((r) => r.chain).flatMap((h) => h.ties).find((t) => t.status === 'disputed')!;
    expect(new Set(disputed.claims.map((c) => c.stance)).size).toBeGreaterThan(1);
    // A reading of the editor is told as one, and is no source that says so.
    expect(disputed).toMatchObject({ said: { readings: 1 }, claims: expect.arrayContaining([expect.objectContaining({ reading: true })]) });
  });

  test('what is denied stands beside a hop and makes no part of the route', async () => {
    const file = folder.file('denied.json', {
      format: 'throughline/1', id: 'denied', title: 'Denied',
      sources: [{ id: 's', title: 'Statement', publisher: 'A', kind: 'news' }],
      entities: [{ id: 'a', type: 'company', name: 'A' }, { id: 'b', type: 'company', name: 'B' }],
      relationships: [
        { id: 'pays', type: 'pays', from: 'a', to: 'b', claims: [{ source: 's', stance: 'denies' }] },
        { id: 'supplies', type: 'supplies', from: 'a', to: 'b', claims: [{ source: 's', stance: 'alleges' }] },
      ],
    });
    const other = await mcpClient(file);
    try {
      const { told } = await other.ask('routes', { from: 'a', to: 'b' });
      expect(told).toMatchObject({
        routes: [{
          sentence: '⟦A⟧ allegedly supplies ⟦B⟧.', status: 'alleged',
          chain: [{ ties: [{ id: 'supplies' }], deniedBeside: [{ id: 'pays', status: 'denied', claims: [{ stance: 'denies' }] }] }],
        }],
        leftOut: expect.stringContaining('1 by its status'),
      });
    } finally {
      await other.close();
    }
  });

  test('a list is read page after page, without gap or repetition', async () => {
    const ids = async (skip: number) => {
      const { told } = await mcp.ask('neighbours', { entity: 'koryolink', limit: 7, skip });
      return told as unknown as { neighbours: { id: string }[]; page: { next?: number; of: number } };
    };
    const read: string[] = [];
    let of = 0;
    for (let next: number | undefined = 0; next !== undefined; ) {
      const { neighbours, page } = await ids(next);
      read.push(...neighbours.map((n) => n.id));
      [next, of] = [page.next, page.of];
    }
    const { told } = await mcp.ask('neighbours', { entity: 'koryolink', limit: 50 });
    expect(read).toHaveLength(of);
    expect(read).toEqual((told as unknown as { neighbours: { id: string }[] }).neighbours.map((n) => n.id).slice(0, of));
  });

  test.each([
    ['a name that nobody has', 'routes', { from: 'Zzyzx', to: 'Koryolink' }, /There is no such entity: ⟦Zzyzx⟧/],
    ['a name that several have', 'entity', { entity: 'kor' }, /these come nearest. Give the id of the one that is meant: .*⟦/],
    ['an unknown argument', 'routes', { from: 'huawei', to: 'koryolink', query: 'MATCH (n)' }, /query/],
    ['a figure out of its range', 'routes', { from: 'huawei', to: 'koryolink', maxHops: 99 }, /maxHops/],
    ['a status that there is not', 'neighbours', { entity: 'huawei', filter: { statuses: ['rumoured'] } }, /statuses/],
    ['a missing argument', 'routes', { from: 'huawei' }, /to/],
    ['a period that ends before it begins', 'owners', { entity: 'koryolink', asOf: { from: '2013', to: '2010' } }, /ends before it begins/],
    ['one entity twice', 'routes', { from: 'huawei', to: 'Huawei' }, /Both ends are one entity/],
    ['a picture of nothing', 'snapshot', { from: 'huawei' }, /"only"/],
    ['a source that there is not', 'source', { source: '../../etc/passwd' }, /no source of this id/],
  ])('%s is refused in a sentence, and the server goes on', async (_, name, asked, says) => {
    expect(await mcp.ask(name, asked)).toMatchObject({ refused: true, text: expect.stringMatching(says) });
    expect(await mcp.ask('describe')).toMatchObject({ refused: false });
  });

  test('a tool that there is not is no tool', async () => {
    const asked = mcp.ask('read_file', { path: '/etc/passwd' }).then(({ refused }) => refused, () => true);
    expect(await asked).toBe(true);
  });

  test('where there is no route, it is told what would give one', async () => {
    const asked = { from: 'Huawei', to: 'Koryolink', filter: { period: { from: '1990', to: '1990' } } };
    expect((await mcp.ask('routes', asked)).told).toMatchObject({ routes: [], allThereAre: true });
    expect((await mcp.ask('why_no_route', asked)).told).toMatchObject({ tied: true, changes: [{ kind: 'period', hops: 1 }] });
  });

  test('the 50 per cent rule is answered with its proof', async () => {
    const { told } = await mcp.ask('owners', { entity: 'Koryolink', asOf: { from: '2013', to: '2013' }, listed: ['Korea Post'] });
    const listed = { depth: 2, sentence: expect.stringContaining('which is listed') };
    expect(told).toMatchObject({ rule: { answer: 'no', proof: [{ depth: 0 }, { depth: 1 }, listed] } });
  });

  test('a picture is a PNG that opens as a chart again', async () => {
    const { content, told } = await mcp.ask('snapshot', { from: 'Huawei', to: 'Koryolink', routes: 1 });
    const image = content.find((c) => c.type === 'image')!;
    const bytes = Buffer.from(image.data!, 'base64');
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect(told).toMatchObject({ bytes: bytes.length, title: expect.stringMatching(/^⟦.*⟧$/) });
  });

  test('resources and prompts are there', async () => {
    const { resources } = await mcp.client.listResources();
    expect(resources.map((r) => r.uri)).toEqual(['throughline://dataset', 'throughline://schema', 'throughline://catalogue']);
    for (const { uri } of resources) {
      const { contents } = await mcp.client.readResource({ uri });
      expect(Object.keys(JSON.parse((contents[0] as { text: string }).text) as object).length).toBeGreaterThan(1);
    }
    const { prompts } = await mcp.client.listPrompts();
    expect(prompts.map((p) => p.name)).toEqual(['how_connected', 'who_owns', 'what_is_known']);
    const { messages } = await mcp.client.getPrompt({ name: 'how_connected', arguments: { from: 'Huawei', to: 'Koryolink' } });
    expect(JSON.stringify(messages)).toContain('why_no_route');
  });

  test('what was asked stands in the log, with what came of it', async () => {
    await mcp.ask('search', { text: 'orascom' });
    await mcp.ask('entity', { entity: 'Nobody At All Of That Name' });
    const lines = readFileSync(log, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    const characters = expect.any(Number);
    expect(lines.at(-2)).toMatchObject({ asked: 'search', arguments: { text: 'orascom' }, outcome: 'answered', characters });
    expect(lines.at(-1)).toMatchObject({ asked: 'entity', outcome: 'refused' });
  });
});

describe('a dataset with instructions planted in every text', () => {
  let mcp: Mcp;
  beforeAll(async () => void (mcp = await mcpClient(folder.file('planted.json', plantedDataset))));
  afterAll(() => mcp.close());

  const [from, to, source] = [plantedDataset.entities[0]!, plantedDataset.entities[1]!, plantedDataset.sources[0]!];
  const pair = { from: from.id, to: to.id };
  test.each<[string, object]>([
    ['describe', {}], ['search', { text: 'planted' }], ['entity', { entity: from.id }], ['neighbours', { entity: from.id }],
    ['routes', pair], ['why_no_route', { ...pair, maxHops: 1, avoid: [plantedDataset.entities[2]!.id], filter: { sources: [source.id] } }],
    ['between', { ...pair, filter: { withoutSources: [source.id] } }], ['ventures', {}],
    ['owners', { entity: to.id, listed: [from.id], filter: { withoutSources: [source.id] } }],
    ['claims', { about: from.id, and: to.id }], ['claims', { about: from.id }], ['source', { source: source.id }],
    ['timeline', { entity: from.id }], ['snapshot', pair],
    ['entity', { entity: 'planted' }], ['routes', { from: from.id, to: 'planted' }], ['owners', { entity: 'planted' }],
  ])('%s gives them as quotations, and never as words of its own', async (name, asked) => {
    const { text, told } = await mcp.ask(name, asked);
    expect(text).toContain(PLANTED);
    expect(ownWords(text)).not.toContain(PLANTED);
    expect(ownWords(JSON.stringify(told))).not.toContain(PLANTED);
  });

  test('an id that came marked is understood as it came', async () => {
    const { told } = await mcp.ask('search', { text: from.name });
    const [hit] = (told as unknown as { hits: { id: string }[] }).hits;
    expect(hit!.id).toMatch(/^⟦/);
    expect((await mcp.ask('entity', { entity: hit!.id })).told).toMatchObject({ entity: { id: hit!.id } });
  });
});
