import { useEffect } from 'react';
import { matchShortcut, readingOrder } from '../../workspace';
import { chartHost } from '../chart/chartHost';
import { keepTyping } from './typedAhead';
import { useWorkspace } from './useWorkspace';

/** A letter pressed in an open popup is meant for what is in it. */
const inPopup = () => Boolean(document.activeElement?.closest('[role="dialog"]'));

const FIELDS = 'input, textarea, select, [contenteditable]';
const isField = (target: EventTarget | null) => target instanceof Element && target.closest(FIELDS) !== null;

/** Two rows or more of two cells or more, as spreadsheets copy them. */
function isBlockOfCells(text: string): boolean {
  return text.split(/\r?\n/).filter((line) => line.includes('\t')).length >= 2;
}

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
    /** A block of cells that is pasted where no field takes it is rows to be entered. */
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.defaultPrevented || isField(event.target) || inPopup() || !isBlockOfCells(text)) return;
      event.preventDefault();
      void workspace.run('pasteRows', text);
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('paste', onPaste);
    };
  }, [workspace]);
}
