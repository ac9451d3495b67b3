import { inflateRawSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { formats } from '../formats';
import { routeQuestion, SNAPSHOT_FORMAT, statuses, type Dataset, type Entity, type Snapshot, type Story } from '../model';
import {
  findWithheld, renderReport, renderSnapshot, renderStory, snapshotReport, spellingsIn, withheldSnapshot, withheldStory,
  type ReportKind, type SnapshotKind, type Withheld,
} from '../publish';
import { randomCase } from '../publish/withholding/testing/randomCase';
import { MemoryStore } from '../store';
import { nodeAssets } from './nodeAssets';
import { nodeCanvas } from './nodeCanvas';
import { openedPdf } from './testing/openedPdf';

const CASES = 500;
/** A picture with its fonts takes long; every so many cases have one of each kind, and the others a picture or a page in turn. */
const PAINTED_EVERY = 50;
const IN_TURN: readonly SnapshotKind[][] = [
  ['svg'], ['html'], ['pptx'], [], ['svg'], ['html'], [], [],
];
const ALL: readonly SnapshotKind[] = ['json', 'md', 'svg', 'html', 'png', 'pdf', 'pptx'];
/** In the cases that have neither picture nor page a story is told, as a page and now and then as slides. */
const [TOLD, TOLD_EVERY] = [3, 4];
/** So do documents: every so many cases have a report as one of these in turn. */
const REPORTED_EVERY = 10;
const REPORTS: readonly ReportKind[] = ['pdf', 'docx', 'xlsx'];

const whole = await nodeAssets();
const assets = { ...whole, fonts: [] };

/** The chart of a case with the first route of its trace. */
async function snapshotOf(dataset: Dataset, from: string, to: string): Promise<Snapshot> {
  const question = routeQuestion.parse({ from, to, filter: { statuses }, places: true });
  const answer = await (await MemoryStore.open(dataset)).routes(question);
  return {
    format: SNAPSHOT_FORMAT, title: `The chart of ${dataset.entities[0]!.name}`, origin: { id: dataset.id, title: dataset.title }, dataset,
    chart: {
      layout: 'organic', positions: Object.fromEntries(dataset.entities.map((e, i) =>
        [e.id, { x: (i % 3) * 400, y: Math.floor(i / 3) * 300 }])),
      pinned: [from],
    },
    filter: { sources: dataset.sources.map((s) => s.id) }, trace: { question, answer, only: false, active: 0 },
    hidden: `hidden: ${dataset.entities[1]!.name}`,
  };
}

/** Letters and digits alone, without marks or case: a name is the same in it however it is set. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Every text of a file, found without the product: PNG chunks and zip entries by their own headers, a PDF by pdf.js. */
async function textsOf(kind: string, bytes: Uint8Array): Promise<string[]> {
  const buffer = Buffer.from(bytes);
  const read = (b: Buffer) => b.toString('utf8').replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)));
  if (kind === 'png') {
    const at = buffer.indexOf('throughline-snapshot');
    return [read(inflateSync(buffer.subarray(buffer.indexOf(0, at) + 5)))];
  }
  const spelledOut = (text: string) =>
    text.replace(/(?:%[0-9A-F]{2})+/g, (run) => Buffer.from(run.replace(/%/g, ''), 'hex').toString('utf8'));
  if (kind === 'pdf') {
    const { document, text, alts } = await openedPdf(bytes);
    return [text, ...alts, JSON.stringify((await document.getMetadata()).info)];
  }
  if (kind !== 'xlsx' && kind !== 'docx' && !kind.endsWith('pptx')) return [read(buffer), spelledOut(read(buffer))];
  const texts: string[] = [];
  for (let at = buffer.lastIndexOf('PK\u0001\u0002'); at >= 0; at = at === 0 ? -1 : buffer.lastIndexOf('PK\u0001\u0002', at - 1)) {
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const packed = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
    texts.push(read(buffer.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed));
  }
  return texts;
}

function spelledPlainly({ id, name, aliases = [], identifiers = [], properties = {} }: Entity): string[] {
  const bare = name.replace(' Co., Ltd.', '');
  return [id, name, bare, ...aliases, ...identifiers.map((i) => i.value), ...Object.values(properties).map(String)].map(plain);
}

async function reports(snapshot: Snapshot, seed: number): Promise<[string, Uint8Array][]> {
  if (seed % REPORTED_EVERY !== 0) return [];
  const report = await snapshotReport(snapshot, { madeWith: 'Throughline' });
  const kinds = seed % PAINTED_EVERY === 0 ? REPORTS : [REPORTS[(seed / REPORTED_EVERY) % REPORTS.length]!];
  return Promise.all(kinds.map(async (kind) =>
    [kind, await renderReport(report, kind, { assets: whole, canvas: nodeCanvas })] as [string, Uint8Array]));
}

