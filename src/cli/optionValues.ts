import { InvalidArgumentError } from 'commander';
import { boundsOf, LONGEST_SIDE, period, pictureShapes, pictureSizeOf, SHORTEST_SIDE, type Period, type PictureSize } from '../model';

/** Readers of option values. Each throws commander's InvalidArgumentError, whose message the user sees. */

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return Number(text);
}

/** A length of time, longer than none and at most a day. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || value <= 0 || value > 86_400)
    throw new InvalidArgumentError('It is a number of seconds, at most 86400.');
  return value;
}

export function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = wholeNumber(text);
    if (value < least || value > most) throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return value;
  };
}

export function scoreBetweenZeroAndOne(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || value > 1) throw new InvalidArgumentError('It is a number from 0 to 1, as 0.7.');
  return value;
}

export function oneOf(words: readonly string[]): (text: string) => string {
  return (text) => {
    if (!words.includes(text)) throw new InvalidArgumentError(`"${text}" is none of ${words.join(', ')}.`);
    return text;
  };
}

/** Several words with commas between. */
export function listOf(words: readonly string[]): (text: string) => string[] {
  const one = oneOf(words);
  return (text) => text.split(',').map((word) => one(word.trim()));
}

/** The size of a picture: a shape's name or its pixels. */
export function pictureSize(text: string): PictureSize {
  const size = pictureSizeOf(text);
  if (size === undefined)
    throw new InvalidArgumentError(
      `Write drawn, ${pictureShapes.join(', ')}, or pixels as 1600x900, each side from ${SHORTEST_SIDE} to ${LONGEST_SIDE}.`,
    );
  return size;
}

export function date(text: string): string {
  if (!boundsOf(text)) throw new InvalidArgumentError('Write a date as 2009, 2009-05 or 2009-05-31.');
  return text;
}

export function stretch(text: string): Period {
  const [from, to, ...more] = text.split('..');
  const parsed = period.safeParse({ from, to });
  if (!parsed.success || more.length > 0)
    throw new InvalidArgumentError('Write a period as 2008..2016 or 2008-05..2008-06-30, first date first.');
  return parsed.data;
}
