import fc from 'fast-check';
import type { Relationship } from '../../model';

const PARTIES = ['a', 'b', 'c', 'd', 'e', 'f'];
const dates = fc.constantFrom('2007', '2008', '2008-06', '2008-06-15', '2009-01', '2010', '2012-12-31');
const share = fc.oneof(fc.constantFrom(0, 10, 33.3, 50, 75, 100), fc.constant({ min: 20, max: 45 }));

/**
 * Some stakes of few parties in one another: parallel, direct and indirect, dated and undated, with and without shares,
 * some of them circles.
 */
export const randomStakes: fc.Arbitrary<Relationship[]> = fc
  .array(
    fc.record(
      {
        from: fc.constantFrom(...PARTIES),
        to: fc.constantFrom(...PARTIES),
        type: fc.constantFrom('owns' as const, 'owns' as const, 'partnerIn' as const, 'supplies' as const),
        share,
        start: dates,
        end: fc.oneof(dates, fc.constant('..' as const)),
        indirect: fc.constant(true),
      },
      { requiredKeys: ['from', 'to', 'type'] },
    ),
    { maxLength: 14 },
  )
  .map((stakes) => stakes.map((stake, i): Relationship => ({ id: `r${(i * 7) % 15}`, claims: [], ...stake })));
