/**
 * What is typed between a key that opens a field and the moment when the field is there: fetched and drawn parts take
 * a while, and fingers do not wait. Keys are taken from the page meanwhile, so that none is mistaken for a shortcut.
 */
let stop: (() => void) | undefined;
let text = '';
let entered = false;

/** From now on letters are kept, until they are taken. What comes after Enter is for no field yet, and is let go. */
export function keepTyping(): void {
  leave();
  text = '';
  entered = false;
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') return leave();
    if (event.key === 'Enter') entered = true;
    else if (event.key === 'Backspace') text = entered ? text : text.slice(0, -1);
    else if ([...event.key].length === 1) text += entered ? '' : event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', keep, true);
  stop = () => document.removeEventListener('keydown', keep, true);
}

export interface Typed {
  text: string;
  entered: boolean;
}

/** Hands over what was typed meanwhile and whether Enter followed; the field takes its keys itself from here on. */
export function handTyped(to: (typed: Typed) => void): void {
  if (!stop) return;
  const typed = { text, entered };
  leave();
  to(typed);
}

function leave(): void {
  stop?.();
  stop = undefined;
}
