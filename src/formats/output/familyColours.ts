import type { Family } from '../../model';

/** The colour of each family on a light ground, as our own charts have it (drawing's light palette; a test holds the two together). */
export const familyColours: Readonly<Record<Family, string>> = {
  ownership: '#0068a8',
  venture: '#00755a',
  operation: '#2a78b0',
  supply: '#96650a',
  finance: '#8a3f92',
  authority: '#b8410f',
  people: '#4b5563',
  other: '#6b6f78',
};
