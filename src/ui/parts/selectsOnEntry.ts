import type { FocusEvent, MouseEvent } from 'react';

/**
 * Handlers of a text field whose whole text is selected when one comes to it, by Tab, by a shortcut or by a click,
 * so that typing on starts anew.
 */
export const selectsOnEntry = {
  onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
  onMouseDown(event: MouseEvent<HTMLInputElement>) {
    if (document.activeElement === event.currentTarget) return;
    event.preventDefault();
    event.currentTarget.focus();
  },
};
