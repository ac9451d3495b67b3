/** The element's own style; given to its shadow by script, which no policy of a page forbids. */
export const STYLE = `
:host { display: block; }
figure { margin: 0; height: 100%; display: flex; flex-direction: column; }
svg { flex: 1; min-height: 0; width: 100%; touch-action: none; }
figcaption { font: 400 13px "IBM Plex Sans", system-ui, sans-serif; padding: 4px 0; }
:host([data-dark]) figcaption { color: #d8dbe2; }
[data-entity], [data-relationship] { cursor: pointer; outline: none; }
.selected, [data-entity]:focus-visible, [data-relationship]:focus-visible { filter: drop-shadow(0 0 4px #ffb800); }
p { font: 400 14px "IBM Plex Sans", system-ui, sans-serif; }
`;
