import type { Family } from '../../model';

/** The colours of one theme, as hex. `ui/tokens.css` repeats them for the panels; a test holds the two together. */
export interface Palette {
  /** The chart's ground, the panels, the boxes on the chart. */
  paper: string;
  panel: string;
  box: string;
  /** Text and outlines; secondary text; hairlines. */
  ink: string;
  quiet: string;
  line: string;
  /** What is selected: an inverted box. */
  selected: string;
  onSelected: string;
  /** The highlighter under a route. */
  highlight: string;
  /** The mark of a disputed relationship, and the ink upon it. */
  amber: string;
  onAmber: string;
  /** The cross of a denied relationship. */
  denied: string;
  families: Record<Family, string>;
}

/** Family hues after Okabe and Ito's palette for colour-blind readers, darkened to 4.5:1 as text upon paper. */
export const light: Palette = {
  paper: '#fbfaf6',
  panel: '#ffffff',
  box: '#ffffff',
  ink: '#1a1d29',
  quiet: '#5f6470',
  line: '#dcd9d0',
  selected: '#1a1d29',
  onSelected: '#ffffff',
  highlight: '#ffd95a',
  amber: '#f5a623',
  onAmber: '#1a1d29',
  denied: '#b3261e',
  families: {
    ownership: '#0068a8',
    venture: '#00755a',
    operation: '#2a78b0',
    supply: '#96650a',
    finance: '#8a3f92',
    authority: '#b8410f',
    people: '#4b5563',
    other: '#6b6f78',
  },
};

export const dark: Palette = {
  paper: '#15171d',
  panel: '#1b1e26',
  box: '#20242d',
  ink: '#eceae4',
  quiet: '#a3a8b4',
  line: '#343945',
  selected: '#eceae4',
  onSelected: '#15171d',
  highlight: '#8a6d12',
  amber: '#f5b041',
  onAmber: '#15171d',
  denied: '#ff8a80',
  families: {
    ownership: '#6fb6ee',
    venture: '#4fc9a4',
    operation: '#8fd0f5',
    supply: '#e0ae4c',
    finance: '#d69be0',
    authority: '#f59a6b',
    people: '#b6bdc9',
    other: '#9aa0ac',
  },
};

export const palettes = { light, dark } as const;
