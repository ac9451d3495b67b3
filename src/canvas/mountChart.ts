import type { ArrowEnd, Position, Selection } from '../model';
import { cssFont, fonts, palettes } from '../drawing';
import {
  asDrawn, changeText, drawnPart, drawnUnder, lookup, selectedEntities, type Workspace, type WorkspaceState,
} from '../workspace';
import { Chart } from './chart';
import { followState } from './followState';
import type { Gestures } from './gestures/pointer';
import { Projection } from './projection';
import { tooltipText } from './tooltipText';
import type { Padding } from './stage/camera';
import { Tooltip } from './tooltip';

interface MountOptions {
  /** What the chart is called for a screen reader; its sentences are told elsewhere. */
  label: string;
  theme: 'light' | 'dark';
  /** Room that a fit leaves free at each side, in CSS px. */
  padding?: Padding;
}

export interface MountedChart {
  /** Restyles without placing anything anew. */
  setTheme(theme: 'light' | 'dark'): void;
  /** Paints again what was painted before a font was named to the page. */
  refresh(): void;
  /** Where an entity or relationship is on the screen, in CSS px from the window's corner; absent where it is not drawn. */
  whereIs(selection: Selection): Position | undefined;
  destroy(): void;
}

const PADDING: Padding = { top: 6, right: 10, bottom: 6, left: 10 };
const ZOOM_STEP = 1.3;

/**
 * Mounts the interactive chart of a workspace. The chart is a projection of the workspace's state and is never asked
 * what it shows; what a hand does on it becomes commands. The first frame in full quality leaves the performance mark
 * `throughline:drawn`.
 */
export function mountChart(container: HTMLElement, workspace: Workspace, { label, theme, padding = PADDING }: MountOptions): MountedChart {
  container.setAttribute('aria-label', label);
  // Where it is printed, the page around it is light.
  const paint = (next: MountOptions['theme']) => void (container.style.backgroundColor = palettes[next].paper);
  paint(theme);
  const projection = new Projection();
  const tooltip = new Tooltip(container);
  const chart = new Chart(container, {
    palette: palettes[theme], padding, painted: markOnce(), labelOf: projection.labelOf,
    reshaped: (aspect) => workspace.setAspect(lastingAspect(aspect, container)),
    looked: (part) => void workspace.run('look', part),
    ...gesturesFor(workspace, tooltip),
  });
  const stops = [
    whenFontsArrive(container.ownerDocument, () => stops.push(followState(workspace, chart, projection)), () => chart.refresh()),
    ...listenToEvents(workspace, chart),
  ];
  return {
    setTheme(next) {
      paint(next);
      chart.recolour(palettes[next]);
    },
    refresh: () => chart.refresh(),
    whereIs: (selection) => chart.whereIs(asDrawn(workspace.state.getState(), selection)),
    destroy() {
      for (const stop of stops) stop();
      tooltip.remove();
      chart.destroy();
    },
  };
}

/**
 * The shape of the chart for what is laid out to stay. In a window that is higher than wide a panel takes half of the chart's
 * height, until it is closed again: then the chart is higher than wide as well.
 */
function lastingAspect(aspect: number, { ownerDocument }: HTMLElement): number {
  const { innerWidth, innerHeight } = ownerDocument.defaultView!;
  return innerHeight > innerWidth ? Math.min(aspect, 1) : aspect;
}

/** The mark by which a cold start is measured: something is on screen, in full quality. */
function markOnce(): (sharp: boolean) => void {
  let marked = false;
  return (sharp) => {
    if (marked || !sharp) return;
    marked = true;
    performance.mark('throughline:drawn');
  };
}

