import type { Selection, Snapshot } from '../model';
import { palettes } from '../drawing';
import { chartDrawing, type ChartDrawing, type StoryViews } from '../publish';
import { readChart } from './readChart';
import { storyWords } from './storyWords';
import { STYLE } from './style';

/** What was selected: an entity or a relationship, and how it reads as a sentence; null where nothing is. */
export type ChartSelection = (Selection & { readonly says: string }) | null;

/** In Node, where there are no elements, the class can be imported all the same. */
const Base: typeof HTMLElement = typeof HTMLElement === 'undefined' ? (class {} as unknown as typeof HTMLElement) : HTMLElement;

/**
 * A snapshot, story or dataset as a chart: `<throughline-chart src="case.json" theme="dark">`. It adds no inline style or script and asks
 * for nothing but `src`, so that it works under a policy of `script-src 'self'; connect-src 'self'; style-src 'none'`. Events bubble:
 * `throughline-load` (detail: title, and of a story its number of steps), `throughline-error` (detail: message), `throughline-select`
 * (detail: `ChartSelection`) and `throughline-step` (detail: step, from 0, and headline).
 */
export class ThroughlineChart extends Base {
  /** Attributes that it follows. */
  static readonly observedAttributes = ['src', 'theme'];

  private readonly sheet = typeof CSSStyleSheet === 'undefined' ? (undefined as never) : new CSSStyleSheet();
  private drawing: ChartDrawing | undefined;
  private shownSnapshot: Snapshot | undefined;
  private story: StoryViews | undefined;
  private at = 0;
  private selected: ChartSelection = null;
  private loading: AbortController | undefined;
  private view: { x: number; y: number; width: number; height: number } | undefined;

  /** The snapshot that is shown; setting one shows it. */
  get snapshot(): Snapshot | undefined {
    return this.shownSnapshot;
  }
  set snapshot(snapshot: Snapshot | undefined) {
    this.loading?.abort();
    this.story = undefined;
    this.shownSnapshot = snapshot;
    this.draw();
  }

  /** How many steps the story has that is shown; 0 where none is. */
  get steps(): number {
    return this.story?.steps.length ?? 0;
  }

  /** The step of the story that is shown, from 0; setting it shows another. A step that there is not is none. */
  get step(): number {
    return this.at;
  }
  set step(step: number) {
    const view = this.story?.steps[step];
    if (!view) return;
    this.at = step;
    this.shownSnapshot = view.snapshot;
    this.draw();
    this.tell('throughline-step', { step, headline: view.headline });
  }

  /** What is selected. */
  get selection(): ChartSelection {
    return this.selected;
  }

  /** Selects an entity or relationship by id, or nothing; tells of it by `throughline-select`. */
  select(id: string | null): void {
    const things = this.things();
    for (const thing of things) thing.classList.toggle('selected', id !== null && idOf(thing) === id);
    const thing = things.find((one) => idOf(one) === id);
    this.selected =
      !thing || id === null ? null : { kind: thing.dataset.entity === undefined ? 'relationship' : 'entity', id, says: nameOf(thing) };
    this.tell('throughline-select', this.selected);
  }

  /** Shows all of the chart. */
  fit(): void {
    if (this.drawing) this.look(this.drawing.bounds);
  }

  /** Comes closer by this factor (above 1), or goes back (below). */
  zoom(factor: number): void {
    if (!this.view || !(factor > 0)) return;
    const { x, y, width, height } = this.view;
    const [w, h] = [width / factor, height / factor];
    this.look({ x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h });
  }

