import type { Position } from '../model';

/** How long the pointer rests before the tooltip shows, in ms. */
const REST = 350;
const AWAY = 14;

/** A small note beside the pointer. Its look is the class `chart-tooltip`; a screen reader has the chart's sentences instead. */
export class Tooltip {
  private readonly element: HTMLElement;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly container: HTMLElement) {
    this.element = container.ownerDocument.createElement('div');
    this.element.className = 'chart-tooltip';
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    Object.assign(this.element.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none', zIndex: '3' });
    container.append(this.element);
  }

  /** Shows lines of text, the first one strong, once the pointer has rested; `at` is in CSS px from the container's corner. */
  show([first = '', ...more]: readonly string[], at: Position): void {
    this.hide();
    this.waiting = setTimeout(() => {
      const strong = this.element.ownerDocument.createElement('strong');
      strong.textContent = first;
      this.element.replaceChildren(strong, ...more.map((text) => this.line(text)));
      this.element.hidden = false;
      this.place(at);
    }, REST);
  }

  hide(): void {
    clearTimeout(this.waiting);
    this.element.hidden = true;
  }

  remove(): void {
    this.hide();
    this.element.remove();
  }

  private line(text: string): HTMLElement {
    const line = this.element.ownerDocument.createElement('div');
    line.textContent = text;
    return line;
  }

  /** Below and right of the pointer, or on the other side where the container ends. */
  private place({ x, y }: Position): void {
    const { clientWidth, clientHeight } = this.container;
    const { offsetWidth, offsetHeight } = this.element;
    const left = x + AWAY + offsetWidth > clientWidth ? Math.max(4, x - AWAY - offsetWidth) : x + AWAY;
    const top = y + AWAY + offsetHeight > clientHeight ? Math.max(4, y - AWAY - offsetHeight) : y + AWAY;
    this.element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}
