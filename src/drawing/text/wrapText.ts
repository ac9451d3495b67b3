import { measureText } from './measureText';
import { fonts, type Font, type FontRole } from './fonts';

const ELLIPSIS = '…';
/** The width of the narrowest letters, in ems, and how many marks without width may come on top of them. */
const NARROWEST = 0.2;
const MARKS = 200;

/**
 * As much of a text as may be seen within a width, with an ellipsis where that is not all:
 * what comes behind is never measured, however long it is.
 */
function seenWithin(text: string, font: FontRole | Font, width: number): string {
  const { size } = typeof font === 'string' ? fonts[font] : font;
  const most = Math.ceil(width / (size * NARROWEST)) + MARKS;
  if (text.length <= most) return text;
  return text.slice(0, most).replace(/\p{Surrogate}$/u, '') + ELLIPSIS;
}

/** The longest beginning of a text that fits with an ellipsis, which is added where something was cut. */
export function clipText(text: string, font: FontRole | Font, maxWidth: number): string {
  const seen = seenWithin(text, font, maxWidth);
  if (measureText(seen, font) <= maxWidth) return seen;
  const characters = [...seen];
  while (characters.length > 1 && measureText(characters.join('').trimEnd() + ELLIPSIS, font) > maxWidth) characters.pop();
  return characters.join('').trimEnd() + ELLIPSIS;
}

/** Where a line may break: after spaces, after a hyphen or slash inside a word, and between wide characters. */
function pieces(text: string): string[] {
  return (
    text
      .match(
        /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]|[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]*?(?:[-–/](?=\S)|\s+|(?=[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff])|$)/gu,
      )
      ?.filter((p) => p !== '') ?? []
  );
}

/** Lines filled greedily to a width; a piece that is too wide by itself stays whole, on a line of its own. */
function fill(text: string, font: FontRole | Font, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && measureText((line + piece).trimEnd(), font) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/**
 * The narrowest width that still gives as many lines, to half a unit: "Korea Post and / Telecommunications", not "… and Telecom / Corp".
 */
function balancedWidth(text: string, font: FontRole | Font, maxWidth: number, lines: number): number {
  let narrow = maxWidth / lines / 2;
  let wide = maxWidth;
  while (wide - narrow > 0.5) {
    const middle = (narrow + wide) / 2;
    const filled = fill(text, font, middle);
    if (filled.length <= lines && filled.every((l) => measureText(l, font) <= middle)) wide = middle;
    else narrow = middle;
  }
  return wide;
}

/**
 * A text in at most `maxLines` lines, none wider than `maxWidth` chart units, of about equal widths. What does not fit
 * ends in an ellipsis. Breaks at spaces, after hyphens and slashes, and between CJK characters; an over-long word is cut.
 * Always at least one line.
 */
export function wrapText(text: string, font: FontRole | Font, maxWidth: number, maxLines: number): string[] {
  const room = maxWidth * maxLines;
  // Runs of blanks count as one each, so more of the text than fits is looked at.
  const clean = seenWithin(seenWithin(text, font, 10 * room).replace(/\s+/g, ' ').trim(), font, room);
  const greedy = fill(clean, font, maxWidth);
  if (greedy.length === 0) return [''];
  if (greedy.length > maxLines) {
    const kept = greedy.slice(0, maxLines - 1);
    const rest = greedy.slice(maxLines - 1).join(' ');
    return [...kept, rest].map((line) => clipText(line, font, maxWidth));
  }
  const lines = greedy.length === 1 ? greedy : fill(clean, font, balancedWidth(clean, font, maxWidth, greedy.length));
  return lines.map((line) => clipText(line, font, maxWidth));
}
