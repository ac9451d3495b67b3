import { useEffect, useEffectEvent, type RefObject } from 'react';
import { handTyped, type Typed } from '../shell/typedAhead';
import { useWorkspace } from '../shell/useWorkspace';

/**
 * Gives a field the keyboard when it is asked for, and as it comes: with the caret where that is said, else at the end.
 * What was typed before it was there is handed over.
 */
export function useEntryFocus(field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>, onTyped: (typed: Typed) => void): void {
  const { events } = useWorkspace();
  const typed = useEffectEvent(onTyped);
  useEffect(() => {
    const focus = (caret?: number) => {
      const input = field.current;
      if (!input) return;
      input.focus();
      const at = caret ?? input.value.length;
      input.setSelectionRange(at, at);
    };
    focus();
    handTyped(typed);
    // What asks for the keyboard may change the text as well, which is drawn first.
    return events.on('focusEntry', (asked: { caret?: number } | undefined) => requestAnimationFrame(() => focus(asked?.caret)));
  }, [events, field]);
}
