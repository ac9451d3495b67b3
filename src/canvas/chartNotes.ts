import type { Note, Position } from '../model';
import type { Scene } from '../drawing';

/** How many notes are drawn; all of them stand in the list of notes. */
const MOST_DRAWN = 200;
/** How far from its box a note stands, in the units of the chart. */
const BESIDE = 8;

/**
 * The notes of the chart, over it: each at its entity or tie, or where it was written. They are no evidence and look like slips of paper. A
 * screen reader has them in the inspector and in the list of notes.
 */
export class ChartNotes {
  private readonly frame: HTMLElement;
  private readonly element: HTMLElement;

  constructor(container: HTMLElement, private readonly open: (note: string) => void) {
    this.frame = container.ownerDocument.createElement('div');
    this.frame.setAttribute('aria-hidden', 'true');
    // What lies beyond the chart is not drawn over its neighbours, and the chart below takes every press that no note takes.
    Object.assign(this.frame.style, { position: 'absolute', inset: '0', overflow: 'hidden', pointerEvents: 'none', zIndex: '2' });
    this.element = container.ownerDocument.createElement('div');
    Object.assign(this.element.style, { position: 'absolute', left: '0', top: '0', width: '0', height: '0', transformOrigin: '0 0' });
    this.frame.append(this.element);
    container.append(this.frame);
  }

  /** Shows those notes whose place is drawn. */
  show(notes: readonly Note[], scene: Scene): void {
    const placed = notes.flatMap((note) => {
      const at = placeOf(note, scene);
      return at ? [{ note, at }] : [];
    });
    this.element.replaceChildren(...placed.slice(0, MOST_DRAWN).map(({ note, at }) => this.slip(note, at)));
  }

  /** Where the camera is: what is at the corner of the window, and how many CSS px a unit has. */
  follow(pan: Position, zoom: number): void {
    this.element.style.transform = `translate(${pan.x}px, ${pan.y}px) scale(${zoom})`;
  }

  private slip({ id, text }: Note, at: Position): HTMLElement {
    const slip = this.element.ownerDocument.createElement('div');
    slip.className = 'chart-note';
    slip.textContent = text;
    Object.assign(slip.style, { position: 'absolute', left: `${at.x}px`, top: `${at.y}px`, pointerEvents: 'auto' });
    // The chart below is neither dragged nor let go of by a press on a note.
    for (const press of ['pointerdown', 'mousedown', 'touchstart']) slip.addEventListener(press, (event) => event.stopPropagation());
    slip.addEventListener('click', (event) => {
      event.stopPropagation();
      this.open(id);
    });
    return slip;
  }
}

/** Where a note begins: right of its box, below the words of its tie, or at its own place. */
function placeOf({ entity, relationship, place }: Note, { boxes, lines }: Scene): Position | undefined {
  const box = entity === undefined ? undefined : boxes.find((b) => b.entity === entity);
  if (box) return { x: box.x + box.width / 2 + BESIDE, y: box.y - box.height / 2 };
  const label = relationship === undefined ? undefined : lines.find((line) => line.relationship === relationship)?.label;
  if (label) return { x: label.x - label.width / 2, y: label.y + label.height / 2 + BESIDE };
  return entity === undefined && relationship === undefined ? place : undefined;
}
