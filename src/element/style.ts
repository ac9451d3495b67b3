/** The element's own style; given to its shadow by script, which no policy of a page forbids. */
export const STYLE = `
:host { display: block; }
figure { background: var(--chart-paper); color: var(--chart-ink); margin: 0; height: 100%; display: flex; flex-direction: column; }
svg { flex: 1; min-height: 0; width: 100%; touch-action: none; }
figcaption { font: 400 13px "IBM Plex Sans", system-ui, sans-serif; padding: 4px 0; }
[data-entity], [data-relationship] { cursor: pointer; outline: none; }
.hit { fill: none; stroke: transparent; stroke-width: 12; stroke-linejoin: round; pointer-events: stroke; }
.selected > .hit { stroke: var(--chart-highlight); }
[data-entity]:focus-visible > .hit, [data-relationship]:focus-visible > .hit { stroke: var(--chart-focus); stroke-opacity: .45; }
section { background: var(--chart-paper); color: var(--chart-ink); font: 400 15px/1.45 "IBM Plex Sans", system-ui, sans-serif;
  padding: 8px; }
nav { display: flex; gap: 10px; align-items: center; }
h2 { font-size: 19px; margin: 8px 0 4px; }
ol { font-size: 13px; padding-left: 26px; }
a { color: inherit; }
button { font: inherit; color: inherit; background: none; border: 1px solid currentcolor; border-radius: 6px; padding: 3px 10px; }
button:disabled { opacity: .45; }
p { font: 400 14px "IBM Plex Sans", system-ui, sans-serif; }
`;
