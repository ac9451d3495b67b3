const MAC = /Mac|iP(hone|ad)/.test(globalThis.navigator?.platform ?? '');
/** The fonts of the page lack these, and every Mac has them. */
const MAC_SIGNS: Record<string, string> = {
  Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓',
};
const SIGNS: Record<string, string> = {
  ArrowLeft: 'Left', ArrowRight: 'Right', ArrowUp: 'Up', ArrowDown: 'Down', Escape: 'Esc', Delete: 'Del',
};

/** A shortcut as a keyboard says it: "Mod+Shift+z" is "Ctrl Shift Z", on a Mac "⌘⇧Z". */
export function keysText(shortcut: string, mac = MAC): string {
  const keys = shortcut.split(/\+(?=.)/);
  const named = keys.map(
    (key) => (mac ? MAC_SIGNS[key] : key === 'Mod' ? 'Ctrl' : undefined) ?? SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  );
  return named.join(mac ? '' : ' ');
}
