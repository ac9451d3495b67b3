import { useEffect } from 'react';
import { matchShortcut, readingOrder } from '../../workspace';
import { chartHost } from '../chart/chartHost';
import { keepTyping } from './typedAhead';
import { useWorkspace } from './useWorkspace';

/** A letter pressed in an open popup is meant for what is in it. */
const inPopup = () => Boolean(document.activeElement?.closest('[role="dialog"]'));

/** Does what a key stands for, wherever the focus is; keys that a field or an open menu takes for itself stay with it. */
export function useShortcuts(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const inChart = chartHost().contains(document.activeElement);
      const id = matchShortcut(event, workspace.state.getState(), { inChart });
      if (!id || leavesTheChart(id) || (inPopup() && id !== 'openPalette')) return;
      event.preventDefault();
      if (id === 'openPalette' && workspace.state.getState().view.dialog !== 'palette') keepTyping();
      const { open } = workspace.state.getState().entry;
      if ((id === 'addSource' && open !== 'source') || (id === 'addClaim' && open !== 'claim')) keepTyping();
      void workspace.run(id as 'fit');
    };
    /** Tab walks through what is drawn and, past the last or before the first of it, on to the next part of the page. */
    const leavesTheChart = (id: string) => {
      const state = workspace.state.getState();
      const order = readingOrder(state);
      const selected = state.selection?.kind === 'entity' ? state.selection.id : undefined;
      if (id === 'nextEntity') return order.length === 0 || selected === order.at(-1);
      return id === 'previousEntity' && (selected === undefined || selected === order[0]);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [workspace]);
}