  /** The browser calls it when the element comes into a page. */
  connectedCallback(): void {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [this.sheet];
      root.addEventListener('click', (event) => {
        if (event.target instanceof Element && !event.target.closest('section')) this.pressed(event.target);
      });
      root.addEventListener('keydown', (event) => this.typed(event as KeyboardEvent));
      root.addEventListener('pointermove', (event) => this.dragged(event as PointerEvent));
    }
    if (!this.shownSnapshot && this.getAttribute('src')) void this.load();
    else this.draw();
  }

  /** The browser calls it when the element leaves a page. */
  disconnectedCallback(): void {
    this.loading?.abort();
  }

  /** The browser calls it when an attribute changes. */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (name === 'src') void this.load();
    else this.draw();
  }

  private async load(): Promise<void> {
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    const src = this.getAttribute('src') ?? '';
    try {
      const response = await fetch(src, { signal: loading.signal });
      if (!response.ok) return this.fail(`The chart cannot be fetched (status ${response.status}).`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const shown = await readChart(bytes, src.split(/[?#]/)[0]!.split('/').at(-1)!, loading.signal);
      if (loading.signal.aborted) return;
      this.story = 'story' in shown ? shown.story : undefined;
      this.at = 0;
      this.shownSnapshot = 'story' in shown ? shown.story.steps[0]!.snapshot : shown.snapshot;
      this.draw();
      const { title } = this.story ?? this.shownSnapshot;
      this.tell('throughline-load', { title, ...(this.story ? { steps: this.steps } : {}) });
    } catch (error) {
      if (!loading.signal.aborted) this.fail((error as Error).message);
    }
  }

  private fail(message: string): void {
    const said = document.createElement('p');
    said.setAttribute('role', 'alert');
    said.textContent = message;
    this.shadowRoot?.replaceChildren(said);
    this.tell('throughline-error', { message });
  }

  private draw(): void {
    if (!this.shadowRoot || !this.shownSnapshot) return;
    const theme = this.getAttribute('theme') === 'dark' ? 'dark' : 'light';
    this.drawing = chartDrawing(this.shownSnapshot, palettes[theme]);
    this.sheet.replaceSync(`${STYLE}\n${this.drawing.rules}`);
    const words = this.story ? [storyWords(this.story, { step: this.at, go: (step) => this.turnTo(step) })] : [];
    this.shadowRoot.replaceChildren(...words, this.figure(this.drawing));
    this.toggleAttribute('data-dark', theme === 'dark');
    this.fit();
    // What was selected is so in the new drawing, or is nothing where it is not in it.
    if (this.selected) this.select(this.selected.id);
  }

  /** Shows a step that was pressed for, and leaves the focus where it was pressed. */
  private turnTo(step: number): void {
    const forward = step > this.at;
    this.step = step;
    const [previous, next] = [...(this.shadowRoot?.querySelectorAll<HTMLButtonElement>('nav button') ?? [])];
    const wanted = forward ? next : previous;
    (wanted?.disabled ? (forward ? previous : next) : wanted)?.focus();
  }

  private figure({ svg, title }: ChartDrawing): HTMLElement {
    const figure = document.createElement('figure');
    // Markup of ours alone, in which every text is escaped; parsed apart from the page, so that nothing in it would be run or fetched.
    const drawn = document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
    for (const thing of drawn.querySelectorAll<SVGElement>('[data-entity], [data-relationship]')) {
      thing.setAttribute('tabindex', '0');
      thing.setAttribute('role', 'button');
      thing.setAttribute('aria-label', nameOf(thing));
    }
    const caption = document.createElement('figcaption');
    caption.textContent = title;
    figure.append(drawn, caption);
    return figure;
  }

  private things(): SVGElement[] {
    return [...(this.shadowRoot?.querySelectorAll<SVGElement>('[data-entity], [data-relationship]') ?? [])];
  }

  private pressed(target: EventTarget | null): void {
    const thing = target instanceof Element ? target.closest<SVGElement>('[data-entity], [data-relationship]') : null;
    this.select(thing ? idOf(thing) : null);
  }

  private typed(event: KeyboardEvent): void {
    // Buttons and links of a story have keys of their own.
    if (event.target instanceof Element && event.target.closest('section')) return;
    if (event.key === 'Escape') return this.select(null);
    if (event.key === '+' || event.key === '-') return this.zoom(event.key === '+' ? 1.25 : 0.8);
    if (event.key === '0') return this.fit();
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this.pressed(event.target);
  }

  private dragged({ buttons, movementX, movementY }: PointerEvent): void {
    const svg = this.shadowRoot?.querySelector('svg');
    if (!svg || !this.view || (buttons & 1) === 0) return;
    const units = Math.max(this.view.width / svg.clientWidth, this.view.height / svg.clientHeight);
    this.look({ ...this.view, x: this.view.x - movementX * units, y: this.view.y - movementY * units });
  }

  private look(view: { x: number; y: number; width: number; height: number }): void {
    this.view = view;
    this.shadowRoot?.querySelector('svg')?.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function idOf(thing: SVGElement): string | null {
  return thing.dataset.entity ?? thing.dataset.relationship ?? null;
}

function nameOf(thing: SVGElement): string {
  return thing.querySelector('title')?.textContent ?? idOf(thing) ?? '';
}

if (typeof customElements !== 'undefined' && !customElements.get('throughline-chart'))
  customElements.define('throughline-chart', ThroughlineChart);
