import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildScene, legendOf, withEmphasis } from '../../drawing';
import {
  dataset as datasetSchema, perspectiveCharts, readSnapshot,
  type Dataset, type Entity, type PerspectiveChart, type Relationship, type Snapshot,
} from '../../model';
import { snapshotContent, snapshotScene } from '../../publish/snapshot/snapshotContent';
import { legend, sceneInput } from '../selectors';
import { begin } from '../testing/begin';
import { testPlatform } from '../testing/testPlatform';
import { snapshotOf } from '.';

const bundled = datasetSchema.parse(JSON.parse(await readFile('graph-data/north-korea-telecom.json', 'utf8')));
const { perspectives } = perspectiveCharts.parse(JSON.parse(await readFile('graph-data/north-korea-telecom.chart.json', 'utf8')));

/** A machine that has other work takes its time. */
const PATIENT = { timeout: 30_000 };

type Begun = Awaited<ReturnType<typeof begin>>;
type Step = (begun: Begun) => Promise<void>;

const run =
  (...[id, argument]: readonly [string, unknown?]): Step =>
  async ({ workspace }) =>
    (workspace.run as (id: string, argument?: unknown) => Promise<void>)(id, argument);
const trace = (from: string, to: string, more = {}): Step => async (begun) => {
  await run('constrain', { from, to, k: 20, ...more })(begun);
  await expect.poll(() => begun.state().trace.phase, PATIENT).toBe('answered');
};
const owners = (entity: string, year: string): Step => async ({ workspace, state }) => {
  await workspace.run('showOwners', entity);
  await workspace.run('ownersAsOf', { from: year, to: year });
  await expect.poll(() => state().ownership.phase, PATIENT).toBe('answered');
  await workspace.run('drawProof', true);
};
const figures: Step = async ({ workspace, state }) => {
  await workspace.run('colourByDegree');
  await expect.poll(() => state().structure?.phase, PATIENT).toBe('answered');
};
const mostCited = [...new Set(bundled.relationships.flatMap((r) => r.claims.map((c) => c.source)))]
  .map((id) => ({ id, n: bundled.relationships.filter((r) => r.claims.some((c) => c.source === id)).length }))
  .sort((a, b) => b.n - a.n)
  .map(({ id }) => id);
const asOf = (year: string) => run('asOf', year);
const ties = run('drawVenturesAsTies');
const join = run('drawAsOne', ['panda', 'huawei']);
const route = [trace('huawei', 'koryolink'), run('showRoute', 0)];
const setAside = run('setFilter', { withoutSources: mostCited.slice(0, 2) });
const hide = run('hide', ['huawei', 'cheo-technology-jv']);
const years = ['2004', '2009', '2012', '2016'];

const CASES: Record<string, readonly Step[]> = {
  'as it opens': [],
  'with denied ties': [run('toggleDenied')],
  'with certain statuses alone': [run('setFilter', { statuses: ['confirmed', 'reported'] })],
  'with one family alone': [run('setFilter', { families: ['ownership', 'venture'] })],
  'with some entity types alone': [run('setFilter', { entityTypes: ['company', 'jointVenture'] })],
  'from one source alone': [run('setFilter', { sources: [mostCited[0]!] })],
  'without the sources cited most': [setAside],
  ...Object.fromEntries(years.map((year) => [`as of ${year}`, [asOf(year)]])),
  ...Object.fromEntries(
    years.map((year) => [`certainly as of ${year}, the unconnected pale`, [asOf(year), run('toggleCertainly'), run('toggleUntied')]]),
  ),
  'with entities hidden': [hide],
  'with entities hidden at a date': [hide, asOf('2010'), run('toggleUntied')],
  'with two drawn as one': [join],
  'with two drawn as one and one of them looked at': [join, run('selectEntity', 'huawei')],
  'with two drawn as one at a date': [join, asOf('2011')],
  'with ventures as ties': [ties],
  'with ventures as ties at a date, and two drawn as one': [join, ties, asOf('2010')],
  'with a venture around its partners': [run('drawVenture', { venture: 'cheo-technology-jv', way: 'compound' })],
  'with a venture around its partners, one of them hidden, at a date': [
    run('drawVenture', { venture: 'cheo-technology-jv', way: 'compound' }), run('hide', ['kptc']), asOf('2013'),
  ],
  'with a figure on the boxes': [figures],
  'with a pinned entity and a tie looked at': [
    run('togglePin', ['cheo-technology-jv']), run('selectRelationship', bundled.relationships[0]!.id),
  ],
  'with a route': route,
  ...Object.fromEntries(years.map((year) => [`with a route that is older or newer than ${year}`, [...route, asOf(year), ...route]])),
  ...Object.fromEntries(
    years.map((year) => [
      `with a route of any time as of ${year}`, [asOf(year), trace('huawei', 'koryolink', { filter: {} }), run('showRoute', 1)],
    ]),
  ),
  ...Object.fromEntries(
    years.map((year) => [
      `with a route through what had ended by ${year}`,
      [
        trace('orascom-telecom-holding', 'koryolink', { filter: {} }), run('showRoute', 0), asOf(year),
        trace('orascom-telecom-holding', 'koryolink', { filter: {} }), run('showRoute', 0),
      ],
    ]),
  ),
  'with a route through ventures as ties': [ties, trace('orascom-telecom-holding', 'koryolink'), run('showRoute', 0)],
  'with a route through ventures as ties, some of it filtered out': [
    ties, trace('orascom-telecom-holding', 'koryolink'), run('showRoute', 0), run('setFilter', { families: ['operation'] }),
  ],
  'with nothing but a route': [...route, run('onlyRoute', true)],
  'with nothing but a route at a date': [...route, run('onlyRoute', true), asOf('2009')],
  'with a route and two of it drawn as one': [join, ...route],
  'with separate chains': [trace('huawei', 'koryolink'), run('showDisjoint')],
  'with a separating set': [trace('huawei', 'koryolink'), run('ringNext')],
  'with sources that the trace alone sets aside': [trace('huawei', 'koryolink', { filter: { withoutSources: mostCited.slice(0, 1) } })],
  'with sources set aside and a route that needs them': [...route, run('setFilter', { withoutSources: mostCited })],
  'with routes through what is not on the chart, ventures as ties': [ties, trace('huawei', 'koryolink', { maxHops: 8 })],
  ...Object.fromEntries(
    ['2008', '2010', '2015'].map((year) => [`with the proof of who owns CHEO in ${year}`, [owners('cheo-technology-jv', year)]]),
  ),
  'with the proof of who owns Koryolink': [owners('koryolink', '2012')],
};

