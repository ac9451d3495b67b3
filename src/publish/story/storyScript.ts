/**
 * The one script of a published story: arrow keys and a clicker step through it, its height is told to the page that embeds it
 * (`{throughline: 'height', height}`), and its custom properties come from the address.
 */
export const storyScript = `
(() => {
  const steps = [...document.querySelectorAll('.step')];
  const asked = new URLSearchParams(location.search);
  for (const name of ['paper', 'ink', 'accent', 'width']) {
    const value = asked.get(name);
    if (value === null) continue;
    const written = name === 'width' ? value : '#' + value;
    if (/^(#[0-9a-fA-F]{3,8}|[0-9.]+(px|rem|em|%))$/.test(written)) document.documentElement.style.setProperty('--story-' + name, written);
  }
  const at = () => {
    const focused = steps.indexOf(document.activeElement);
    if (focused >= 0) return focused;
    const middle = innerHeight / 3;
    return steps.findLastIndex((step) => step.getBoundingClientRect().top <= middle);
  };
  const go = (to) => {
    const step = steps[Math.max(0, Math.min(steps.length - 1, to))];
    step.focus({ preventScroll: true });
    step.scrollIntoView();
  };
  const moves = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in moves)) return;
    event.preventDefault();
    go(at() + moves[event.key]);
  });
  if (parent !== window) {
    const tell = () => parent.postMessage({ throughline: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
    new ResizeObserver(tell).observe(document.body);
    tell();
  }
})();
`;
