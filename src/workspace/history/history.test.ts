import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkspace, type Workspace, type WorkspaceState } from '..';
import { smallCase } from '../testing/smallCase';
import { testPlatform } from '../testing/testPlatform';

const entity = fc.constantFrom(...smallCase.entities.map((e) => e.id));
const some = fc.uniqueArray(entity, { minLength: 1, maxLength: 3 });

/** A step that a user may take: what a command is and what it is given. */
const step = fc.oneof(
  fc.record({ id: fc.constantFrom('hide', 'remove', 'togglePin', 'add', 'showHidden'), arg: some }),
  fc.record({
    id: fc.constantFrom(
      'toggleNeighbours', 'expand', 'collapse', 'showEntity', 'selectEntity', 'takeApart', 'traceFrom', 'traceTo', 'setAsideEntity',
    ),
    arg: entity,
  }),
  fc.record({
    id: fc.constantFrom(
      'onlyRoute', 'relayout', 'nextRoute', 'swapEnds', 'clearTrace', 'clearFilters', 'toggleDenied', 'togglePlaces', 'clearSelection',
      'undo', 'redo', 'putBack', 'showDisjoint', 'playTime', 'nextYear', 'colourByCommunity', 'showNoFigure',
    ),
    arg: fc.constant(undefined),
  }),
  fc.record({ id: fc.constant('asOf'), arg: fc.constantFrom('2003', '2009', '2020', undefined) }),
  fc.record({
    id: fc.constant('setFilter'),
    arg: fc.constantFrom(
      { families: ['ownership'] }, { families: undefined }, { entityTypes: ['company', 'network'] }, { entityTypes: undefined },
    ),
  }),
  fc.record({
    id: fc.constant('move'),
    arg: fc
      .tuple(entity, fc.integer(), fc.constantFrom('one', 'two', undefined))
      .map(([id, x, gesture]) => ({ positions: new Map([[id, { x, y: 0 }]]), ...(gesture ? { gesture } : {}) })),
  }),
  fc.record({ id: fc.constant('drawAsOne'), arg: fc.tuple(entity, entity) }),
  fc.record({ id: fc.constant('showPerspective'), arg: fc.constantFrom('start', 'firms') }),
);

const at = (ids: string[]) => Object.fromEntries(ids.map((id, i) => [id, { x: 100 * i, y: 7 }]));
const perspectives = [
  { id: 'start', title: 'Start', summary: 'All.', positions: at(smallCase.entities.map((e) => e.id)) },
  { id: 'firms', title: 'Firms', summary: 'Companies.', positions: at(['huawei', 'panda', 'loxley', 'kptc']) },
];

type Anything = (id: string, arg: unknown) => Promise<void>;

/** What undo takes back, without regard to the order in which records came. */
function undoable({ chart }: WorkspaceState) {
  return chart;
}

async function whole(workspace: Workspace, id: 'undo' | 'redo'): Promise<void> {
  while (workspace.state.getState().history[id].length > 0) await workspace.run(id);
}

test('whatever was done, undoing all of it gives the chart as it was opened, and redoing all of it gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const workspace = createWorkspace(testPlatform({ perspectives }));
      await workspace.ready;
      const first = undoable(workspace.state.getState());
      for (const { id, arg } of steps) await (workspace.run as Anything)(id, arg);
      await whole(workspace, 'redo');
      const last = undoable(workspace.state.getState());
      await whole(workspace, 'undo');
      expect(undoable(workspace.state.getState())).toEqual(first);
      await whole(workspace, 'redo');
      expect(undoable(workspace.state.getState())).toEqual(last);
      expect(workspace.state.getState().trace.phase).not.toBe('asking');
      expect(workspace.state.getState().notices.filter((n) => n.tone === 'error')).toEqual([]);
      workspace.dispose();
    }),
    { numRuns: 150 },
  );
});

test('a date and the route that it brings are one step, taken back and done again', async () => {
  const workspace = createWorkspace(testPlatform({ perspectives }));
  await workspace.ready;
  await workspace.run('showPerspective', 'firms');
  await workspace.run('asOf', '2003');
  await workspace.run('traceFrom', 'huawei');
  await workspace.run('traceTo', 'pyongyang');
  const then = undoable(workspace.state.getState());
  await workspace.run('undo');
  expect(workspace.state.getState().chart.filter).toEqual({});
  expect(workspace.state.getState().trace.phase).toBe('answered');
  expect(workspace.state.getState().history.redo).toHaveLength(1);
  await workspace.run('redo');
  expect(undoable(workspace.state.getState())).toEqual(then);
  workspace.dispose();
});

test('a date that is shown already is no step', async () => {
  const workspace = createWorkspace(testPlatform({ perspectives }));
  await workspace.ready;
  await workspace.run('setFilter', { families: ['ownership'] });
  await workspace.run('setFilter', { families: ['ownership'] });
  expect(workspace.state.getState().history.undo).toHaveLength(1);
  workspace.dispose();
});

test('a chart laid out for a route always has a route, and nothing else is drawn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const workspace = createWorkspace(testPlatform({ perspectives }));
      await workspace.ready;
      await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
      await workspace.run('onlyRoute');
      for (const { id, arg } of steps) {
        await (workspace.run as Anything)(id, arg);
        const { chart, trace } = workspace.state.getState();
        expect({ layout: chart.layout, before: chart.before !== undefined }).toEqual(
          trace.only && trace.active !== undefined ? { layout: 'route', before: true } : { layout: 'organic', before: false },
        );
        expect([...chart.entities.keys()].every((e) => chart.positions.has(e))).toBe(true);
      }
      workspace.dispose();
    }),
    { numRuns: 100 },
  );
});
