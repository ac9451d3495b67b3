/** What the views are asked to do; nothing of it is part of the state. */
export interface WorkspaceEventMap {
  fit: { entities?: readonly string[] };
  zoomIn: undefined;
  zoomOut: undefined;
  /** Bring an entity or relationship into view. */
  center: { kind: 'entity' | 'relationship'; id: string };
  /** A right click or long press on the chart; `at` is in CSS px from the window's corner, `entities` all that are selected. */
  contextMenu: { target?: { kind: 'entity' | 'relationship'; id: string }; entities: readonly string[]; at: { x: number; y: number } };
  focusSearch: undefined;
  focusTraceFrom: undefined;
  /** The field that adds a party to those that are to be connected. */
  focusParties: undefined;
  focusChart: undefined;
  /** The field of what is entered, with the caret there or at the end. */
  focusEntry: { caret?: number };
  /** A sentence for the screen reader. */
  announce: { text: string };
}

type WorkspaceEvent = keyof WorkspaceEventMap;
type Listener<Name extends WorkspaceEvent> = (detail: WorkspaceEventMap[Name]) => void;

export interface WorkspaceEvents {
  on<Name extends WorkspaceEvent>(name: Name, listener: Listener<Name>): () => void;
  emit<Name extends WorkspaceEvent>(
    name: Name, ...detail: WorkspaceEventMap[Name] extends undefined ? [] : [WorkspaceEventMap[Name]]
  ): void;
}

/** Asking for the keyboard waits for a panel that is only being drawn. */
const WAITS: ReadonlySet<WorkspaceEvent> = new Set<WorkspaceEvent>([
  'focusSearch', 'focusTraceFrom', 'focusParties', 'focusChart', 'focusEntry',
]);

export function createEvents(): WorkspaceEvents {
  const listeners = new Map<WorkspaceEvent, Set<(detail: never) => void>>();
  let waiting: { readonly name: WorkspaceEvent; readonly detail: unknown } | undefined;
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      if (waiting?.name === name) {
        const { detail } = waiting;
        waiting = undefined;
        listener(detail as never);
      }
      return () => void set.delete(listener);
    },
    emit(name, ...[detail]) {
      if (WAITS.has(name)) waiting = (listeners.get(name)?.size ?? 0) === 0 ? { name, detail } : undefined;
      for (const listener of [...(listeners.get(name) ?? [])]) listener(detail as never);
    },
  };
}
