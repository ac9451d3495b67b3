import type { Entity, Figure, ShownFigure } from '../../model';
import type { SceneBox, SceneFigure } from '../scene';
import { tints, type Tint } from '../visualLanguage';

const GROUPS = tints.filter((t) => t.startsWith('group'));
const STEPS = tints.filter((t) => t.startsWith('step'));

/** The most room that a figure's size adds on each side of a box's text, in chart units. */
const MOST_GROWN = 10;

/** Whether a figure counts groups, which have no order, and is not a size. */
export function isGroup(figure: Figure): boolean {
  return figure === 'community' || figure === 'component';
}

/**
 * How boxes show a figure. Groups have a ground of their own, the first eight of them, and their number, counted from 1; amounts have a
 * ground or a size by the square root of their part of the largest drawn, so that few large ones leave differences among the small. The
 * number stands on every box, so that colour and size never stand alone. An entity without a value shows none.
 */
export function figuresOf(
  { figure, as, values }: ShownFigure, entities: readonly Entity[],
): Map<string, Pick<SceneBox, 'figure' | 'grown'>> {
  const valueOf = new Map(Object.entries(values));
  const most = Math.max(0, ...entities.map((e) => valueOf.get(e.id) ?? 0));
  const known = entities.filter((e) => valueOf.has(e.id));
  return new Map(
    known.map(({ id }) => {
      const value = valueOf.get(id)!;
      if (isGroup(figure)) return [id, { figure: shown(figure, GROUPS[value], String(value + 1)) }];
      const part = most === 0 ? 0 : Math.sqrt(value / most);
      const step = STEPS[Math.min(STEPS.length - 1, Math.floor(part * STEPS.length))];
      return [
        id,
        as === 'size'
          ? { figure: shown(figure, undefined, tagOf(figure, value)), grown: Math.round(part * MOST_GROWN) }
          : { figure: shown(figure, step, tagOf(figure, value)) },
      ];
    }),
  );
}

function shown(figure: Figure, tint: Tint | undefined, tag: string): SceneFigure {
  return { figure, ...(tint ? { tint } : {}), tag };
}

/** "12" ties; "4.2 %" of all shortest routes. */
function tagOf(figure: Figure, value: number): string {
  return figure === 'betweenness' ? percentText(value) : String(value);
}

/** A part of 1 in percent: whole ones from ten upwards, one decimal below. */
export function percentText(part: number): string {
  const percent = part * 100;
  return `${percent >= 10 ? Math.round(percent) : Math.round(percent * 10) / 10} %`;
}
