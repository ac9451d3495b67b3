import { z } from 'zod';

/** The shapes that a picture may be given, and how much wider than high each is. A4 is 210 × 297 mm. */
const pictureAspects = { '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1, a4: 210 / 297, 'a4-landscape': 297 / 210 } as const;
type PictureShape = keyof typeof pictureAspects;
export const pictureShapes = Object.keys(pictureAspects) as [PictureShape, ...PictureShape[]];

/** The least and the most that a side of a picture may have in pixels of one's own choice. */
export const SHORTEST_SIDE = 200;
export const LONGEST_SIDE = 8000;

const side = z.int().min(SHORTEST_SIDE).max(LONGEST_SIDE);

/** How large a picture is: as large as what is drawn needs, of a shape, or of so many pixels. */
export const pictureSize = z.union([z.literal('drawn'), z.enum(pictureShapes), z.strictObject({ width: side, height: side })]);
export type PictureSize = z.infer<typeof pictureSize>;

/**
 * Where a picture lists the sources that its lines are numbered by: below the chart, on a page of their own, or nowhere;
 * then its lines have no numbers.
 */
export const referencePlaces = ['below', 'page', 'none'] as const;
export type ReferencePlace = (typeof referencePlaces)[number];

/** A size as it is written: "drawn", "16:9", "a4-landscape", "1600x900". Undefined for what is none. */
export function pictureSizeOf(text: string): PictureSize | undefined {
  const pixels = /^(\d+)\s*[x×]\s*(\d+)$/i.exec(text.trim());
  const parsed = pictureSize.safeParse(pixels ? { width: Number(pixels[1]), height: Number(pixels[2]) } : text.trim().toLowerCase());
  return parsed.success ? parsed.data : undefined;
}

/** Its width over its height; undefined where what is drawn decides. */
export function aspectOf(size: PictureSize): number | undefined {
  if (size === 'drawn') return undefined;
  return typeof size === 'string' ? pictureAspects[size] : size.width / size.height;
}
