import type { RouteAnswer, Together } from '../../model';

/** In years, for a card: "all held together 2008–2016", "possibly all together from 2011", "never all at once". */
export function togetherText({ answer, periods }: Together, hops: number): string {
  if (answer === 'never') return 'never all at once';
  const when = periods.map(yearsText).filter((years) => years !== '').join(', ');
  const all = hops === 1 ? 'held' : answer === 'yes' ? 'all held together' : 'all together';
  const said = answer === 'yes' ? all : `possibly ${all}`;
  return when === '' ? `${said} at any time` : `${said} ${when}`;
}

function yearsText({ from, to }: { from?: string | undefined; to?: string | undefined }): string {
  const [begins, ends] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (begins === undefined) return ends === undefined ? '' : `until ${ends}`;
  if (ends === undefined) return `from ${begins}`;
  return begins === ends ? begins : `${begins}–${ends}`;
}

/** "7 routes", "1 route"; "10+ routes" where there may be more. */
export function countText({ routes, complete }: RouteAnswer): string {
  if (routes.length === 1 && complete) return '1 route';
  return complete ? `${routes.length} routes` : `${routes.length}+ routes`;
}
