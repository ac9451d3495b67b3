import type { Core } from 'cytoscape';
import type { ArrowEnd } from '../../model';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * With Alt held, a drag from one entity to another asks for a tie between the two; one that begins or ends on the ground draws an arrow,
 * which says nothing of the data. Nothing is moved, a line follows the pointer, and Escape, or letting go where it began, does nothing. The
 * engine never hears of such a press.
 */
export function listenToTying(cy: Core, tie: (from: string, to: string) => void, arrow: (from: ArrowEnd, to: ArrowEnd) => void): void {
  const container = cy.container()!;
  const entityAt = ({ clientX, clientY }: MouseEvent): string | undefined => {
    const { left, top } = container.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    return cy.nodes().filter((node) => {
      const { x1, x2, y1, y2 } = node.renderedBoundingBox({ includeLabels: false, includeOverlays: false });
      return x >= x1 && x <= x2 && y >= y1 && y <= y2;
    }).last().id();
  };
  const endAt = (entity: string | undefined, { clientX, clientY }: MouseEvent): ArrowEnd => {
    if (entity !== undefined) return { entity };
    const { left, top } = container.getBoundingClientRect();
    const { x, y } = cy.pan();
    return { x: Math.round((clientX - left - x) / cy.zoom()), y: Math.round((clientY - top - y) / cy.zoom()) };
  };
  const begin = (event: MouseEvent) => {
    if (!event.altKey || event.button !== 0) return;
    const from = entityAt(event);
    event.preventDefault();
    event.stopImmediatePropagation();
    follow(container, event, (end) => {
      const to = end && entityAt(end);
      if (!end || (from !== undefined && from === to)) return;
      if (from !== undefined && to !== undefined) tie(from, to);
      else if (isFar(event, end)) arrow(endAt(from, event), endAt(to, end));
    });
  };
  container.addEventListener('mousedown', begin, true);
  cy.on('destroy', () => container.removeEventListener('mousedown', begin, true));
}

/** An arrow is at least so long, in CSS px: a press that trembles draws none. */
const LEAST = 20;

function isFar(a: MouseEvent, b: MouseEvent): boolean {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) >= LEAST;
}

/** Draws a line from where the pointer was pressed to where it is, until it is let go; then tells where, or that it was given up. */
function follow(container: HTMLElement, start: MouseEvent, done: (end: MouseEvent | undefined) => void): void {
  const { left, top } = container.getBoundingClientRect();
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'line');
  svg.setAttribute('class', 'tying-line');
  svg.append(line);
  container.append(svg);
  const put = (end: 1 | 2, { clientX, clientY }: MouseEvent) => {
    line.setAttribute(`x${end}`, String(clientX - left));
    line.setAttribute(`y${end}`, String(clientY - top));
  };
  put(1, start);
  put(2, start);
  const stop = new AbortController();
  const finish = (end: MouseEvent | undefined) => {
    stop.abort();
    svg.remove();
    done(end);
  };
  window.addEventListener(
    'mousemove',
    (event) => {
      event.stopImmediatePropagation();
      put(2, event);
    },
    { capture: true, signal: stop.signal },
  );
  window.addEventListener(
    'mouseup',
    (event) => {
      event.stopImmediatePropagation();
      finish(event);
    },
    { capture: true, signal: stop.signal },
  );
  window.addEventListener('keydown', (event) => { if (event.key === 'Escape') finish(undefined); }, { capture: true, signal: stop.signal });
}
