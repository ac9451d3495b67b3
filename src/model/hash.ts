/** The figures of FNV-1a, for loops over units that are no text. */
export const HASH_OF_NOTHING = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

/**
 * FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), 0 to 2³²−1: the same on every machine. To tell texts apart, not to
 * keep secrets. `hash` is that of what stands before, or another start.
 */
export function hashOf(text: string, hash = HASH_OF_NOTHING): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), HASH_FACTOR);
  return hash >>> 0;
}
