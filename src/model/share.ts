import { z } from 'zod';

const percent = z.number().min(0).max(100);

export const share = z
  .union([percent, z.strictObject({ min: percent, max: percent }).refine((s) => s.min <= s.max, { error: 'min is above max' })])
  .meta({
    id: 'Share',
    description: 'A share in per cent: 75, or bounds { "min": 25, "max": 50 }. Leave it out where it is unknown; unknown is not zero.',
  });

/** Per cent, 0–100: a figure or its bounds. Absent is unknown, and unknown is never zero. */
export type Share = z.infer<typeof share>;

/** A share as bounds in per cent; unknown is 0–100. */
export function shareBounds(value: Share | undefined): { min: number; max: number } {
  if (value === undefined) return { min: 0, max: 100 };
  return typeof value === 'number' ? { min: value, max: value } : value;
}

/** "75 %", "25–50 %"; empty for an unknown share. */
export function shareText(value: Share | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return `${value} %`;
  return value.min === value.max ? `${value.min} %` : `${value.min}–${value.max} %`;
}