/** A story that names everybody in each of its texts. */
function storyOf({ entities, relationships }: Dataset): Story {
  const names = entities.map((e) => e.name).join(', ');
  const cited = relationships.flatMap((r) => r.claims.slice(0, 1).map((c) => `Somebody says so.[@${r.id} ${c.source}]`));
  const view = { entities: entities.map((e) => e.id) };
  return {
    id: `story-of-${entities[0]!.id}`, title: `The story of ${names}`.slice(0, 300),
    steps: [
      { id: `step-${entities[1]!.id}`, headline: names.slice(0, 300), text: [`It is about ${names}.`, ...cited].join('\n\n'), alt: names,
        notes: names, view },
      { id: 'plain', headline: 'Without names', text: cited.join(' '), view },
    ],
  };
}

async function storyOutputs(told: Told, seed: number, options: Parameters<typeof renderStory>[3]): Promise<[string, Uint8Array][]> {
  const kinds = seed % PAINTED_EVERY === 0 || seed % (8 * TOLD_EVERY) === TOLD ? (['html', 'pptx'] as const) : (['html'] as const);
  return Promise.all(kinds.map(async (kind) =>
    [`story.${kind}`, await renderStory(told.dataset, told.story, kind, options)] as [string, Uint8Array]));
}

/** A story and the dataset that it is told of. */
interface Told {
  readonly dataset: Dataset;
  readonly story: Story;
}

async function outputs(snapshot: Snapshot, seed: number, told: Told): Promise<[string, Uint8Array][]> {
  const painted = seed % PAINTED_EVERY === 0;
  const kinds: readonly SnapshotKind[] = painted ? ALL : ['json', 'md', ...IN_TURN[seed % IN_TURN.length]!];
  const options = { assets: painted ? whole : assets, canvas: nodeCanvas };
  const written = await Promise.all(kinds.map(async (kind) =>
    [kind, await renderSnapshot(snapshot, kind, options)] as [string, Uint8Array]));
  const { bytes } = await formats.find((f) => f.extensions.includes('.xlsx') && f.write)!.write!(snapshot.dataset,
    { positions: new Map() });
  const stories = painted || seed % TOLD_EVERY === TOLD ? await storyOutputs(told, seed, options) : [];
  return [...written, ...stories, ['xlsx', bytes], ...(await reports(snapshot, seed))];
}

test(`in ${CASES} random cases, what is withheld stands in no output, by the verifier and by a plain search`, { timeout: 1_800_000 },
  async () => {
  for (let seed = 1; seed <= CASES; seed++) {
    const { dataset, out, renamed, source, tie } = randomCase(seed);
    const withheld: Withheld[] = [
      { kind: 'entity', id: out }, { kind: 'entity', id: renamed, as: 'Party A' }, { kind: 'source', id: source },
      { kind: 'relationship', id: tie },
    ];
    const others = dataset.entities.filter((e) => e.id !== out);
    const taken = await snapshotOf(dataset, renamed, others.find((e) => e.id !== renamed)!.id);
    const { snapshot, withheld: published } = await withheldSnapshot(taken, withheld, (data) => MemoryStore.open(data));
    const told = { dataset: published.dataset, story: withheldStory(storyOf(dataset), published) };
    const spelled = spellingsIn(dataset, withheld);
    const secret = dataset.entities.filter((e) => e.id === out || e.id === renamed).flatMap(spelledPlainly);
    for (const [kind, bytes] of await outputs(snapshot, seed, told)) {
      expect([seed, kind, [...findWithheld(bytes, spelled)]]).toEqual([seed, kind, []]);
      for (const text of await textsOf(kind, bytes)) {
        const searched = plain(text);
        expect([seed, kind, secret.filter((name) => searched.includes(name))]).toEqual([seed, kind, []]);
      }
    }
    expect(JSON.stringify(snapshot)).toContain('Party A');
  }
});

test('the verifier and the plain search find what was not withheld, in every output', { timeout: 120_000 }, async () => {
  const { dataset, out, renamed } = randomCase(50);
  const spelled = spellingsIn(dataset, [{ kind: 'entity', id: out }]);
  const [name] = spelledPlainly(dataset.entities.find((e) => e.id === out)!);
  for (const [kind, bytes] of await outputs(await snapshotOf(dataset, renamed, out), 50, { dataset, story: storyOf(dataset) })) {
    expect([kind, [...findWithheld(bytes, spelled)].length > 0]).toEqual([kind, true]);
    expect([kind, (await textsOf(kind, bytes)).some((text) => plain(text).includes(name!))]).toEqual([kind, true]);
  }
});
