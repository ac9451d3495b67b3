import type { Mark } from '../../drawing';
import { families } from '../../model';

const FAMILIES: ReadonlySet<string> = new Set(families);

/** A named colour as the tokens of the page have it. */
function token(colour: string): string {
  return FAMILIES.has(colour) ? `var(--family-${colour})` : `var(--${colour.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)})`;
}

/** Marks as elements of an SVG, in their order: what files write, the page draws by its own theme. */
export function MarkShapes({ marks }: { marks: readonly Mark[] }) {
  return marks.map((mark, i) => <Shape key={i} mark={mark} />);
}

function Shape({ mark }: { mark: Mark }) {
  if (mark.kind === 'group') return <g opacity={mark.opacity}><MarkShapes marks={mark.marks} /></g>;
  if (mark.kind === 'text')
    return (
      <text
        className={`timeline-${mark.font}`} x={mark.x} y={mark.y} fill={token(mark.colour)} textAnchor={mark.anchor}
        fontSize={mark.scale === undefined ? undefined : `${mark.scale}em`}
      >
        {mark.text}
      </text>
    );
  const { d, fill, stroke, strokeWidth, dash, round, at } = mark;
  const cap = round ? 'round' : undefined;
  return (
    <path
      d={d} fill={fill ? token(fill) : 'none'} stroke={stroke && token(stroke)} strokeWidth={strokeWidth}
      strokeDasharray={dash?.join(' ')} strokeLinecap={cap} strokeLinejoin={cap}
      transform={at && `translate(${at.x} ${at.y}) scale(${at.scale})`}
    />
  );
}
