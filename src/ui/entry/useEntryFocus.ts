import { useEffect, type RefObject } from 'react';
import { useWorkspace } from '../shell/useWorkspace';

/** Gives a field the keyboard when it is asked for, and as it comes: with the caret where that is said, else at the end. */
export function useEntryFocus(field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>): void {
  const { events } = useWorkspace();
  useEffect(() => {
    const focus = (caret?: number) => {
      const input = field.current;
      if (!input) return;
      input.focus();
      const at = caret ?? input.value.length;
      input.setSelectionRange(at, at);
    };
    focus();
    return events.on('focusEntry', (asked) => requestAnimationFrame(() => focus((asked as { caret?: number } | undefined)?.caret)));
  }, [events, field]);
}
