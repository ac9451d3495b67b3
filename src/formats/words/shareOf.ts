import type { Share } from '../../model';

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)`;
const EXACT = new RegExp(`^${NUMBER}\\s*%?$`);
const RANGE = new RegExp(`^${NUMBER}\\s*%?\\s*(?:-|–|to|\\.\\.)\\s*${NUMBER}\\s*%?$`);
const ABOVE = new RegExp(`^(?:>|≥|>=|over|more than|at least)\\s*${NUMBER}\\s*%?$`, 'i');
const BELOW = new RegExp(`^(?:<|≤|<=|under|less than|up to|at most)\\s*${NUMBER}\\s*%?$`, 'i');

/** The share that a text says in per cent: "75", "33.3 %", "25-50", ">25". Undefined where it says none between 0 and 100. */
export function shareOf(text: string): Share | undefined {
  const plain = text.trim();
  const exact = EXACT.exec(plain);
  if (exact) return within(figure(exact[1]!));
  const range = RANGE.exec(plain);
  if (range) return between(figure(range[1]!), figure(range[2]!));
  const above = ABOVE.exec(plain);
  if (above) return between(figure(above[1]!), 100);
  const below = BELOW.exec(plain);
  return below ? between(0, figure(below[1]!)) : undefined;
}

function figure(text: string): number {
  return Number(text.replace(',', '.'));
}

function within(percent: number): number | undefined {
  return percent >= 0 && percent <= 100 ? percent : undefined;
}

/** Bounds in per cent, where they are bounds. */
export function between(min: number, max: number): Share | undefined {
  if (!(min >= 0 && max <= 100 && min <= max)) return undefined;
  return min === max ? min : { min, max };
}

/** A share as FollowTheMoney writes it: "75" or "25-50". */
export function shareAsText(share: Share): string {
  return typeof share === 'number' ? String(share) : `${share.min}-${share.max}`;
}
