const NOTHING = 0x811c9dc5;
const FACTOR = 0x01000193;

/**
 * FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), 0 to 2³²−1: the same on every machine. To tell texts apart, not to
 * keep secrets. `hash` is that of what stands before, or another start. The index hashes units in loops of its own, with the same figures.
 */
export function hashOf(text: string, hash = NOTHING): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FACTOR);
  return hash >>> 0;
}
