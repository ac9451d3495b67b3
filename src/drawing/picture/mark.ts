import type { Position, Selection } from '../../model';
import type { Colour } from '../visualLanguage';
import type { FontRole } from '../text';

/**
 * What a picture is made of, in drawing order. SVG writes these and a canvas paints them, so that every output
 * shows the same. Lengths are chart units, colours are names that the output resolves by theme.
 */
export type Mark = PathMark | TextMark | GroupMark;

export interface PathMark {
  readonly kind: 'path';
  /** SVG path data. */
  readonly d: string;
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly round?: boolean;
  /** A class that a page's style sheet draws it by, in place of colours of its own; a canvas leaves it out. */
  readonly styled?: string;
  /** The ids of the groups between which it runs, for drawing programs; with `arrow`, the width of its line, its head belongs to it. */
  readonly joins?: { readonly from: string; readonly to: string; readonly arrow?: number };
  /** Moves the path's origin here and scales it (its stroke too). */
  readonly at?: Position & { readonly scale: number };
}

/** A line of text; y is its baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly font: FontRole;
  readonly colour: Colour;
  /** Which side of the text stands at `x`: the left one, whichever way it reads, if left out. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Which way it reads as a whole; from left to right if left out. */
  readonly direction?: 'rtl';
  /** Set at this part of the font's size: footnote numbers. */
  readonly scale?: number;
}

/** Marks that fade, or are pointed at, together. */
export interface GroupMark {
  readonly kind: 'group';
  readonly marks: readonly Mark[];
  /** 0–1. */
  readonly opacity?: number;
  /** Its id in a file, and what it is called as a layer of a drawing program. */
  readonly id?: string;
  readonly layer?: string;
  /** What the group stands for, and how it reads as a sentence. */
  readonly of?: Selection;
  readonly title?: string;
}

/** A group; without marks it is nothing. */
export function group(marks: readonly Mark[], options: Omit<GroupMark, 'kind' | 'marks'> = {}): GroupMark {
  return { kind: 'group', marks, ...options };
}
