import { familyColours, type Family } from '../../model';

/**
 * Grounds of boxes that show a figure: eight groups told apart, and five steps from little to much.
 * Paler than any family's colour, and never without a number.
 */
export const tints = [
  'group1', 'group2', 'group3', 'group4', 'group5', 'group6', 'group7', 'group8', 'step1', 'step2', 'step3', 'step4', 'step5',
] as const;
export type Tint = (typeof tints)[number];

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
  families: Readonly<Record<Family, string>>;
  tints: Record<Tint, string>;
}

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
  families: familyColours,
  tints: {
    group1: '#dfeafa',
    group2: '#dcf1e2',
    group3: '#fbe3d7',
    group4: '#ece1f9',
    group5: '#d9f1f3',
    group6: '#fadfeb',
    group7: '#e9e8cf',
    group8: '#e3e4ea',
    step1: '#f6f3ea',
    step2: '#efe8d8',
    step3: '#e7dcc3',
    step4: '#dfd0ae',
    step5: '#d6c39a',
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
  tints: {
    group1: '#22344c',
    group2: '#20402e',
    group3: '#4a2f22',
    group4: '#392b4f',
    group5: '#1d4146',
    group6: '#4a2640',
    group7: '#3e3d22',
    group8: '#3a3e49',
    step1: '#2a2a28',
    step2: '#353329',
    step3: '#433d2b',
    step4: '#51482d',
    step5: '#605430',
  },
};

const INK = '#000000';
/** Greys for paper: nothing of the chart is told by them alone. */
const print: Palette = {
  paper: '#ffffff', panel: '#ffffff', box: '#ffffff', ink: INK, quiet: '#404040', line: '#b0b0b0', selected: INK, onSelected: '#ffffff',
  highlight: '#d4d4d4', amber: '#ffffff', onAmber: INK, denied: INK,
  families: {
    ownership: INK, venture: INK, operation: INK, supply: INK, finance: INK, authority: INK, people: INK, other: INK,
  },
  tints: {
    group1: '#f2f2f2', group2: '#e8e8e8', group3: '#f2f2f2', group4: '#e8e8e8', group5: '#f2f2f2', group6: '#e8e8e8', group7: '#f2f2f2',
    group8: '#e8e8e8', step1: '#ffffff', step2: '#f4f4f4', step3: '#e9e9e9', step4: '#dedede', step5: '#d3d3d3',
  },
};

export const palettes = { light, dark, print } as const;
/** How a picture is coloured: for bright and dark grounds, or without colour, to be printed. */
export type Theme = keyof typeof palettes;
