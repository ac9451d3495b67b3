import type { Core } from 'cytoscape';

/**
 * A press on the chart gives it the keyboard. cytoscape prevents what the browser would do by itself, and a focus that a
 * script gives has a ring around it, so the ring is left out until a key is pressed.
 */
export function focusByHand(cy: Core, container: HTMLElement): void {
  const showRing = () => container.style.removeProperty('outline');
  cy.on('tapstart', () => {
    container.style.outline = 'none';
    container.focus({ preventScroll: true });
  });
  container.addEventListener('keydown', showRing);
  container.addEventListener('blur', showRing);
  cy.on('destroy', () => {
    container.removeEventListener('keydown', showRing);
    container.removeEventListener('blur', showRing);
  });
}
