import { fonts, measureText, pointAt, type SceneLine } from '../../drawing';

const PAD = 3;

/** The line with its label in its middle, though there was no room for it: what is looked at always says what it is. */
export function labelled(line: SceneLine, labelOf: (relationship: string) => string | undefined): SceneLine {
  const text = line.label ? undefined : labelOf(line.relationship);
  if (text === undefined) return line;
  const { x, y } = pointAt(line, 0.5);
  const width = Math.ceil(measureText(text, 'label')) + 2 * PAD;
  const mark = line.mark && { x: Math.round(x) + width / 2 + 8, y: Math.round(y) };
  return { ...line, label: { text, x: Math.round(x), y: Math.round(y), width, height: fonts.label.lineHeight }, mark };
}