function published(snapshot: Snapshot) {
  const read = readSnapshot(JSON.parse(JSON.stringify(snapshot)));
  expect(read.issues.filter((i) => i.severity === 'error')).toEqual([]);
  return snapshotScene(snapshotContent(read.snapshot!), { references: false });
}

test.each(Object.entries(CASES))(
  'the founding case %s: screen and published picture draw the same scene',
  { timeout: 180_000 },
  async (_, steps) => {
    const begun = await begin(testPlatform({ cases: { nk: bundled }, perspectives }));
    for (const step of steps) await step(begun);
    const state = begun.state();
    const onScreen = buildScene(sceneInput(state));
    expect(onScreen.boxes.length).toBeGreaterThan(1);
    expect(published(snapshotOf(state))).toEqual(onScreen);
    expect(legend(state)).toEqual(legendOf(onScreen));
  },
);

test(
  'where an end of the trace is hidden its answer is not published, and the rest is drawn as it is on the screen',
  { timeout: 60_000 },
  async () => {
    const begun = await begin(testPlatform({ cases: { nk: bundled }, perspectives }));
    for (const step of [trace('huawei', 'koryolink', { filter: { withoutSources: mostCited.slice(0, 1) } }), hide]) await step(begun);
    const picture = published(snapshotOf(begun.state()));
    expect(picture.lines.every((l) => l.emphasis === 'plain')).toBe(true);
    expect(picture).toEqual(withEmphasis(buildScene(sceneInput(begun.state())), {}));
  },
);

const company = (id: string, more: Partial<Entity> = {}): Entity => ({ id, type: 'company', name: id, ...more });
const tie = (id: string, type: Relationship['type'], more: Partial<Relationship> = {}): Relationship => ({
  id, type, from: id[0]!, to: id[1]!, claims: [], ...more,
});
const madeUp: Dataset = {
  format: 'throughline/1', id: 'made-up', title: 'A made-up case', sources: [],
  entities: [
    company('a'), company('b', { end: '2010' }), company('p'), company('q'), { ...company('v'), type: 'jointVenture' }, company('x'),
    company('z'),
  ],
  relationships: [
    tie('ab', 'supplies'), tie('pv', 'owns'), tie('qv', 'owns'), tie('vx', 'supplies'), tie('xz', 'supplies'), tie('pz', 'supplies'),
  ],
};
const views: PerspectiveChart[] = [{
  id: 'whole', title: 'Whole', summary: '',
  positions: Object.fromEntries(['a', 'b', 'p', 'q', 'v', 'z'].map((id, i) => [id, { x: 300 * (i % 3), y: 200 * Math.floor(i / 3) }])),
}];

async function madeUpCase(...steps: Step[]) {
  const begun = await begin(testPlatform({ cases: { made: madeUp }, perspectives: views }));
  for (const step of steps) await step(begun);
  return { screen: buildScene(sceneInput(begun.state())), picture: published(snapshotOf(begun.state())) };
}

test(
  'a tie on the route that ended with one of its ends is doubtful neither on the screen nor in the picture',
  { timeout: 60_000 },
  async () => {
    const { screen, picture } = await madeUpCase(
      trace('a', 'b'), run('showRoute', 0), asOf('2011'), trace('a', 'b', { filter: {} }), run('showRoute', 0),
    );
    expect(screen.lines.find((l) => l.relationship === 'ab')).toBeDefined();
    expect(screen.lines.find((l) => l.relationship === 'ab')!.possibly).toBeUndefined();
    expect(picture).toEqual(screen);
  },
);

test(
  'a venture drawn as ties is gone from the picture too where only what is named beside the chart ties it',
  { timeout: 60_000 },
  async () => {
    const { screen, picture } = await madeUpCase(run('drawVenture', { venture: 'v', way: 'ties' }), trace('p', 'z'), run('showRoute', 0));
    expect(screen.boxes.map((b) => b.entity)).toEqual(['a', 'b', 'p', 'q', 'z']);
    expect(picture).toEqual(screen);
  },
);
