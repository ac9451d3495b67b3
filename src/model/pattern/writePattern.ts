import type { Pattern, StepConditions } from './pattern';

const SIGNS = { forward: '', backward: '^', either: '~' } as const;

/** A pattern as `readPattern` reads it. */
export function writePattern(pattern: Pattern): string {
  if (pattern.kind === 'step') return `${SIGNS[pattern.direction]}${pattern.of}${conditionsText(pattern.where)}`;
  if (pattern.kind === 'sequence')
    return pattern.parts.map((part) => (part.kind === 'choice' ? `(${writePattern(part)})` : writePattern(part))).join(' ');
  if (pattern.kind === 'choice') return pattern.parts.map(writePattern).join(' | ');
  const { part, least, most } = pattern;
  const inner = part.kind === 'step' ? writePattern(part) : `(${writePattern(part)})`;
  return `${inner}${timesText(least, most)}`;
}

function timesText(least: number, most: number | undefined): string {
  if (most === undefined) return least === 0 ? '*' : least === 1 ? '+' : `{${least},}`;
  if (least === 0 && most === 1) return '?';
  return least === most ? `{${least}}` : `{${least},${most}}`;
}

function conditionsText({ to, statuses, held, certainly, share }: StepConditions): string {
  const said = [
    ...(share ? [`share${share.is}${share.percent}`] : []),
    ...(held ? [`${certainly ? 'certainly' : 'held'}=${held.from === held.to ? held.from : `${held.from}..${held.to}`}`] : []),
    ...(to ? [`to=${to.join('|')}`] : []),
    ...(statuses ? [`status=${statuses.join('|')}`] : []),
  ];
  return said.length === 0 ? '' : `[${said.join(', ')}]`;
}
