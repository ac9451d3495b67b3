/** How many texts are remembered; a text has one place among them, which the last one has that came to it. */
const PLACES = 1 << 14;
/** Longer texts are hardly ever repeated. Shorter ones than the first figure are shared by the engine itself. */
const SHORTEST = 11;
const LONGEST = 60;

const places: string[] = new Array<string>(PLACES).fill('');

/**
 * The same text, as the one that was met before where there was one lately: files repeat dates, sources and words a
 * million times, and each copy takes room of its own. Cost O(1) but for the comparison.
 */
export function internedText(text: string): string {
  if (text.length < SHORTEST || text.length > LONGEST) return text;
  const place = placeOf(text);
  const known = places[place]!;
  if (known === text) return known;
  places[place] = text;
  return text;
}

function placeOf(text: string): number {
  const { length } = text;
  let hash = length;
  for (const at of [0, length >> 1, length - 6, length - 5, length - 4, length - 3, length - 2, length - 1])
    hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 14)) & (PLACES - 1);
}
