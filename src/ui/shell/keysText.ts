const MAC = /Mac|iP(hone|ad)/.test(globalThis.navigator?.platform ?? '');
const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const SIGNS: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Delete: 'Del' };

/** A shortcut as a keyboard says it: "Mod+Shift+z" is "Ctrl Shift Z", on a Mac "⌘⇧Z". */
export function keysText(shortcut: string, mac = MAC): string {
  const keys = shortcut.split(/\+(?=.)/);
  const named = keys.map(
    (key) => (mac ? MAC_SIGNS[key] : key === 'Mod' ? 'Ctrl' : undefined) ?? SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  );
  return named.join(mac ? '' : ' ');
}
