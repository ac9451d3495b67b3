import { boundsText, type Partner } from '../../analysis';

/** "75 %", "0–25 %", "unknown": a share that is not recorded is what the others leave, and never zero. */
export function partnerShare({ share, recorded }: Pick<Partner, 'share' | 'recorded'>): string {
  if (share.max === 0 && recorded.max > 0) return 'none left';
  if (recorded.min === 0 && recorded.max === 100 && share.max === 100) return 'unknown';
  return boundsText(share);
}
