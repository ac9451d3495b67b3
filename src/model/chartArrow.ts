import { z } from 'zod';
import { position } from './position';

/** Where an arrow begins or ends: a place, or an entity, with which it goes. */
const arrowEnd = z.union([position, z.strictObject({ entity: z.string() })]);
export type ArrowEnd = z.infer<typeof arrowEnd>;

export const chartArrow = z
  .strictObject({
    id: z.string().min(1).max(200).meta({ description: 'Unique in the chart.' }),
    from: arrowEnd,
    to: arrowEnd,
    text: z.string().min(1).max(200).optional(),
  })
  .meta({ id: 'ChartArrow', description: 'An arrow that an editor drew on a chart. It is no evidence, and no route goes along it.' });
/** An arrow that was drawn on a chart by hand, as a note is written. No evidence, and no route goes along it. */
export type ChartArrow = z.infer<typeof chartArrow>;

/** The entity that an end is at; nothing for a place. */
function entityAtEnd(end: ArrowEnd): string | undefined {
  return 'entity' in end ? end.entity : undefined;
}

/** Of some arrows those whose ends are among these entities, or at places. */
export function arrowsAmong(arrows: readonly ChartArrow[] | undefined, ids: ReadonlySet<string>): ChartArrow[] {
  const there = (end: ArrowEnd) => { const id = entityAtEnd(end); return id === undefined || ids.has(id); };
  return (arrows ?? []).filter(({ from, to }) => there(from) && there(to));
}
