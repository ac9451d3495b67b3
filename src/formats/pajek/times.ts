/** When a vertex or line is there: as dates where its times look like years, and as written where dates do not say all of it. */
export interface Times {
  readonly start?: string;
  readonly end?: string;
  readonly written?: string;
}

const SPAN = /^(\d+|\*)(?:\s*-\s*(\d+|\*))?$/;
const YEAR = /^[12]\d{3}$/;

/**
 * The times of Pajek, as in 1-5,7-*: whole numbers of any unit, of which four figures from 1000 to 2999 are taken for years.
 * "*" is open. Of several spans the dates are the first start and the last end. Undefined where the text is no times.
 */
export function timesOf(text: string): Times | undefined {
  const spans = text.split(',').map((part) => SPAN.exec(part.trim()));
  if (spans.some((span) => span === null)) return undefined;
  const points = spans.map((span) => ({ from: span![1]!, to: span![2] ?? span![1]! }));
  const years = points.every(({ from, to }) => (YEAR.test(from) || from === '*') && (YEAR.test(to) || to === '*')) && points.some(({ from, to }) => from !== '*' || to !== '*');
  if (!years) return { written: text };
  const [start, end] = [points[0]!.from, points.at(-1)!.to];
  return { ...(start === '*' ? {} : { start }), ...(end === '*' ? {} : { end }), ...(points.length > 1 ? { written: text } : {}) };
}
