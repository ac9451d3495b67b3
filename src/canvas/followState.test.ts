import { expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { routeQuestion, type Entity, type Relationship, type Route, type Selection } from '../model';
import type { Workspace, WorkspaceState } from '../workspace';
import type { Chart } from './chart';
import { followState } from './followState';
import { Projection, PLACED_AT_ONCE } from './projection';

const entity = (id: string): [string, Entity] => [id, { id, type: 'company', name: id }];
const tie: Relationship = { id: 'ab', type: 'owns', from: 'a', to: 'b', claims: [] };
const route = { entities: ['a', 'b'], hops: [{ from: 'a', to: 'b', relationships: [{ id: 'ab' }] }] } as unknown as Route;
const none = { entities: [], relationships: [], sources: [] };

function workspaceWith(ids: string[]) {
  const records = { entities: new Map(ids.map(entity)), relationships: new Map([['ab', tie]]), sources: new Map() };
  const chart = {
    entities: new Set(ids),
    relationships: new Set(ids.length > 1 ? ['ab'] : []),
    positions: new Map(ids.map((id, i) => [id, { x: i * 300, y: 0 }])),
    pinned: new Set(),
    hidden: new Set(),
    expanded: new Map(),
    layout: 'organic',
    ventures: new Map(),
    joined: new Map(),
    decided: new Map(),
    filter: {},
    gathered: new Map(),
  };
  const trace = { question: routeQuestion.parse({ from: '', to: '' }), phase: 'idle', only: false, named: none };
  const state = createStore<WorkspaceState>(
    () =>
      ({
        records, chart, trace, ownership: { listed: [], phase: 'idle', named: none, positions: new Map(), drawn: false },
        selected: new Set(), view: { untied: 'gone' }, dataset: { description: { id: 'case' } },
      }) as unknown as WorkspaceState,
  );
  return { state } as Workspace;
}

/** A chart that notes what it is told. */
function followed(workspace: Workspace, seen?: object) {
  const told: string[] = [];
  const chart = {
    show: (scene: { boxes: unknown[] }) => told.push(`show ${scene.boxes.length}`),
    refine: (scene: { boxes: unknown[] }) => told.push(`refine ${scene.boxes.length}`),
    hover: (s: Selection | undefined) => told.push(`hover ${s?.id}`),
    isAt: (part: unknown) => part === seen,
    lookAt: (part: { x: number }) => told.push(`look at ${part.x}`),
    fit: (_: unknown, glide = true) => told.push(glide ? 'glide to all' : 'fit'),
    reveal: (all: Selection[]) => told.push(`reveal ${all.map((s) => s.id).join(' ')}`),
    showSelected: (ids: ReadonlySet<string>) => told.push(`selected ${[...ids].join(' ')}`),
  } as unknown as Chart;
  const stop = followState(workspace, chart, new Projection());
  const since = (change: () => void) => {
    told.length = 0;
    change();
    return [...told];
  };
  return { told: [...told], since, stop, later: told };
}

test('what is open is shown and fitted at once', () => {
  expect(followed(workspaceWith(['a', 'b'])).told).toEqual(['show 2', 'fit']);
});

test('a dataset that arrives later is fitted when it arrives', () => {
  const workspace = workspaceWith([]);
  const { since } = followed(workspace);
  expect(since(() => workspace.state.setState(workspaceWith(['a', 'b']).state.getState()))).toEqual(['show 2', 'fit']);
});

test('what is selected elsewhere comes into view; a dialog or a notice leaves the chart alone', () => {
  const workspace = workspaceWith(['a', 'b']);
  const { since } = followed(workspace);
  expect(since(() => workspace.state.setState({ selection: { kind: 'entity', id: 'b' } }))).toEqual(['show 2', 'selected b', 'reveal b']);
  expect(since(() => workspace.state.setState({ notices: [] }))).toEqual([]);
});

test('hovering restyles nothing and moves nothing', () => {
  const workspace = workspaceWith(['a', 'b']);
  const { since } = followed(workspace);
  expect(since(() => workspace.state.setState({ hover: { kind: 'entity', id: 'a' } }))).toEqual(['hover a']);
});

test('a highlighted route comes into view whole', () => {
  const workspace = workspaceWith(['a', 'b']);
  const { since } = followed(workspace);
  const trace = {
    ...workspace.state.getState().trace, active: 0,
    answer: { from: 'a', to: 'b', routes: [route], complete: true, excluded: { status: 0, period: 0, type: 0, source: 0 } },
  };
  expect(since(() => workspace.state.setState({ trace }))).toEqual(['show 2', 'reveal a b']);
});

test('another view of the case is glided to; leaving a view by adding an entity moves nothing', () => {
  const workspace = workspaceWith(['a', 'b']);
  const { since } = followed(workspace);
  const { chart } = workspace.state.getState();
  expect(since(() => workspace.state.setState({ chart: { ...chart, perspective: 'sanctions' } })).at(-1)).toBe('glide to all');
  expect(since(() => workspace.state.setState({ chart: { ...chart, perspective: undefined } }))).not.toContain('glide to all');
});

test('the neighbours that an entity unfolds come into view with it', () => {
  const workspace = workspaceWith(['a', 'b']);
  const { since } = followed(workspace);
  const { chart } = workspace.state.getState();
  expect(since(() => workspace.state.setState({ chart: { ...chart, expanded: new Map([['a', ['b']]]) } }))).toContain('reveal a b');
});

test('another layout is glided to', () => {
  const workspace = workspaceWith(['a', 'b']);
  const { since } = followed(workspace);
  const { chart } = workspace.state.getState();
  expect(since(() => workspace.state.setState({ chart: { ...chart, layout: 'route' } })).at(-1)).toBe('glide to all');
});

test('a large chart is shown and fitted at once, and refined when it is placed, unless it is left before', async () => {
  const ids = ['a', 'b', ...Array.from({ length: PLACED_AT_ONCE }, (_, i) => `e${i}`)];
  const [left, { told, later }] = [followed(workspaceWith(ids)), followed(workspaceWith(ids))];
  left.stop();
  expect(told).toEqual([`show ${ids.length}`, 'fit']);
  await vi.waitFor(() => expect(later.at(-1)).toBe(`refine ${ids.length}`), { timeout: 180_000 });
  expect(left.later).toEqual(told);
});

const PART = { x: 7, y: 0, width: 400, height: 300 };

test('what was left at a part of the chart opens there, not fitted', () => {
  const workspace = workspaceWith(['a', 'b']);
  workspace.state.setState({ camera: PART });
  expect(followed(workspace).told).toEqual(['show 2', 'look at 7']);
});

test('a part that is asked for later is shown', () => {
  const workspace = workspaceWith(['a', 'b']);
  const { since } = followed(workspace);
  expect(since(() => workspace.state.setState({ camera: PART }))).toEqual(['look at 7']);
});

test('where a hand has moved the camera to, it stays, until the chart is fitted for all', () => {
  const workspace = workspaceWith(['a', 'b']);
  const { since } = followed(workspace, PART);
  expect(since(() => workspace.state.setState({ camera: PART }))).toEqual([]);
  expect(since(() => workspace.state.setState({ camera: undefined }))).toEqual(['glide to all']);
});
