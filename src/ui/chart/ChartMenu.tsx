import { useEffect, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import type { WorkspaceEventMap } from '../../workspace';
import { MenuList, type MenuGroup } from '../parts/Menu';
import { useKeys, useRun, useShown, useWorkspace } from '../shell/useWorkspace';
import { lookup, selectedGroup } from '../../workspace';

type Request = WorkspaceEventMap['contextMenu'];

/** What can be done with what was pressed on the chart. */
export function ChartMenu() {
  const { events } = useWorkspace();
  const [request, setRequest] = useState<Request>();
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(() => events.on('contextMenu', setRequest), [events]);
  return (
    <>
      <span
        ref={anchor}
        className="menu-anchor"
        aria-hidden="true"
        style={request ? { left: request.at.x, top: request.at.y } : undefined}
      />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen={request !== undefined}
        onOpenChange={(open) => !open && setRequest(undefined)}
        placement="bottom start"
        offset={2}
      >
        {request && <Entries request={request} onDone={() => setRequest(undefined)} />}
      </Popover>
    </>
  );
}

function Entries({ request, onDone }: { request: Request; onDone: () => void }) {
  const run = useRun();
  const keys = useKeys();
  const state = useShown((s) => s.chart);
  const find = useShown(lookup);
  const group = useShown(selectedGroup);
  const { target, entities } = request;
  const many = entities.length > 1 || group !== undefined;
  const groups = target?.kind === 'entity' ? entityGroups(target.id, entities) : chartGroups();
  const choose = (id: string) => {
    onDone();
    actions[id]!();
  };
  const one = target?.id ?? '';
  const actions: Record<string, () => void> = {
    traceFrom: () => run('traceFrom', one),
    traceTo: () => run('traceTo', one),
    toggleNeighbours: () => run('toggleNeighbours', many ? entities : one),
    togglePin: () => run('togglePin', entities),
    hide: () => run('hide', entities),
    onlyThese: () => run('onlyThese'),
    groupSelected: () => run('groupSelected'),
    drawArrow: () => run('drawArrow', undefined),
    toggleGroup: () => run('toggleGroup', undefined),
    ungroup: () => run('ungroup', undefined),
    showConnect: () => run('showConnect'),
    selectNeighbours: () => run('selectNeighbours'),
    invertSelection: () => run('invertSelection'),
    alignRow: () => run('alignRow'),
    alignColumn: () => run('alignColumn'),
    distributeAcross: () => run('distributeAcross'),
    distributeDown: () => run('distributeDown'),
    selectAll: () => run('selectAll'),
    clearChart: () => run('clearChart'),
    remove: () => run('remove', entities),
    look: () => run('select', target),
    fit: () => run('fit'),
    relayout: () => run('relayout'),
    showHidden: () => run('showHidden', undefined),
  };

  function entityGroups(id: string, all: readonly string[]): MenuGroup[] {
    const pinned = all.every((each) => state.pinned.has(each));
    return [
      {
        title: group?.name ?? (many ? `${all.length} entities` : find.name(id)),
        entries: many ? [
          ...(group ? [
            { id: 'toggleGroup', label: group.closed ? 'Open the group' : 'Close the group', keys: keys('toggleGroup') },
            { id: 'ungroup', label: 'Ungroup' },
          ] : [{ id: 'groupSelected', label: 'Group', keys: keys('groupSelected') }]),
          { id: 'showConnect', label: 'How are these connected?', keys: keys('showConnect') },
          { id: 'drawArrow', label: 'Draw an arrow', disabled: all.length !== 2 },
          { id: 'toggleNeighbours', label: 'Expand or collapse', keys: keys('toggleNeighbours') },
          { id: 'onlyThese', label: 'Only these', keys: keys('onlyThese') },
          { id: 'alignRow', label: 'Align in a row' },
          { id: 'alignColumn', label: 'Align in a column' },
          { id: 'distributeAcross', label: 'Distribute across', disabled: all.length < 3 },
          { id: 'distributeDown', label: 'Distribute down', disabled: all.length < 3 },
          { id: 'selectNeighbours', label: 'Select neighbours too', keys: keys('selectNeighbours') },
          { id: 'invertSelection', label: 'Invert selection', keys: keys('invertSelection') },
        ] : [
          { id: 'look', label: 'Look at it' },
          { id: 'traceFrom', label: 'Trace from here' },
          { id: 'traceTo', label: 'Trace to here' },
          { id: 'toggleNeighbours', label: state.expanded.has(id) ? 'Collapse' : 'Expand', keys: keys('toggleNeighbours') },
        ],
      },
      {
        entries: [
          { id: 'togglePin', label: pinned ? 'Unpin' : 'Pin', keys: keys('togglePin') },
          { id: 'hide', label: 'Hide', keys: keys('hide') },
          { id: 'remove', label: 'Remove from the chart', keys: keys('remove') },
        ],
      },
    ];
  }

  function chartGroups(): MenuGroup[] {
    const entries = [
      { id: 'fit', label: 'Fit the chart', keys: keys('fit') },
      { id: 'selectAll', label: 'Select everything drawn', keys: keys('selectAll') },
      { id: 'relayout', label: 'Redo layout', keys: keys('relayout') },
      { id: 'showHidden', label: 'Show what was hidden by hand', disabled: state.hidden.size === 0, keys: keys('showHidden') },
      { id: 'clearChart', label: 'Clear chart', disabled: state.entities.size === 0 },
    ];
    return target ? [{ entries: [{ id: 'look', label: 'Look at this relationship' }] }, { entries }] : [{ entries }];
  }

  return <MenuList label="Chart" groups={groups} onChoose={choose} />;
}