/** What a hand does becomes commands; only the tooltip is the chart's own. */
function gesturesFor(workspace: Workspace, tooltip: Tooltip): Gestures {
  return {
    select: (selection) => void workspace.run('select', selection),
    // The first thing selected opens the inspector, which may take the place under the pointer.
    waitsForSecondClick: () => workspace.state.getState().selection === undefined,
    point(selection, at) {
      void workspace.run('hover', selection);
      const records = lookup(workspace.state.getState());
      const derived = selection && drawnPart(workspace.state.getState()).derived.get(selection.id);
      const change = selection && changeText(workspace.state.getState(), selection);
      if (change !== undefined) tooltip.show([change], at);
      else if (derived) tooltip.show([derived.sentence, ...remarkOn(workspace.state.getState(), selection.id)], at);
      else if (selection) tooltip.show(tooltipText(selection, { ...records, filter: drawnUnder(workspace.state.getState()) }), at);
      else tooltip.hide();
    },
    unfold(box) {
      const group = groupAt(workspace.state.getState(), box);
      void (group ? workspace.run('toggleGroup', group.group.id) : workspace.run('toggleNeighbours', box));
    },
    move: (positions) => void workspace.run('move', { positions }),
    openArrow: (id) => void workspace.run('editArrow', id),
    drawArrow(from, to) {
      const state = workspace.state.getState();
      void workspace.run('drawArrow', { from: recordedEnd(state, from), to: recordedEnd(state, to) });
    },
    openNote: (id) => void workspace.run('writeNote', { id }),
    add: (at) => void workspace.run('addEntityAt', at),
    tie(from, to) {
      const state = workspace.state.getState();
      // No source says anything of a group.
      if (!groupAt(state, from) && !groupAt(state, to)) void workspace.run('claimAbout', { from, to });
    },
    selectSeveral: (entities) => void workspace.run('selectSeveral', entities),
    menu({ target, at }) {
      tooltip.hide();
      const state = workspace.state.getState();
      const several = selectedEntities(state);
      const members = target && groupAt(state, target.id)?.members;
      const entities = target?.kind !== 'entity' ? [] : (members ?? (several.has(target.id) ? [...several] : [target.id]));
      if (members) void workspace.run('selectSeveral', members);
      workspace.events.emit('contextMenu', { ...(target ? { target } : {}), entities, at });
    },
  };
}

/** An arrow at the box of a group is at the first of its members, and so at the box while that is closed. */
function recordedEnd(state: WorkspaceState, end: ArrowEnd): ArrowEnd {
  const members = 'entity' in end ? groupAt(state, end.entity)?.members : undefined;
  return members ? { entity: members[0]! } : end;
}

/** The closed group whose box this is. */
function groupAt(state: WorkspaceState, box: string) {
  return drawnPart(state).groups?.get(box);
}

/** What is computed says so; a group and what is drawn as one line are no computed facts. */
function remarkOn(state: WorkspaceState, id: string): string[] {
  const { groups, bundles } = drawnPart(state);
  if (groups?.has(id)) return ['a group: no evidence'];
  return bundles?.has(id) ? ['each with its own sources'] : ['computed, not recorded'];
}

function listenToEvents({ events, state }: Workspace, chart: Chart): (() => void)[] {
  const boxesOf = (entities: readonly string[]) => entities.map((id) => asDrawn(state.getState(), { kind: 'entity', id }).id);
  return [
    events.on('fit', ({ entities }) => chart.fit(entities && boxesOf(entities))),
    events.on('zoomIn', () => chart.zoomBy(ZOOM_STEP)),
    events.on('zoomOut', () => chart.zoomBy(1 / ZOOM_STEP)),
    events.on('center', (selection) => chart.reveal([asDrawn(state.getState(), selection)])),
  ];
}

/** How long the first frame waits for the web fonts, in ms; they come from the same host and are small. */
const PATIENCE = 400;

/**
 * Calls `go` once, when the fonts that a chart is written in have arrived or will not be waited for any longer, and
 * `again` whenever more of them arrive later (a slow host, a name in another script). Returns how to stop listening.
 */
function whenFontsArrive(document: Document, go: () => void, again: () => void): () => void {
  let gone = false;
  const start = () => {
    if (gone) return;
    gone = true;
    document.fonts.addEventListener('loadingdone', again);
    go();
  };
  const timer = setTimeout(start, PATIENCE);
  const wanted = [fonts.name, fonts.subtitle].map((font) => document.fonts.load(cssFont(font)));
  void Promise.allSettled(wanted).then(start);
  return () => {
    gone = true;
    clearTimeout(timer);
    document.fonts.removeEventListener('loadingdone', again);
  };
}
